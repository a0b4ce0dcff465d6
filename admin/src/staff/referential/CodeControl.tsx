import { Form, Select } from 'antd';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../../crud/define';
import { itemProps } from '../../crud/form/FieldInput';
import { valuesOf } from '../../crud/metadata';
import { useVocabulary } from '../../crud/vocabulary';
import { CodeChoice } from './code-choice';

/** A code of a closed list that the version does not have yet; its usual words are proposed as the label. */
export function CodeControl({ id, value, onChange, onBlur }: ControlProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const form = Form.useFormInstance();
  const { list, taken } = useContext(CodeChoice);
  if (!list) return null;
  const choose = (code: string) => {
    onChange?.(code);
    if (!form.getFieldValue('label')) form.setFieldValue('label', words.code(list, code));
  };
  return (
    <Select
      {...itemProps({ id, onBlur })}
      value={typeof value === 'string' ? value : null}
      placeholder={t('form.choose')}
      onChange={(code: string | null) => code && choose(code)}
      options={valuesOf(list)
        .filter((code) => !taken.includes(code))
        .map((code) => ({ value: code, label: words.code(list, code) }))}
    />
  );
}
