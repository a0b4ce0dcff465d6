import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { encodeId } from '../../concept/id.js';
import { Reader } from '../../read/reader.js';
import { ConventionFile, ConventionVersion } from '../convention/index.js';
import type { DocumentContext } from './document.data.js';
import { documentOf } from './document.service.js';
import { docxType } from './docx.js';
import { addFile, pdfType } from './file.service.js';
import { pieceSize } from './spool.js';

async function* piecesOf(content: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += pieceSize) yield content.subarray(from, from + pieceSize);
}

/**
 * Keeps what the parties are given to sign: the PDF and the Word document of a version, made of what the transaction that sends
 * it to sign reads, and stored by it. So there is no version to sign without them, and none of a version that was not sent;
 * a document that cannot be made leaves the version where it was. Each sending has its own, however alike.
 *
 * @param em the transaction of the transition, which holds the version
 * @param key database key of the version
 * @throws DocumentNotMade
 */
export const keepSentDocument = async (
  { context, schema }: DocumentContext,
  em: EntityManager,
  key: string,
): Promise<void> => {
  const { caller } = context;
  const within = { ...context, em, reader: new Reader(em, caller) };
  const make = await documentOf({ context: within, schema }, encodeId('ConventionVersion', key));
  const version = await em.findOneOrFail(ConventionVersion, { id: key });
  const [last] = await em.find(
    ConventionFile,
    { version: key, kind: 'GENERATED' },
    { orderBy: { rank: 'desc' }, limit: 1 },
  );
  const rank = (last?.rank ?? 0) + 1;
  for (const format of ['pdf', 'docx'] as const) {
    const { fileName, content } = await make(format);
    await addFile(em, caller, version, {
      kind: 'GENERATED',
      rank,
      fileName,
      mediaType: format === 'pdf' ? pdfType : docxType,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      pieces: piecesOf(content),
    });
  }
};
