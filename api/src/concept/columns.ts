import { BigIntType, DecimalType, type EntityClass } from '@mikro-orm/core';
import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { columnOf, type FieldMeta } from './meta.js';

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const columnOptions = (field: FieldMeta): object => {
  const { kind, codes } = field;
  const column = columnOf(field);
  switch (kind) {
    case 'text':
    case 'url':
      return { type: 'string', length: field.max };
    case 'longtext':
      return { type: 'text' };
    case 'int':
      return { type: 'integer' };
    case 'decimal':
      return { type: new DecimalType('number'), precision: 10, scale: field.scale };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'date' };
    case 'time':
      return { type: 'time', length: 0 };
    case 'datetime':
      return { type: 'datetime', length: 3 };
    case 'json':
      return { type: 'json' };
    case 'code':
      return { type: 'text', check: `"${column}" in (${quoted(codes?.values ?? [])})` };
    case 'codes':
      return { type: 'array', columnType: 'text[]', check: `"${column}" <@ array[${quoted(codes?.values ?? [])}]` };
    case 'texts':
      return { type: 'array', columnType: 'text[]' };
    default:
      throw new Error(`${field.name}: ${kind} has no column`);
  }
};

/** MikroORM's decorator of a stored field. */
export const column = (field: FieldMeta): ((prototype: object, name: string) => void) => {
  const { nullable, unique = false } = field;
  if (field.kind === 'id') return PrimaryKey({ type: new BigIntType('string') });
  if (field.name === 'revision') return Property({ type: 'integer', version: true, default: 1 });
  if (field.kind === 'one') {
    const target = field.target as () => EntityClass<object>;
    return ManyToOne(target, { ref: true, nullable, index: true, deleteRule: 'no action', updateRule: 'no action' });
  }
  const fallback = field.default === undefined ? {} : { default: field.default };
  // When a row was recorded is the real instant, whatever day is pinned: what it says is in its other fields.
  const now = field.name === 'createdAt' || field.name === 'updatedAt' ? { defaultRaw: 'now()' } : {};
  const changed = field.name === 'updatedAt' ? { onUpdate: () => new Date() } : {};
  return Property({ ...columnOptions(field), nullable, unique, ...fallback, ...now, ...changed });
};
