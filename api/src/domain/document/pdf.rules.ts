import type { Refusal } from '../../base/refusal.js';
import { NotPdf, PdfCutShort, PdfDamaged, PdfEncrypted } from './document.errors.js';

/** By its content: its name and what the sender calls it prove nothing. */
const isPdf = (head: Buffer): boolean => head.subarray(0, 5).equals(Buffer.from('%PDF-'));

/** Its bytes as letters, zeros as the blanks that they are there. */
const written = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\0', ' ');

/**
 * Where a PDF says that its cross-references begin: the last thing in it, as its readers look for it, whatever a sender added
 * behind; but a change that begins there, such as a signature, was to end as well.
 *
 * @param size of the whole file
 */
export const crossReferencesAt = (head: Buffer, tail: Buffer, size: number): number | Refusal => {
  if (!isPdf(head)) return new NotPdf();
  const source = written(tail);
  const end = source.lastIndexOf('%%EOF');
  if (end < 0 || /\d\s+obj\b|\bxref\b/.test(source.slice(end))) return new PdfCutShort();
  // Only comments may stand between.
  const [, offset] = /startxref\s+(\d{1,12})\s*(?:%[^\r\n]*[\r\n]\s*)*$/.exec(source.slice(0, end)) ?? [];
  if (offset === undefined) return new PdfDamaged();
  // What it points to went missing on the way.
  return Number(offset) < size ? Number(offset) : new PdfCutShort();
};

const nameOf = (name: string): string =>
  name.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Longer than any trailer. */
const dictionaryMax = 65_536;

/** Where a text in parentheses ends: it may hold others, and anything else. */
const afterText = (source: string, from: number): number => {
  let open = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '(') open += 1;
    else if (source[at] === ')') open -= 1;
    if (open === 0) return at + 1;
  }
  return source.length;
};

/**
 * The names that stand as such in the first dictionary of a source, texts and what is nested left out.
 *
 * @returns null when there is no dictionary there, or it has no end
 */
const namesIn = (source: string): Set<string> | null => {
  const marks = /<<|>>|\(|%[^\r\n]*|<[\s0-9a-f]*>|\/([^\s()<>[\]{}/%]*)/giy;
  const names = new Set<string>();
  let depth = 0;
  for (let at = source.indexOf('<<'); at >= 0 && at < source.length; ) {
    marks.lastIndex = at;
    const [mark, name] = marks.exec(source) ?? [];
    if (mark === '(') at = afterText(source, at);
    else at += mark?.length ?? 1;
    if (mark === '<<') depth += 1;
    if (mark === '>>') depth -= 1;
    if (depth === 0) return names;
    if (depth === 1 && name !== undefined) names.add(nameOf(name));
  }
  return null;
};

/**
 * Judges what stands where a PDF says that its cross-references are, a table with its trailer or an object of that kind: without
 * them no reader finds its pages, and they say whether it is encrypted, even when no password is asked for to read it.
 *
 * @param found the bytes from there on
 */
export const crossReferencesRefusal = (found: Buffer): Refusal | null => {
  const source = written(found);
  const [table] = /^\s*xref\s/.exec(source) ?? [];
  const [object] = /^\s*\d+\s+\d+\s+obj\b/.exec(source) ?? [];
  const dictionary = table ? source.indexOf('trailer') : object ? object.length : -1;
  const names = dictionary < 0 ? null : namesIn(source.slice(dictionary, dictionary + dictionaryMax));
  if (!names?.has('Root')) return new PdfDamaged();
  return names.has('Encrypt') ? new PdfEncrypted() : null;
};
