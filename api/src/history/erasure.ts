import type { EntityManager } from '@mikro-orm/postgresql';
import { type ConceptMeta, columnOf, type FieldMeta, isStored, isText } from '../concept/meta.js';

/** The one database role that may blank what was recorded, and can do nothing else. */
const erasureRole = 'parvis_erasure';

/** What stands for nothing in a field: a row as recorded must still be one. */
const blank = (field: FieldMeta): unknown => {
  if (field.nullable) return null;
  if (isText(field)) return '';
  throw new Error(`${field.name} is personal and can be neither empty nor blank`);
};

/**
 * Blanks the personal fields of a row in all that was recorded of it, and of an account its name as the author of changes.
 * That something changed, when and by whose account stays. Call it after the row itself was erased: that change is blanked too.
 *
 * @param system not under a caller's session
 * @param key database key of the row
 */
export const eraseFromHistory = async (system: EntityManager, concept: ConceptMeta, key: string): Promise<void> => {
  const personal = [...concept.fields.values()].filter((field) => field.personal && isStored(field));
  if (personal.length === 0) return;
  const blanks = Object.fromEntries(personal.map((field) => [columnOf(field), blank(field)]));
  await system
    .fork({ session: { role: erasureRole } })
    .transactional((em) =>
      em.execute('select erase_history(?, ?::bigint, ?::jsonb)', [concept.name, key, JSON.stringify(blanks)]),
    );
};
