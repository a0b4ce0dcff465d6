import { Alert, Form, Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../providers/errors';
import { useVocabulary } from '../resource/vocabulary';
import { useToday } from '../shell/session-context';
import type { Version } from './events';
import type { Given, Move } from './moves';
import { earlier } from './proposals';
import { SignatoriesInput, type Signing } from './SignatoriesInput';

interface Props {
  move: Move;
  version: Version;
  parties: string[];
  onCancel: () => void;
  /** Rejects with the API's refusal. */
  onGive: (given: Given) => Promise<void>;
}

interface Typed {
  signedOn?: string;
  signatories?: Signing[];
  terminatedOn?: string;
  noticeOn?: string;
  motive?: string;
}

const tidy = (text: string | undefined) => text?.trim() || undefined;

/** What a transition asks, before it is made: what is typed stays when the API refuses, its sentence at the field. */
export function MoveDialog({ move: { transition, asks }, version, parties, onCancel, onGive }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const formId = useId();
  const [form] = Form.useForm<Typed>();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const asked = (need: Move['asks'][number]) => asks.includes(need);
  const required = { required: true, whitespace: true, message: t('checks.required') };

  useEffect(() => {
    // After the dialog has taken the focus for itself.
    const timer = setTimeout(() => body.current?.querySelector<HTMLElement>('input, textarea')?.focus(), 60);
    return () => clearTimeout(timer);
  }, []);

  const give = async (typed: Typed) => {
    setSending(true);
    setRefusal(undefined);
    try {
      await onGive({
        signedOn: typed.signedOn,
        signatories: typed.signatories?.map(({ party, name, quality }) => ({
          party: party.trim(),
          name: name.trim(),
          quality: tidy(quality),
          signedOn: typed.signedOn,
        })),
        terminatedOn: typed.terminatedOn,
        noticeOn: tidy(typed.noticeOn),
        motive: tidy(typed.motive),
      });
    } catch (error) {
      explain(error);
    } finally {
      setSending(false);
    }
  };

  const explain = (error: unknown) => {
    if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
    if (error.code === 'UNAUTHENTICATED') return undefined;
    const field = error.details.field;
    if (field !== 'signedOn' && field !== 'terminatedOn' && field !== 'noticeOn' && field !== 'motive')
      return setRefusal(error.message || t('errors.unexpected'));
    form.setFields([{ name: field, errors: [error.message] }]);
    return form.focusField(field);
  };

  return (
    <Modal
      open
      width={asked('SIGNATORIES') ? 720 : 520}
      title={t(`convention.dialog.${transition}.title`)}
      okText={words.code('ConventionTransition', transition)}
      okButtonProps={{
        htmlType: 'submit',
        form: formId,
        loading: sending,
        danger: transition === 'CANCEL' || transition === 'TERMINATE',
      }}
      cancelText={t('convention.dialog.back')}
      onCancel={onCancel}
    >
      <div ref={body}>
        <p className="quiet">{t(`convention.dialog.${transition}.text`)}</p>
        {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
        <Form<Typed>
          id={formId}
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          initialValues={{
            signedOn: today,
            signatories: parties.map((party) => ({ party, name: '', quality: '' })),
            terminatedOn: earlier(version.endsOn, today),
          }}
          scrollToFirstError={{ block: 'center', focus: true }}
          onFinish={give}
        >
          {asked('SIGNED_ON') && (
            <Form.Item name="signedOn" label={words.label('ConventionVersion', 'signedOn')} rules={[required]}>
              <Input type="date" max={today} className="date-input" />
            </Form.Item>
          )}
          {asked('SIGNATORIES') && <SignatoriesInput />}
          {asked('TERMINATED_ON') && (
            <>
              <Form.Item name="terminatedOn" label={t('convention.dialog.lastDay')} rules={[required]}>
                <Input type="date" min={version.startsOn} max={version.endsOn} className="date-input" />
              </Form.Item>
              <Form.Item
                name="noticeOn"
                label={`${words.label('ConventionVersion', 'noticeOn')} (${t('convention.dialog.optional')})`}
              >
                <Input type="date" className="date-input" />
              </Form.Item>
            </>
          )}
          {(asked('TERMINATION_MOTIVE') || asked('CANCELLATION_MOTIVE')) && (
            <Form.Item name="motive" label={t('convention.dialog.motive')} rules={[required]}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
            </Form.Item>
          )}
        </Form>
      </div>
    </Modal>
  );
}
