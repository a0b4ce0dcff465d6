import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { NotAllowed, UnknownId } from '../../base/shared.errors.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { nameOfCaller } from '../../identity/access/callers.js';
import { keyOf } from '../../write/input.js';
import { withRetriedTransaction } from '../../write/rows.js';
import { DocumentTemplate } from './document-template.entity.js';
import { defaultTemplate } from './docx.js';
import { contentOf, keepContent } from './file.service.js';
import { lookInto } from './reading.js';
import type { Received } from './spool.js';

/** A template in use: the EPCI's own, or the one that comes with Parvis. */
export interface TemplateInUse {
  fileName: string;
  content: Buffer;
  sha256: string;
}

const gathered = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
};

let ours: TemplateInUse | undefined;
/** The template that comes with Parvis. */
export const parvisTemplate = (): TemplateInUse => {
  if (!ours) {
    const content = defaultTemplate();
    const sha256 = createHash('sha256').update(content).digest('hex');
    ours = { fileName: 'Modèle de convention.docx', content, sha256 };
  }
  return ours;
};

/**
 * The template of an EPCI's documents.
 *
 * @param em under the caller's session
 * @param epciId database key; without it, of the EPCI that the caller belongs to
 */
export const templateInUse = async (em: EntityManager, epciId: string | undefined): Promise<TemplateInUse> => {
  if (!epciId) return parvisTemplate();
  const found = await em.fork({ keepTransactionContext: true }).transactional(async (inner) => {
    const { rows } = await sql<{ id: string; fileName: string; sha256: string }>`
      select id::text, file_name as "fileName", sha256 from document_template
      where epci_id = ${epciId}::bigint and in_use order by rank desc limit 1`.execute(inner.getKysely());
    return rows[0];
  });
  if (!found) return parvisTemplate();
  const { id, fileName, sha256 } = found;
  return { fileName, sha256, content: await gathered(contentOf(em, { documentTemplateId: id })) };
};

/** A template that the EPCI has or had in use. @throws UnknownId */
export const templateAt = async (em: EntityManager, id: string): Promise<TemplateInUse> => {
  const key = keyOf(conceptOf(DocumentTemplate), id, 'id');
  const found = await em.fork().transactional((inner) => inner.findOne(DocumentTemplate, { id: key }));
  if (!found) throw new UnknownId('DocumentTemplate', 'id');
  const { fileName, sha256 } = found;
  return { fileName, sha256, content: await gathered(contentOf(em, { documentTemplateId: key })) };
};

/** So that two people at the same moment come one after the other. */
const holdTemplates = (em: EntityManager, epciId: string): Promise<unknown> =>
  em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`document template ${epciId}`]);

const endUse = async (em: EntityManager): Promise<void> => {
  for (const template of await em.find(DocumentTemplate, { inUse: true })) template.inUse = false;
};

/**
 * Puts a template in the place of the one in use, which is kept.
 *
 * @returns database key
 * @throws the refusals of `checkTemplate`, FileTooSlow, FileTooHeavy
 */
export const replaceTemplate = async (
  em: EntityManager,
  caller: Caller,
  { fileName, content }: { fileName: string; content: Received },
): Promise<string> => {
  const { epciId } = caller;
  if (!epciId) throw new NotAllowed();
  await lookInto(caller.accountId, { kind: 'template', content: await gathered(content.pieces()) });
  return withRetriedTransaction(em, async (inner) => {
    await holdTemplates(inner, epciId);
    const [last] = await inner.find(DocumentTemplate, {}, { orderBy: { rank: 'desc' }, limit: 1 });
    await endUse(inner);
    const template = inner.create(DocumentTemplate, {
      epci: inner.getReference(conceptNamed('Epci').type, epciId as never),
      rank: (last?.rank ?? 0) + 1,
      inUse: true,
      fileName,
      size: content.size,
      sha256: content.sha256,
      addedByName: await nameOfCaller(inner, caller),
    } as never) as DocumentTemplate;
    await inner.flush();
    await keepContent(inner, { epciId, documentTemplateId: template.id }, content.pieces());
    return template.id;
  });
};

/**
 * Puts a kept template in use again: the same one, since nothing of it changed. It is tried anew, as tags may have changed.
 *
 * @param id opaque id of a template
 * @returns database key
 * @throws UnknownId, the refusals of `checkTemplate`, FileTooSlow, FileTooHeavy
 */
export const reuseTemplate = async (em: EntityManager, caller: Caller, id: string): Promise<string> => {
  const { epciId } = caller;
  if (!epciId) throw new NotAllowed();
  const { content } = await templateAt(em, id);
  await lookInto(caller.accountId, { kind: 'template', content });
  return withRetriedTransaction(em, async (inner) => {
    await holdTemplates(inner, epciId);
    await endUse(inner);
    const template = await inner.findOneOrFail(DocumentTemplate, { id: keyOf(conceptOf(DocumentTemplate), id, 'id') });
    template.inUse = true;
    await inner.flush();
    return template.id;
  });
};

/** Takes the EPCI's templates out of use, so that the one that comes with Parvis serves again. */
export const restoreDefaultTemplate = (em: EntityManager): Promise<void> =>
  withRetriedTransaction(em, async (inner) => {
    await endUse(inner);
    await inner.flush();
  });
