import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterValue } from '../address';
import { RelationSelect } from '../form/RelationSelect';
import { type ConceptName, fieldAt, valuesOf } from '../metadata';
import { useVocabulary } from '../vocabulary';

interface Props {
  concept: ConceptName;
  path: string;
  value: FilterValue;
  onChange: (value: FilterValue) => void;
}

/** How a filter's value is chosen, by the kind of its field. */
export function FilterEditor({ concept, path, value, onChange }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { field } = fieldAt(concept, path);
  const label = words.label(concept, path);
  switch (field.kind) {
    case 'code':
    case 'codes': {
      const list = field.enum;
      if (!list) return null;
      const options = valuesOf(list).map((code) => ({ value: code, label: words.code(list, code) }));
      return <Checkbox.Group className="stacked" value={value} options={options} onChange={onChange} />;
    }
    case 'boolean':
      return (
        <Radio.Group
          className="stacked"
          value={value[0] ?? 'any'}
          onChange={({ target }) => onChange(target.value === 'any' ? [] : [target.value])}
          options={[
            { value: 'any', label: t('list.any') },
            { value: 'yes', label: t('value.yes') },
            { value: 'no', label: t('value.no') },
            ...(field.nullable ? [{ value: 'unknown', label: t('value.unknown') }] : []),
          ]}
        />
      );
    case 'one':
      return field.target ? (
        <RelationSelect concept={field.target} label={label} multiple value={value} onChange={onChange} />
      ) : null;
    case 'date':
    case 'datetime':
      return <Span value={value} onChange={onChange} kind="date" />;
    case 'int':
    case 'decimal':
      return <Span value={value} onChange={onChange} kind="number" />;
    default:
      return <Text label={label} value={value[0] ?? ''} onChange={(text) => onChange(text ? [text] : [])} />;
  }
}

function Text({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const send = () => onChange(text.trim());
  return (
    <Input
      autoFocus
      aria-label={label}
      value={text}
      maxLength={200}
      onChange={({ target }) => setText(target.value)}
      onBlur={send}
      onPressEnter={send}
    />
  );
}

interface SpanProps {
  value: FilterValue;
  onChange: (value: FilterValue) => void;
  kind: 'date' | 'number';
}

/** From and to, either of which may be left open. */
function Span({ value: [from = '', to = ''], onChange, kind }: SpanProps) {
  const { t } = useTranslation();
  const id = useId();
  const ends = [
    { label: t(`list.from.${kind}`), value: from, send: (end: string) => send(end, to) },
    { label: t(`list.to.${kind}`), value: to, send: (end: string) => send(from, end) },
  ];
  const send = (...next: [string, string]) => onChange(next.some((end) => end !== '') ? next : []);
  return (
    <div className="span-editor stacked">
      {ends.map((end, index) => (
        <label key={end.label} htmlFor={`${id}${index}`}>
          <span>{end.label}</span>
          {kind === 'date' ? (
            <Input
              id={`${id}${index}`}
              type="date"
              value={end.value}
              onChange={({ target }) => end.send(target.value)}
            />
          ) : (
            <InputNumber
              id={`${id}${index}`}
              value={end.value === '' ? null : Number(end.value)}
              onChange={(number) => end.send(number === null ? '' : String(number))}
            />
          )}
        </label>
      ))}
    </div>
  );
}
