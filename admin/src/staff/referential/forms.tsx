import type { FormSection } from '../../crud/define';
import type { EnumName, FieldName } from '../../crud/metadata';
import type { ObligationKind } from '../../generated/graphql';
import { lazily } from '../../shell/lazily';
import type { ItemKind } from './items';

/** The closed lists that rules know; missions and means are the EPCI's own. */
export const closedLists: Partial<Record<ItemKind, EnumName>> = {
  LEVEL: 'Level',
  RECEPTION_MODE: 'ReceptionMode',
  COMPETENCE: 'Competence',
};

const CodeControl = lazily(async () => (await import('./CodeControl')).CodeControl);

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
