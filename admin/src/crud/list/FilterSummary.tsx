import { type HttpError, useMany } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format';
import type { FilterValue } from '../address';
import type { Row } from '../define';
import { type ConceptName, conceptOf, type Field } from '../metadata';
import { titleOf } from '../row';
import { useVocabulary } from '../vocabulary';

/** What a filter holds, in a few words for its chip. */
export function FilterSummary({ field, value }: { field: Field; value: FilterValue }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const [one = '', other = ''] = value;
  switch (field.kind) {
    case 'code':
    case 'codes':
      return <Several names={value.map((code) => (field.enum ? words.code(field.enum, code) : code))} />;
    case 'boolean':
      return t(one === 'unknown' ? 'value.notEntered' : `value.${one}`);
    case 'one':
      return field.target ? <Titles concept={field.target} ids={value} /> : null;
    case 'date':
    case 'datetime':
      return <Ends from={one && formatDay(one)} to={other && formatDay(other)} />;
    case 'int':
    case 'decimal':
      return <Ends from={one} to={other} />;
    default:
      return t('list.quoted', { text: one });
  }
}

function Several({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const [first = ''] = names;
  return names.length <= 2 ? names.join(', ') : t('list.andMore', { first, count: names.length - 1 });
}

function Ends({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  if (from && to) return t('list.between', { from, to });
  return from ? t('list.since', { from }) : t('list.until', { to });
}

function Titles({ concept, ids }: { concept: ConceptName; ids: string[] }) {
  const { result } = useMany<Row, HttpError>({ resource: conceptOf(concept).plural, ids, errorNotification: false });
  const names = result.data.map((row) => titleOf(concept, row));
  return names.length > 0 ? <Several names={names} /> : '…';
}
