import { useForm } from '@refinedev/core';
import { Alert, App, Button, Form, Space } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { newRequestKey } from '../../lite/kit/use-adding';
import { readOne } from '../../providers/data';
import { ApiError } from '../../providers/errors';
import { useRefresh } from '../../providers/use-read';
import { useUnsavedChanges } from '../../shell/UnsavedChanges';
import type { FormSection, Resource, Row } from '../define';
import { listAddress } from '../list/last-address';
import { conceptOf } from '../metadata';
import { usePhrases } from '../phrases';
import { pathTo } from '../registry';
import { ConflictDialog } from './ConflictDialog';
import { FormFields } from './FormFields';
import { useFieldInAddress } from './field-in-address';
import { useReturn } from './use-return';
import { changesOf, compare, filledOf, inputsOf, startValues, type Values, valuesOfRow } from './values';

interface Props {
  resource: Resource;
  sections: FormSection[];
  /** The row to change; without it, one is added. */
  row?: Row | undefined;
  /** What a new one starts with, beside the usual values. */
  start?: Values | undefined;
  /** What a new one is made of beside what was typed: what it belongs to. */
  complete?: (values: Values) => Values;
  addLabel?: string;
  /** Of which resource one is added, when its fields are those of its first part. */
  adds?: Resource;
  /** In a drawer: what happens once it is saved, or given up, instead of going to another page. */
  around?: { onDone: () => void; onCancel: () => void } | undefined;
}

interface Clash extends ReturnType<typeof compare> {
  current: Row;
}

/** The form of a concept: what is typed survives a failed save, a lost session and somebody else's change. */
export function ResourceForm({
  resource,
  sections,
  row,
  start,
  complete = (values) => values,
  addLabel,
  adds = resource,
  around,
}: Props) {
  const { concept } = resource;
  const { t } = useTranslation();
  const phrase = usePhrases(concept);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const goBack = useReturn();
  const [search] = useSearchParams();
  const { state } = useLocation();
  const andBack = (state as { andBack?: boolean } | null)?.andBack === true;
  const refresh = useRefresh();
  const { setUnsaved, allSaved } = useUnsavedChanges();
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
  // One key for one addition, however often it is asked for: it is done once.
  const [requestKey] = useState(newRequestKey);
  const [refusal, setRefusal] = useState<string>();
  const [clash, setClash] = useState<Clash>();
  const saving = useRef(false);

  const [form] = Form.useForm<Values>();
  // Refine's own, not that of its part for Ant Design, which draws all inputs a second time when they are there, without the focus
  // that one had, and empties them whenever the row is read anew, after a refused save too.
  const { onFinish, mutation } = useForm<Row, ApiError, Values>({
    resource: conceptOf(row ? concept : adds.concept).plural,
    action: row ? 'edit' : 'create',
    ...(row && { id: row.id }),
    // The page has read it.
    queryOptions: { enabled: false },
    mutationMeta: row ? { revision: base.revision } : { requestKey },
    // What pages read for themselves is not Refine's to know: all of it is read again.
    invalidates: [],
    // One goes back to where one came from; Refine knows pages by their address only.
    redirect: false,
    successNotification: false,
    errorNotification: false,
    onMutationError: (error) => void explain(error),
  });

  const leave = (id: string) => {
    allSaved();
    void refresh();
    void message.success(phrase(row ? 'saved' : 'added'));
    if (around) return around.onDone();
    const to = adds.page ? pathTo(adds.concept, id) : listAddress(adds.concept);
    return row || andBack ? goBack(to) : navigate(to, { replace: true });
  };

  const typed = (): Values => form.getFieldsValue(true);
  const changes = () => changesOf(inputs, base.values, typed());
  // What is typed and taken back is no change.
  const tellUnsaved = () => setUnsaved(Object.keys(changes()).length > 0);

  /** One save at a time, however often the button is pressed. */
  const save = async () => {
    const values = row ? changes() : complete(filledOf(inputs, typed()));
    if (row && Object.keys(values).length === 0) return leave(row.id);
    if (saving.current) return;
    saving.current = true;
    setRefusal(undefined);
    try {
      const sent = onFinish(values);
      // Refine takes them for saved from here on; they are when the answer says so.
      tellUnsaved();
      const answer = await sent;
      if (answer) void leave(String(answer.data.id));
    } catch {
      // Explained already.
    } finally {
      saving.current = false;
    }
  };

  /** A refusal is told at the field it is about. */
  const explain = async (error: unknown) => {
    if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
    if (error.code === 'UNAUTHENTICATED') return undefined;
    if (error.code === 'CONFLICT' && error.details.conflicts && row) return meet(row.id);
    const { field } = error.details;
    if (!field || !inputs.some(({ name }) => name === field))
      return setRefusal(error.message || t('errors.unexpected'));
    form.setFields([{ name: field, errors: [error.message] }]);
    form.scrollToField(field, { block: 'center', focus: true });
    return undefined;
  };

  const meet = async (id: string) => {
    const current = await readOne<Row>(concept, id, { paths: inputs.map(({ path }) => path) }).catch(() => undefined);
    if (!current) return setRefusal(phrase('missing'));
    return setClash({ ...compare(inputs, base.values, typed(), valuesOfRow(inputs, current)), current });
  };

  const resolve = ({ current, onlyTheirs }: Clash, chosen: Values) => {
    const theirs = Object.fromEntries(onlyTheirs.map(({ name, theirs: value }) => [name, value]));
    for (const [name, value] of Object.entries({ ...theirs, ...chosen })) form.setFieldValue(name, value);
    // The save that follows is against the row as it is now.
    flushSync(() => {
      setBase({ values: valuesOfRow(inputs, current), revision: current.revision ?? 0 });
      setClash(undefined);
    });
    form.submit();
  };

  useFieldInAddress();

  return (
    <>
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
        onValuesChange={tellUnsaved}
        onFinish={save}
      >
        {refusal && <Alert className="form-refusal" type="error" showIcon message={refusal} role="alert" />}
        {sections.map((section) => (
          <FormFields key={section.title} concept={concept} section={section} verb={verb} />
        ))}
        <div className="form-foot">
          <Space wrap>
            <Button type="primary" htmlType="submit" loading={mutation.isPending}>
              {row ? t('actions.save') : (addLabel ?? phrase('addThis'))}
            </Button>
            <Button
              onClick={around?.onCancel ?? (() => goBack(row ? pathTo(concept, row.id) : listAddress(adds.concept)))}
            >
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
