import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { documentWords } from './document.data.js';
import {
  BraceNotClosed,
  BraceNotOpened,
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
import { packed, templateOptions } from './render.js';
import { sampleTags } from './sample.rules.js';
import { emptied, isGroup, type KnownTag, knownTags, nearest } from './tag-values.rules.js';
import { templateParts } from './template/parts.js';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a template may hold once unpacked, in bytes: a .docx of a few pages and pictures is far below. */
const unpackedMax = 60 * 1024 * 1024;

/** The template that comes with Parvis, as people download it to start from. */
export const defaultTemplate = (): Buffer => {
  const zip = new PizZip();
  for (const [path, content] of Object.entries(templateParts)) zip.file(path, content);
  return zip.generate({ type: 'nodebuffer', mimeType: docxType, ...packed });
};

/** Sizes that the archive declares; pizzip keeps them out of its types. */
const unpackedSize = (zip: PizZip): number =>
  Object.values(zip.files).reduce((sum, file) => {
    const data: unknown = Reflect.get(file, '_data');
    const size: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'uncompressedSize') : 0;
    return sum + (typeof size === 'number' ? size : 0);
  }, 0);

/** @throws NotWordDocument, DocumentWithMacros */
const unpacked = (template: Buffer): PizZip => {
  let zip: PizZip;
  try {
    zip = new PizZip(template);
  } catch {
    throw new NotWordDocument();
  }
  if (!zip.file('word/document.xml') || unpackedSize(zip) > unpackedMax) throw new NotWordDocument();
  if (Object.keys(zip.files).some((path) => path.endsWith('vbaProject.bin'))) throw new DocumentWithMacros();
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
 * @throws NotWordDocument, DocumentWithMacros, TemplateBroken with every mistake
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
