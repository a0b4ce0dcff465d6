import { Button, Checkbox, InputNumber, Radio, Select, Input as TextInput } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../define';
import { valuesOf } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { HoursEditor } from './HoursEditor';
import { RelationSelect } from './RelationSelect';
import type { Input } from './values';

type Props = ControlProps & { input: Input };

/** How a field is typed in, by its kind. */
export function FieldInput({ input, label, id, value, onChange, onBlur }: Props) {
  const { i18n } = useTranslation();
  const separator = i18n.language === 'fr' ? ',' : '.';
  const { field, path } = input;
  const common = itemProps({ id, onBlur });
  switch (field.kind) {
    case 'longtext':
      return (
        <TextInput.TextArea
          {...common}
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={textOf(value)}
          onChange={({ target }) => onChange?.(target.value)}
        />
      );
    case 'int':
    case 'decimal':
      return (
        <InputNumber
          {...common}
          className="number-input"
          value={typeof value === 'number' ? value : null}
          decimalSeparator={separator}
          // Two meetings are "2", not "2,0"; what is being typed is left alone.
          formatter={(number, { userTyping, input }) =>
            userTyping ? input : String(number ?? '').replace('.', separator)
          }
          step={field.kind === 'int' ? 1 : 0.1}
          onChange={(number) => onChange?.(number)}
        />
      );
    case 'boolean':
      return field.nullable ? (
        <ThreeWay {...common} value={value} onChange={onChange} />
      ) : (
        <YesNo {...common} label={label} value={value} onChange={onChange} />
      );
    case 'date':
    case 'time':
      return (
        <TextInput
          {...common}
          className="date-input"
          type={field.kind}
          value={textOf(value)}
          onChange={({ target }) => onChange?.(target.value)}
        />
      );
    case 'code':
      return <Code {...common} input={input} value={value} onChange={onChange} />;
    case 'codes':
      return <Codes {...common} input={input} value={value} onChange={onChange} />;
    case 'texts':
      return (
        <Select
          {...common}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(texts: string[]) => onChange?.(texts.length === 0 && field.nullable ? null : texts)}
        />
      );
    case 'one':
      return field.target ? (
        <RelationSelect
          {...common}
          concept={field.target}
          label={label}
          clearable={field.nullable}
          among={input.among}
          value={typeof value === 'string' && value !== '' ? [value] : []}
          onChange={([chosen = null]: (string | null)[]) => onChange?.(chosen)}
        />
      ) : null;
    case 'json':
      return path === 'openingHours' ? <HoursEditor {...common} value={value} onChange={onChange} /> : null;
    default: {
      const type = field.kind === 'url' ? 'url' : path === 'email' ? 'email' : path === 'telephone' ? 'tel' : 'text';
      return (
        <TextInput {...common} type={type} value={textOf(value)} onChange={({ target }) => onChange?.(target.value)} />
      );
    }
  }
}

/** What a form item gave its control of these; no property for what it did not. */
export const itemProps = ({ id, onBlur }: { id: string | undefined; onBlur: (() => void) | undefined }) => ({
  ...(id === undefined ? {} : { id }),
  ...(onBlur ? { onBlur } : {}),
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
type Control = Pick<Props, 'id' | 'value' | 'onChange' | 'onBlur'>;

/** Yes, no, or nobody said: three answers, none of them by default. */
function ThreeWay({ id, value, onChange, onBlur }: Control) {
  const { t } = useTranslation();
  const chosen = value === true ? 'yes' : value === false ? 'no' : 'unknown';
  return (
    <Radio.Group
      {...itemProps({ id, onBlur })}
      value={chosen}
      onChange={({ target }) => onChange?.(target.value === 'unknown' ? null : target.value === 'yes')}
    >
      <Radio value="yes">{t('value.yes')}</Radio>
      <Radio value="no">{t('value.no')}</Radio>
      <Radio value="unknown">{t('value.unknown')}</Radio>
    </Radio.Group>
  );
}

function YesNo({ id, label, value, onChange, onBlur }: Control & { label: string }) {
  return (
    <Checkbox
      {...itemProps({ id, onBlur })}
      checked={value === true}
      onChange={({ target }) => onChange?.(target.checked)}
    >
      {label}
    </Checkbox>
  );
}

function Code({ id, input, value, onChange, onBlur }: Control & { input: Input }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const list = input.field.enum;
  if (!list) return null;
  return (
    <Select
      {...itemProps({ id, onBlur })}
      value={typeof value === 'string' ? value : null}
      allowClear={input.field.nullable}
      placeholder={t(input.field.nullable ? 'value.notEnteredChoice' : 'form.choose')}
      onChange={(code: string | null | undefined) => onChange?.(code ?? null)}
      options={valuesOf(list).map((code) => ({
        value: code,
        label: words.code(list, code),
        help: words.codeHelp(list, code),
      }))}
      optionRender={({ data }) => (
        <span className="option">
          {data.label}
          {data.help && <small>{data.help}</small>}
        </span>
      )}
    />
  );
}

/** Several of a closed list. "None of them" and "nobody said" are not the same. */
function Codes({ id, input, value, onChange, onBlur }: Control & { input: Input }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const list = input.field.enum;
  if (!list) return null;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus leaves the whole group
    <div id={id} className="codes-input" onBlur={onBlur}>
      <Checkbox.Group
        value={chosen}
        onChange={(codes) => onChange?.(valuesOf(list).filter((code) => codes.includes(code)))}
        options={valuesOf(list).map((code) => ({ value: code, label: words.code(list, code) }))}
      />
      {input.field.nullable && (
        <div className="quiet">
          {value === null || value === undefined
            ? t('form.neverEntered')
            : chosen.length === 0
              ? t('form.enteredNone')
              : null}{' '}
          {Array.isArray(value) ? (
            <Button type="link" size="small" onClick={() => onChange?.(null)}>
              {t('form.unset')}
            </Button>
          ) : (
            <Button type="link" size="small" onClick={() => onChange?.([])}>
              {t('form.setNone')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
