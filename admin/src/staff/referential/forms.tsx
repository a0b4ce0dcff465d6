import { Form, Select } from 'antd';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps, FormSection } from '../../crud/define';
import { itemProps } from '../../crud/form/FieldInput';
import { type EnumName, type FieldName, valuesOf } from '../../crud/metadata';
import { useVocabulary } from '../../crud/vocabulary';
import type { ObligationKind } from '../../generated/graphql';
import type { ItemKind } from './items';

/** The closed lists that rules know; missions and means are the EPCI's own. */
export const closedLists: Partial<Record<ItemKind, EnumName>> = {
  LEVEL: 'Level',
  RECEPTION_MODE: 'ReceptionMode',
  COMPETENCE: 'Competence',
};

/** The closed list that a new item's code is chosen from, and the codes that the version has already. */
export const CodeChoice = createContext<{ list?: EnumName | undefined; taken: readonly string[] }>({ taken: [] });

/** A code of a closed list that the version does not have yet; its usual words are proposed as the label. */
function CodeControl({ id, value, onChange, onBlur }: ControlProps) {
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

/** What is asked of an item, by its kind; a new one of a closed list begins with its code. */
export function itemForm(kind: ItemKind, added = false): FormSection<FieldName<'ReferentialItem'>>[] {
  return [
    {
      title: 'item',
      fields: [
        ...(added && closedLists[kind] ? [{ path: 'code' as const, control: CodeControl, wide: true }] : []),
        { path: 'label', wide: true },
        { path: 'text', wide: true },
        ...(kind === 'LEVEL' ? [] : ['levels' as const]),
      ],
    },
  ];
}

const figures = ['target', 'planned', 'windowMonths', 'modes'] as const satisfies FieldName<'Obligation'>[];

/** What is asked of an obligation: its figures, or those that its kind is made of. */
export const obligationForm = (
  asks: (kind: ObligationKind, figure: string) => boolean = () => true,
): FormSection<FieldName<'Obligation'>>[] => [
  { title: 'obligation', fields: ['level', 'kind', { path: 'text', wide: true }] },
  {
    title: 'target',
    fields: figures.map((path) => ({
      path,
      when: ({ kind }) => asks(kind as ObligationKind, path),
    })),
  },
];
