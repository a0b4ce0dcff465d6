import { inflateRawSync } from 'node:zlib';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { documentWords } from './document.data.js';
import {
  BraceNotClosed,
  BraceNotOpened,
  DocumentFetches,
  DocumentTooLarge,
  DocumentWithMacros,
  NotWordDocument,
  SectionNotClosed,
  SectionNotOpened,
  SectionSplit,
  SectionsCrossed,
  TagIsNoValue,
  TagNotUnderstood,
  TagOutsideItsList,
  TagUnknown,
  TemplateBroken,
  type TemplateFault,
  type TemplatePart,
} from './document.errors.js';
import { elementsOf, readXml } from './docx-xml.js';
import { packed, templateOptions } from './render.js';
import { sampleTags } from './sample.rules.js';
import { emptied, isGroup, type KnownTag, knownTags, nearest } from './tag-values.rules.js';
import { templateParts } from './template/parts.js';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const megabyte = 1024 * 1024;
/** What a template may hold once unpacked, in bytes: a .docx of a few pages and pictures is far below. */
const unpackedMax = 30 * megabyte;

/** The template that comes with Parvis, as people download it to start from. */
export const defaultTemplate = (): Buffer => {
  const zip = new PizZip();
  for (const [path, content] of Object.entries(templateParts)) zip.file(path, content);
  return zip.generate({ type: 'nodebuffer', mimeType: docxType, ...packed });
};

/** What pizzip holds of an entry, and keeps out of its types. */
interface Entry {
  compressionMethod: string;
  uncompressedSize: number;
  getCompressedContent(): Uint8Array | string;
}
const stored = '\x00\x00';

/**
 * Unpacks each entry within what is left of `unpackedMax`: sizes that an archive declares prove nothing.
 *
 * @throws DocumentTooLarge
 */
const refuseBomb = (zip: PizZip): void => {
  let left = unpackedMax;
  for (const file of Object.values(zip.files)) {
    const entry: Entry | undefined = Reflect.get(file, '_data');
    if (typeof entry?.getCompressedContent !== 'function') continue;
    const content = Buffer.from(entry.getCompressedContent() as Uint8Array);
    if (entry.uncompressedSize > left || content.length > left) throw new DocumentTooLarge(unpackedMax / megabyte);
    try {
      left -=
        entry.compressionMethod === stored ? content.length : inflateRawSync(content, { maxOutputLength: left }).length;
    } catch (error) {
      throw Reflect.get(Object(error), 'code') === 'ERR_BUFFER_TOO_LARGE'
        ? new DocumentTooLarge(unpackedMax / megabyte)
        : new NotWordDocument();
    }
  }
};

/** Something that Word or LibreOffice would fetch when the document is opened, other than a link that people click. */
const fetches = (zip: PizZip): boolean =>
  zip
    .file(/\.rels$/)
    .some((file) =>
      elementsOf(elementsOf(readXml(file.asText()))[0]).some(
        ({ attributes }) => attributes.TargetMode === 'External' && !attributes.Type?.endsWith('/hyperlink'),
      ),
    );

/** @throws NotWordDocument, DocumentTooLarge, DocumentWithMacros, DocumentFetches */
const unpacked = (template: Buffer): PizZip => {
  let zip: PizZip;
  try {
    zip = new PizZip(template);
  } catch {
    throw new NotWordDocument();
  }
  refuseBomb(zip);
  if (!zip.file('word/document.xml')) throw new NotWordDocument();
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || Object.keys(zip.files).some((path) => path.endsWith('vbaProject.bin')))
    throw new DocumentWithMacros();
  if (fetches(zip)) throw new DocumentFetches();
  return zip;
};

const partOf = (path: unknown): TemplatePart => {
  if (typeof path !== 'string' || path === 'word/document.xml') return 'BODY';
  if (path.includes('header')) return 'HEADER';
  return path.includes('footer') ? 'FOOTER' : 'OTHER';
};

interface TagError {
  message?: string;
  properties?: {
    id?: string;
    xtag?: unknown;
    file?: string;
    openingtag?: string;
    closingtag?: string;
    errors?: TagError[];
  };
}

const faultOf = ({ message = '', properties = {} }: TagError): TemplateFault => {
  const { id, xtag, file, openingtag, closingtag } = properties;
  const tag = typeof xtag === 'string' ? xtag : '';
  const part = partOf(file);
  switch (id) {
    case 'unclosed_tag':
    case 'duplicate_open_tag':
      return new BraceNotClosed(tag, part);
    case 'unopened_tag':
    case 'duplicate_close_tag':
      return new BraceNotOpened(tag, part);
    case 'unclosed_loop':
      return new SectionNotClosed(tag, part);
    case 'unopened_loop':
      return new SectionNotOpened(tag, part);
    case 'closing_tag_does_not_match_opening_tag':
      return new SectionsCrossed(openingtag ?? tag, part, closingtag ?? '');
    case 'unbalanced_loop_tags':
    case 'loop_position_invalid':
    case 'no_xml_tag_found_at_left':
    case 'no_xml_tag_found_at_right':
      return new SectionSplit(tag || openingtag || '', part);
    default:
      return new TagNotUnderstood(tag, part, message);
  }
};

/** One of each thing. */
export const sample = sampleTags(documentWords);
/** Every tag that there is. */
export const allTags: readonly KnownTag[] = knownTags(sample);

/** A tag that no scope knows: of a list and used outside it, a group of tags such as `guichet`, or none at all. */
const unknown = (tag: string, part: TemplatePart): TemplateFault => {
  const elsewhere = allTags.find(({ name, lists }) => name === tag && lists.length > 0);
  if (elsewhere) return new TagOutsideItsList(tag, part, elsewhere.lists.at(-1) ?? '');
  const names = [...new Set(allTags.map(({ name }) => name))];
  const within = names.filter((name) => name.startsWith(`${tag}.`));
  return new TagUnknown(tag, part, nearest(tag, within.length > 0 ? within : names));
};

/** Notes, as a template is tried, each tag that stands for nothing or for no text. */
const watcher = (faults: TemplateFault[]): Docxtemplater.DXT.Module => ({
  name: 'ParvisTags',
  // Before docxtemplater's own, which answer and end the round.
  priority: 1000,
  render(tag, { scopeManager, filePath }) {
    if (tag.type !== 'placeholder') return null;
    const value = scopeManager.getValue(tag.value, { part: tag });
    const part = partOf(filePath);
    const written = tag.module ? 'section' : 'value';
    if (value === undefined || value === null || (written === 'value' && isGroup(value)))
      faults.push(unknown(tag.value, part));
    else if (written === 'value' && typeof value !== 'string') faults.push(new TagIsNoValue(tag.value, part));
    return null;
  },
});

/**
 * Checks a template by its content: a Word document, whose tags are all understood, tried once with everything filled in and
 * once with nothing.
 *
 * @throws NotWordDocument, DocumentTooLarge, DocumentWithMacros, DocumentFetches, TemplateBroken with every mistake
 */
export const checkTemplate = (template: Buffer): void => {
  const faults: TemplateFault[] = [];
  for (const tags of [sample, emptied(sample)]) {
    const zip = unpacked(template);
    try {
      new Docxtemplater(zip, { ...templateOptions, modules: [watcher(faults)] }).render(tags);
    } catch (error) {
      const { properties } = error as TagError;
      if (properties?.id === 'filetype_not_identified' || properties?.id === 'filetype_not_handled')
        throw new NotWordDocument();
      faults.push(...(properties?.errors ?? [error as TagError]).map(faultOf));
      break;
    }
  }
  const distinct = new Map(faults.map((fault) => [`${fault.name} ${fault.tag} ${fault.part}`, fault]));
  if (distinct.size > 0) throw new TemplateBroken([...distinct.values()]);
};
