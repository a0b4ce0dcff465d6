import { LockOutlined } from '@ant-design/icons';
import { Form, Typography } from 'antd';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSection } from '../define';
import type { ConceptName } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { AroundContext, useAround } from './around';
import { FieldInput } from './FieldInput';
import { Held } from './Held';
import { rulesFor } from './rules';
import { type Input, inputsOf, type Values } from './values';

interface Props {
  concept: ConceptName;
  section: FormSection;
  verb: 'create' | 'update';
}

const wideKinds = new Set(['longtext', 'codes', 'texts', 'json']);

/**
 * A section of a form: its title, and its fields with label, help and checks from the metadata and the vocabulary. One in which
 * nothing can be changed now is kept for what is proposed by it, unseen.
 */
export function FormFields({ concept, section, verb }: Props) {
  const { t } = useTranslation();
  const inputs = inputsOf(concept, section, verb);
  const around = useContext(AroundContext);
  if (inputs.length === 0) return null;
  return (
    <section className="form-section" hidden={inputs.every(({ path }) => around(path).locked)}>
      <Typography.Title level={2}>{t(`sections.${section.title}`)}</Typography.Title>
      <div className="form-grid">
        {inputs.map((input) =>
          input.when ? (
            <Conditional key={input.name} concept={concept} input={input} />
          ) : (
            <Item key={input.name} concept={concept} input={input} />
          ),
        )}
      </div>
    </section>
  );
}

function Conditional({ concept, input }: { concept: ConceptName; input: Input }) {
  const values = Form.useWatch((all: Values) => all);
  return input.when?.(values ?? {}) ? <Item concept={concept} input={input} /> : null;
}

function Item({ concept, input }: { concept: ConceptName; input: Input }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const label = words.label(concept, input.path);
  const checkbox = input.field.kind === 'boolean' && !input.field.nullable;
  const Control = input.control ?? FieldInput;
  const wide = input.wide ?? wideKinds.has(input.field.kind);
  const { locked, note } = useAround(input.path);
  const help = input.field.kind === 'json' ? undefined : words.help(concept, input.path);
  if (locked)
    return (
      <Form.Item className={wide ? 'form-wide' : ''} label={<Locked label={label} why={locked} />} htmlFor="">
        <Form.Item name={input.name} noStyle>
          <LockedValue concept={concept} input={input} />
        </Form.Item>
      </Form.Item>
    );
  return (
    <Form.Item
      className={wide ? 'form-wide' : ''}
      name={input.name}
      label={checkbox ? '' : label}
      extra={
        (help || note) && (
          <>
            {help}
            {note}
          </>
        )
      }
      rules={rulesFor(input, t)}
    >
      <Control input={input} label={label} />
    </Form.Item>
  );
}

function Locked({ label, why }: { label: string; why: string }) {
  return (
    <span className="form-lock">
      {label} <LockOutlined title={why} aria-label={why} />
    </span>
  );
}

/** Kept in the form, since other fields are proposed by it. */
function LockedValue({ concept, input, value }: { concept: ConceptName; input: Input; value?: unknown }) {
  const values = Form.useFormInstance<Values>().getFieldsValue(true);
  return (
    <div className="form-locked">
      <Held concept={concept} input={input} value={value} current={values} />
    </div>
  );
}
