import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { UnknownId } from '../../base/shared.errors.js';
import { conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { nameOfCaller } from '../../identity/access/callers.js';
import { keyOf } from '../../write/input.js';
import { withRetriedTransaction } from '../../write/rows.js';
import { ConventionFile, ConventionVersion } from '../convention/index.js';
import { scanRefusal } from './file.rules.js';
import { lookInto } from './reading.js';
import type { Received } from './spool.js';

export const pdfType = 'application/pdf';

interface Owner {
  epciId: string;
  guichetId?: string;
  conventionFileId?: string;
  documentTemplateId?: string;
}

/** Keeps a content piece by piece, in the transaction that adds its file. */
export const keepContent = async (em: EntityManager, owner: Owner, pieces: AsyncIterable<Buffer>): Promise<void> => {
  let position = 0;
  for await (const piece of pieces) {
    await sql`
      insert into file_chunk (epci_id, guichet_id, convention_file_id, document_template_id, position, bytes)
      values (${owner.epciId}::bigint, ${owner.guichetId ?? null}::bigint, ${owner.conventionFileId ?? null}::bigint,
        ${owner.documentTemplateId ?? null}::bigint, ${position}::int, ${piece}::bytea)`.execute(em.getKysely());
    position += 1;
  }
};

/**
 * The content of a file, a piece at a time, each read under the caller's session: contents never change, so that a slow
 * reader holds no connection.
 */
export async function* contentOf(
  em: EntityManager,
  owner: { conventionFileId: string } | { documentTemplateId: string },
): AsyncGenerator<Buffer> {
  const ofOwner =
    'conventionFileId' in owner
      ? sql`convention_file_id = ${owner.conventionFileId}::bigint`
      : sql`document_template_id = ${owner.documentTemplateId}::bigint`;
  for (let position = 0; ; position += 1) {
    const piece = await em.fork({ keepTransactionContext: true }).transactional(async (inner) => {
      const { rows } = await sql<{ bytes: Buffer }>`
        select bytes from file_chunk where ${ofOwner} and position = ${position}::int`.execute(inner.getKysely());
      return rows[0]?.bytes;
    });
    if (!piece) return;
    yield piece;
  }
}

interface NewFile extends Pick<ConventionFile, 'kind' | 'rank' | 'fileName' | 'mediaType' | 'size' | 'sha256'> {
  pieces: AsyncIterable<Buffer>;
}

/** Adds a file to a version that the transaction holds, with its content. */
export const addFile = async (
  em: EntityManager,
  caller: Caller,
  { id, epci, guichet }: ConventionVersion,
  { pieces, ...given }: NewFile,
): Promise<ConventionFile> => {
  const file = em.create(ConventionFile, {
    ...given,
    epci,
    version: em.getReference(ConventionVersion, id as never),
    guichet,
    addedByName: await nameOfCaller(em, caller),
  } as never) as ConventionFile;
  await em.flush();
  await keepContent(em, { epciId: epci.id, guichetId: guichet.id, conventionFileId: file.id }, pieces);
  return file;
};

export interface Kept {
  file: ConventionFile;
  /** False when the same content was there already. */
  added: boolean;
}

/**
 * Keeps the signed scan of a version. A scan is never replaced: the same content is the same file, another one is the next.
 *
 * @param id opaque id of a version
 * @throws NotPdf, PdfCutShort, PdfDamaged, PdfEncrypted, FileTooSlow, FileTooHeavy, ScanTooEarly, UnknownId
 */
export const keepScan = async (
  em: EntityManager,
  caller: Caller,
  { id, fileName, content }: { id: string; fileName: string; content: Received },
): Promise<Kept> => {
  await lookInto(caller.accountId, { kind: 'pdf', path: content.path });
  const key = keyOf(conceptOf(ConventionVersion), id, 'id');
  return withRetriedTransaction(em, async (inner) => {
    // Held, so that two scans at the same moment are the first and the second.
    const version = await inner.findOne(ConventionVersion, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!version) throw new UnknownId('ConventionVersion', 'id');
    const refusal = scanRefusal(version.state);
    if (refusal) throw refusal;
    const { sha256, size } = content;
    const earlier = await inner.find(
      ConventionFile,
      { version: key, kind: 'SIGNED_SCAN' },
      { orderBy: { rank: 'asc' } },
    );
    const same = earlier.find((one) => one.sha256 === sha256);
    if (same) return { file: same, added: false };
    const file = await addFile(inner, caller, version, {
      kind: 'SIGNED_SCAN',
      rank: (earlier.at(-1)?.rank ?? 0) + 1,
      fileName,
      mediaType: pdfType,
      size,
      sha256,
      pieces: content.pieces(),
    });
    return { file, added: true };
  });
};

/** A file that the caller may see. @throws UnknownId */
export const fileAt = async (em: EntityManager, id: string): Promise<ConventionFile> => {
  const key = keyOf(conceptOf(ConventionFile), id, 'id');
  const file = await em.fork().transactional((inner) => inner.findOne(ConventionFile, { id: key }));
  if (!file) throw new UnknownId('ConventionFile', 'id');
  return file;
};

/** How many kept files have a content that is not that of their SHA-256. As the owner of the database, for a copy of it. */
export const countDamaged = async (system: EntityManager): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with kept as (
      select f.sha256, (select string_agg(c.bytes, '' order by c.position) from file_chunk c where c.convention_file_id = f.id) as bytes
      from convention_file f
      union all
      select t.sha256, (select string_agg(c.bytes, '' order by c.position) from file_chunk c where c.document_template_id = t.id)
      from document_template t)
    select count(*)::int as count from kept where encode(sha256(coalesce(bytes, '')), 'hex') <> sha256`.execute(
    system.fork().getKysely(),
  );
  return rows[0]?.count ?? 0;
};
