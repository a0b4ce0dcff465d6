import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { InvalidId, InvalidPage, PageTooLarge, UnknownId } from '../base/shared.errors.js';
import { decodeId, encodeId } from '../concept/id.js';
import { type ConceptMeta, fieldOf, findConcept } from '../concept/meta.js';
import { pageMax } from '../concept/page.js';
import type { Caller } from '../identity/access/caller.js';
import { afterSaving, type Reader } from '../read/reader.js';
import { type Input, inputName } from '../write/input.js';
import { deleteRow, updateRow } from '../write/rows.js';
import { changeOf, differencesOf, type RawChange, undoingOf } from './differences.js';
import { ChangeNotUndoable, HistoryMovedOn } from './history.errors.js';
import { changeByKey, historyOf, toldBy } from './history.sql.js';
import { undoing } from './motive.js';

const changeKey = (id: string, field: string): string => {
  const decoded = decodeId(id);
  if (decoded?.concept !== 'Change') throw new InvalidId('Change', field);
  return decoded.key;
};

/**
 * The changes of a row that the caller may know of, the latest first, in the one statement of the request.
 *
 * @throws InvalidId, InvalidPage, PageTooLarge
 */
export const readHistory = async (
  reader: Reader,
  { id, first, before, parts }: { id: string; first: number; before?: string; parts: boolean },
) => {
  const { concept: name, key } = decodeId(id) ?? {};
  const concept = name ? findConcept(name) : undefined;
  if (!concept || !key) throw new InvalidId('Node', 'id');
  if (first > pageMax) throw new PageTooLarge(first, pageMax);
  if (first < 0) throw new InvalidPage('first');
  const { caller, compilation } = reader;
  if (!concept.access[caller.dbRole]?.read) return [];
  const asked = { key, first, parts, ...(before ? { before: changeKey(before, 'before') } : {}) };
  const raw = (await reader.run(historyOf(compilation, concept, asked))) as RawChange[];
  const concepts = new Map(toldBy(concept, compilation, parts).map((one) => [one.concept.name, one.concept]));
  return raw.flatMap((change) => {
    const of = concepts.get(change.concept);
    return of ? [changeOf(of, caller, change)] : [];
  });
};

/** What the undoing writes: each changed field as it was. */
const formerValues = (concept: ConceptMeta, caller: Caller, change: RawChange): Input =>
  Object.fromEntries(
    differencesOf(concept, caller, change).map(({ field, before }) => [inputName(fieldOf(concept, field)), before]),
  );

const conceptOfChange = async (reader: Reader, key: string): Promise<ConceptMeta | undefined> => {
  const name = await reader.run(sql`(select to_json(c.concept) from change c where c.id = ${key}::bigint)`);
  const concept = typeof name === 'string' ? findConcept(name) : undefined;
  return concept?.access[reader.caller.dbRole]?.read ? concept : undefined;
};

/**
 * Takes a change back by the concept's plain write and its rules, as another change that says which one it takes back.
 *
 * @returns the new change
 * @throws UnknownId, HistoryMovedOn, ChangeNotUndoable; StaleRevision and whatever the rules of the concept refuse
 */
export const undoChange = async (em: EntityManager, reader: Reader, id: string) => {
  const key = changeKey(id, 'id');
  const concept = await conceptOfChange(reader, key);
  if (!concept) throw new UnknownId('Change', 'id');
  const { caller, compilation } = reader;
  const [change] = (await reader.run(changeByKey(compilation, concept, key))) as RawChange[];
  if (!change) throw new UnknownId('Change', 'id');
  // What is locked meets its own rule below, which names the field or the state.
  const answer = undoingOf(concept, caller, change);
  if (answer === 'MOVED_ON' || (answer === 'UNDOABLE' && change.revision === null)) throw new HistoryMovedOn();
  if (answer === 'NEVER' || change.revision === null) throw new ChangeNotUndoable();

  const named = (written: { em: EntityManager }) => undoing(written.em, key);
  const row = { id: encodeId(concept.name, change.rowKey), revision: change.revision };
  if (change.action === 'CREATED') await deleteRow(em, caller, concept, row, named);
  else await updateRow(em, caller, concept, { ...row, input: formerValues(concept, caller, change) }, named);

  return afterSaving(async () => {
    const [made] = (await reader.run(
      historyOf(compilation, concept, { key: change.rowKey, first: 1, parts: false }),
    )) as RawChange[];
    return made ? changeOf(concept, caller, made) : null;
  });
};
