import { useCreate, useUpdate } from '@refinedev/core';
import { Alert, App, Button, Form, Space } from 'antd';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useAdding } from '../../lite/kit/use-adding';
import { readOne } from '../../providers/data';
import { ApiError } from '../../providers/errors';
import type { FormSection, Resource, Row } from '../define';
import { listAddress } from '../list/use-list-state';
import { conceptOf } from '../metadata';
import { usePhrases } from '../phrases';
import { pathTo } from '../registry';
import { ConflictDialog } from './ConflictDialog';
import { FormFields } from './FormFields';
import { useFieldInAddress } from './field-in-address';
import { LeaveGuard } from './LeaveGuard';
import { useReturn } from './use-return';
import { changesOf, compare, filledOf, inputsOf, startValues, type Values, valuesOfRow } from './values';

interface Props {
  resource: Resource;
  sections: FormSection[];
  /** The row to change; without it, one is added. */
  row?: Row;
  /** What a new one starts with, beside the usual values. */
  start?: Values | undefined;
  /** Adds in another way than the concept's own mutation, and gives the address to go to. */
  add?: (values: Values, requestKey: string) => Promise<string>;
  addLabel?: string;
  /** In a drawer: what happens once it is saved, or given up, instead of going to another page. */
  around?: { onDone: () => void; onCancel: () => void; dirty: RefObject<boolean> };
}

interface Clash extends ReturnType<typeof compare> {
  current: Row;
}

/** The form of a concept: what is typed survives a failed save, a lost session and somebody else's change. */
export function ResourceForm({ resource, sections, row, start, add, addLabel, around }: Props) {
  const { concept } = resource;
  const { plural } = conceptOf(concept);
  const { t } = useTranslation();
  const phrase = usePhrases(concept);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const goBack = useReturn();
  const [search] = useSearchParams();
  const { state } = useLocation();
  const andBack = (state as { andBack?: boolean } | null)?.andBack === true;
  const [form] = Form.useForm<Values>();
  const verb = row ? 'update' : 'create';
  const inputs = useMemo(
    () => sections.flatMap((section) => inputsOf(concept, section, verb)),
    [sections, concept, verb],
  );
  // What the row held when it was opened, or after a conflict was settled.
  const [base, setBase] = useState(() => ({
    values: row ? valuesOfRow(inputs, row) : { ...startValues(inputs, search), ...start },
    revision: row?.revision ?? 0,
  }));
  const [refusal, setRefusal] = useState<string>();
  const [clash, setClash] = useState<Clash>();
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const own = useRef(false);
  const dirty = around?.dirty ?? own;
  const options = { successNotification: false, errorNotification: false } as const;
  const { mutateAsync: create } = useCreate<Row>(options);
  const { mutateAsync: update } = useUpdate<Row>(options);
  const adding = useAdding();

  const leave = (id: string, to = resource.page ? pathTo(concept, id) : listAddress(concept)) => {
    dirty.current = false;
    message.success(phrase(row ? 'saved' : 'added'));
    if (around) around.onDone();
    else if (row || andBack) goBack(to);
    else navigate(to, { replace: true });
  };

  const send = async (values: Values, from: typeof base) => {
    const shared = { resource: plural, invalidates: ['all' as const] };
    const filled = filledOf(inputs, values);
    if (!row && add) return leave('', await adding((requestKey) => add(filled, requestKey)));
    if (!row) {
      const { data } = await adding((requestKey) => create({ ...shared, values: filled, meta: { requestKey } }));
      return leave(String(data.id));
    }
    const changes = changesOf(inputs, from.values, values);
    if (Object.keys(changes).length > 0)
      await update({ ...shared, id: row.id, values: changes, meta: { revision: from.revision } });
    return leave(row.id);
  };

  /** One save at a time, however often the button is pressed. */
  const save = async (values: Values, from = base) => {
    if (busy.current) return;
    busy.current = true;
    setSaving(true);
    setRefusal(undefined);
    try {
      await send(values, from);
    } catch (error) {
      await explain(error, values, from);
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };

  const explain = async (error: unknown, values: Values, from: typeof base) => {
    if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
    if (error.code === 'UNAUTHENTICATED') return undefined;
    if (error.code === 'CONFLICT' && error.details.conflicts && row) return meet(row.id, values, from);
    const field = error.details.field;
    if (!field || !inputs.some(({ name }) => name === field))
      return setRefusal(error.message || t('errors.unexpected'));
    form.setFields([{ name: field, errors: [error.message] }]);
    form.scrollToField(field, { block: 'center', focus: true });
    return undefined;
  };

  const meet = async (id: string, values: Values, from: typeof base) => {
    const current = await readOne<Row>(concept, id, { paths: inputs.map(({ path }) => path) }).catch(() => undefined);
    if (!current) return setRefusal(phrase('missing'));
    return setClash({ ...compare(inputs, from.values, values, valuesOfRow(inputs, current)), current });
  };

  const resolve = ({ current, onlyTheirs }: Clash, chosen: Values) => {
    const theirs = Object.fromEntries(onlyTheirs.map(({ name, theirs: value }) => [name, value]));
    for (const [name, value] of Object.entries({ ...theirs, ...chosen })) form.setFieldValue(name, value);
    const next = { values: valuesOfRow(inputs, current), revision: current.revision ?? 0 };
    setBase(next);
    setClash(undefined);
    void save({ ...form.getFieldsValue(true), ...theirs, ...chosen }, next);
  };

  const check = () => {
    dirty.current = Object.keys(changesOf(inputs, base.values, form.getFieldsValue(true))).length > 0;
  };

  useFieldInAddress();

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="resource-form"
        initialValues={base.values}
        validateTrigger="onBlur"
        requiredMark={(label, { required }) => (
          <>
            {label}
            {required && <span className="required">{t('form.required')}</span>}
          </>
        )}
        scrollToFirstError={{ block: 'center', focus: true }}
        disabled={false}
        onValuesChange={check}
        onFinish={() => save(form.getFieldsValue(true))}
      >
        {refusal && <Alert className="form-refusal" type="error" showIcon message={refusal} role="alert" />}
        {sections.map((section) => (
          <FormFields key={section.title} concept={concept} section={section} verb={verb} />
        ))}
        <div className="form-foot">
          <Space wrap>
            <Button type="primary" htmlType="submit" loading={saving}>
              {row ? t('actions.save') : (addLabel ?? phrase('addThis'))}
            </Button>
            <Button onClick={around?.onCancel ?? (() => goBack(row ? pathTo(concept, row.id) : listAddress(concept)))}>
              {t('actions.cancel')}
            </Button>
          </Space>
        </div>
      </Form>
      {clash && (
        <ConflictDialog
          concept={concept}
          inputs={inputs}
          {...clash}
          onCancel={() => setClash(undefined)}
          onResolve={(chosen) => resolve(clash, chosen)}
        />
      )}
    </>
  );
}
