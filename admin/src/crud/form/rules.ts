import type { Rule } from 'antd/es/form';
import type { TFunction } from 'i18next';
import { formatNumber } from '../../i18n/format';
import { wrongDay } from '../../opening-hours';
import { asOpeningHours } from '../value/opening-hours';
import type { Input } from './values';

/** The first thing wrong with a value, as a key of `checks.*` with its figures; undefined when all is well. */
export function mistakeIn(
  { field, path }: Pick<Input, 'field' | 'path'>,
  value: unknown,
): [string, Record<string, string>?] | undefined {
  const empty =
    value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '');
  if (empty) return field.nullable || field.kind === 'boolean' ? undefined : ['required'];
  if (typeof value === 'string' && field.max !== undefined && value.trim().length > field.max)
    return ['tooLong', { max: formatNumber(field.max), length: formatNumber(value.trim().length) }];
  if (field.kind === 'int' || field.kind === 'decimal') return numberMistake(field, Number(value));
  if (field.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return ['date'];
  if (field.kind === 'date' && (String(value) < '1900' || String(value) > '2200')) return ['date'];
  if (field.kind === 'time' && !/^\d{2}:\d{2}$/.test(String(value))) return ['time'];
  if ((field.kind === 'codes' || field.kind === 'texts') && Array.isArray(value)) {
    if (!field.nullable && value.length === 0) return ['oneAtLeast'];
    const longest = Math.max(0, ...value.map((text) => String(text).trim().length));
    if (field.max !== undefined && longest > field.max)
      return ['tooLong', { max: formatNumber(field.max), length: formatNumber(longest) }];
  }
  if (field.kind === 'url' && !/^https?:\/\/\S+$/i.test(String(value).trim())) return ['link'];
  if (path === 'email' && !/^\S+@\S+\.\S+$/.test(String(value))) return ['email'];
  if (path === 'openingHours') {
    const hours = asOpeningHours(value);
    const day = hours && wrongDay(hours.slots);
    return day ? ['hours', { day }] : undefined;
  }
  return undefined;
}

function numberMistake(
  { kind, min, max, scale = 2 }: Input['field'],
  value: number,
): [string, Record<string, string>?] | undefined {
  if (Number.isNaN(value)) return ['number'];
  if (kind === 'int' && !Number.isInteger(value)) return ['integer'];
  if (min !== undefined && value < min) return ['atLeast', { min: formatNumber(min) }];
  if (max !== undefined && value > max) return ['atMost', { max: formatNumber(max) }];
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return decimals > scale ? ['decimals', { scale: String(scale) }] : undefined;
}

/** The checks of a field, from the metadata: the API checks again, these only spare a round trip. */
export const rulesFor = (input: Input, t: TFunction): Rule[] => [
  {
    required: !input.field.nullable && input.field.kind !== 'boolean',
    validator: async (_rule, value: unknown) => {
      const mistake = mistakeIn(input, value);
      if (!mistake) return;
      const [key, { day, ...figures } = {} as Record<string, string>] = mistake;
      throw new Error(t(`checks.${key}`, day ? { day: t(`hours.days.${day}`) } : figures));
    },
  },
];
