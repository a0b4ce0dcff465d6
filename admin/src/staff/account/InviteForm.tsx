import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Row } from '../../crud/define';
import { RelationSelect } from '../../crud/form/RelationSelect';
import { listAddress } from '../../crud/list/last-address';
import type { ConceptName, Role } from '../../crud/metadata';
import { valueAt } from '../../crud/row';
import { useVocabulary } from '../../crud/vocabulary';
import { type AccountGivenFragment, InviteAccountDocument } from '../../generated/graphql';
import { isLanguage, languages } from '../../i18n/i18n';
import { readOne } from '../../providers/data';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { useRole, useToday } from '../../shell/session-context';
import { useUnsavedChanges } from '../../shell/UnsavedChanges';

interface Values {
  role: Role;
  agentId?: string;
  epciId?: string;
  reach: 'one' | 'all';
  displayName: string;
  /** Agents may have none. */
  email?: string;
  locale: string;
}

/** Whom each may invite. Agents are known to the staff of their EPCI only. */
const offered: Partial<Record<Role, Role[]>> = {
  EPCI_STAFF: ['AGENT', 'EPCI_STAFF', 'ANALYST'],
  ADMIN: ['EPCI_STAFF', 'ANALYST', 'ADMIN'],
};

interface OneOfProps {
  concept: ConceptName;
  label: string;
  among?: object;
  /** Given by the form item, with others that a select's outer box may not carry. */
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

function OneOf({ concept, label, among, id, value, onChange }: OneOfProps) {
  return (
    <RelationSelect
      {...(id === undefined ? {} : { id })}
      concept={concept}
      label={label}
      among={among}
      value={value ? [value] : []}
      onChange={(ids) => onChange?.(ids[0])}
    />
  );
}

export function InviteForm({ onGiven }: { onGiven: (given: AccountGivenFragment) => void }) {
  const { t, i18n } = useTranslation();
  const words = useVocabulary();
  const own = useRole();
  const today = useToday();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const reach = Form.useWatch('reach', form);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const { setUnsaved, allSaved } = useUnsavedChanges();
  const roles = offered[own] ?? [];
  const asksEpci = own === 'ADMIN' && (role === 'EPCI_STAFF' || (role === 'ANALYST' && reach === 'one'));

  /** An agent's name and address are known already: they are proposed, not asked again. */
  const takeAgent = async (agentId: string | undefined) => {
    if (!agentId) return;
    const agent = await readOne<Row>('Agent', agentId, { paths: ['firstName', 'lastName', 'email'] }).catch(
      () => undefined,
    );
    if (!agent || form.getFieldValue('agentId') !== agentId) return;
    form.setFieldsValue({ displayName: `${agent.firstName} ${agent.lastName}` });
    const email = valueAt(agent, 'email');
    if (typeof email === 'string') form.setFieldsValue({ email });
  };

  const send = async (values: Values) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefusal(undefined);
    try {
      const { inviteAccount } = await execute(InviteAccountDocument, {
        input: {
          role: values.role,
          displayName: values.displayName.trim(),
          email: values.email?.trim() || null,
          agentId: values.role === 'AGENT' ? values.agentId : undefined,
          epciId: asksEpci ? values.epciId : undefined,
          national: own === 'ADMIN' && values.role === 'ANALYST' ? values.reach === 'all' : undefined,
          locale: isLanguage(values.locale) ? values.locale : undefined,
        },
      });
      allSaved();
      void client.invalidateQueries();
      onGiven(inviteAccount);
    } catch (error) {
      explain(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  const explain = (error: unknown) => {
    if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
    if (error.code === 'UNAUTHENTICATED') return undefined;
    const field = (['email', 'displayName', 'agentId', 'epciId', 'role'] as const).find(
      (name) => name === error.details.field,
    );
    if (!field || !form.getFieldInstance(field)) return setRefusal(error.message || t('errors.unexpected'));
    form.setFields([{ name: field, errors: [error.message] }]);
    form.scrollToField(field, { block: 'center', focus: true });
    return undefined;
  };

  const required = (key: string) => ({ required: true, whitespace: true, message: t(`account.invite.${key}`) });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="resource-form"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ role: roles[0], reach: 'one', locale: i18n.language }}
      scrollToFirstError={{ block: 'center', focus: true }}
      onValuesChange={({ agentId }) => {
        setUnsaved(true);
        void takeAgent(agentId);
      }}
      onFinish={send}
    >
      {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
      <section className="form-section">
        <p className="quiet">{t('account.invite.lead')}</p>
        <div className="form-grid">
          <Form.Item
            className="form-wide"
            name="role"
            label={t('account.invite.role')}
            extra={own === 'ADMIN' ? t('account.invite.agentUnseen') : undefined}
          >
            <Radio.Group className="role-choice">
              {roles.map((one) => (
                <Radio key={one} value={one}>
                  <span className="option">
                    {words.code('Role', one)}
                    <small>{words.codeHelp('Role', one)}</small>
                  </span>
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
          {role === 'ANALYST' && own === 'ADMIN' && (
            <Form.Item className="form-wide" name="reach" label={t('account.invite.reach')}>
              <Radio.Group
                options={(['one', 'all'] as const).map((value) => ({ value, label: t(`account.invite.${value}`) }))}
              />
            </Form.Item>
          )}
          {asksEpci && (
            <Form.Item
              className="form-wide"
              name="epciId"
              label={t('account.invite.epci')}
              rules={[required('epciMissing')]}
            >
              <OneOf concept="Epci" label={t('account.invite.epci')} />
            </Form.Item>
          )}
          {role === 'AGENT' && (
            <Form.Item
              className="form-wide"
              name="agentId"
              label={t('account.invite.agent')}
              extra={t('account.invite.agentWhy')}
              rules={[required('agentMissing')]}
            >
              <OneOf
                concept="Agent"
                label={t('account.invite.agent')}
                among={{ or: [{ endedOn: { isNull: true } }, { endedOn: { gt: today } }] }}
              />
            </Form.Item>
          )}
          <Form.Item
            name="displayName"
            label={t('account.invite.name')}
            extra={t('account.invite.nameWhy')}
            rules={[required('nameMissing')]}
          >
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="email"
            label={t('account.invite.email')}
            extra={t(role === 'AGENT' ? 'account.invite.emailOfAgent' : 'account.invite.emailWhy')}
            dependencies={['role']}
            rules={[
              ...(role === 'AGENT' ? [] : [required('emailMissing')]),
              { pattern: /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, message: t('account.invite.emailWrong') },
            ]}
          >
            <Input type="email" maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item className="form-wide" name="locale" label={t('account.invite.locale')}>
            <Radio.Group options={languages.map((value) => ({ value, label: t(`display.languages.${value}`) }))} />
          </Form.Item>
        </div>
      </section>
      <div className="form-foot">
        <Space wrap>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('account.invite.send')}
          </Button>
          <Button onClick={() => navigate(listAddress('Account'))}>{t('actions.cancel')}</Button>
        </Space>
      </div>
    </Form>
  );
}
