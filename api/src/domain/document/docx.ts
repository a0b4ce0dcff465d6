import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { documentWords } from './document.data.js';
import {
  BraceNotClosed,
  BraceNotOpened,
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
  TooManyTags,
} from './document.errors.js';
import { unpacked, type WordPackage } from './docx-package.js';
import { packed, templateOptions } from './render.js';
import { sampleTags } from './sample.rules.js';
import { emptied, isGroup, type KnownTag, knownTags, nearest } from './tag-values.rules.js';
import { templateParts } from './template/parts.js';
import { countTags, tagFaults, tagLimits, textWithin } from './template-tags.rules.js';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The template that comes with Parvis, as people download it to start from. */
export const defaultTemplate = (): Buffer => {
  const zip = new PizZip();
  for (const [path, content] of Object.entries(templateParts)) zip.file(path, content);
  return zip.generate({ type: 'nodebuffer', mimeType: docxType, ...packed });
};

const partOf = (path: unknown, main: string): TemplatePart => {
  if (typeof path !== 'string' || path === main) return 'BODY';
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

const faultOf = ({ message = '', properties = {} }: TagError, main: string): TemplateFault => {
  const { id, xtag, file, openingtag, closingtag } = properties;
  const tag = typeof xtag === 'string' ? xtag : '';
  const part = partOf(file, main);
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

/** Faults of one template that are told at most: whoever has more of them corrects these first. */
const faultsMax = 100;

/** Notes, as a template is tried, each tag that stands for nothing or for no text, once. */
const watcher = (faults: Map<string, TemplateFault>, main: string): Docxtemplater.DXT.Module => ({
  name: 'ParvisTags',
  // Before docxtemplater's own, which answer and end the round.
  priority: 1000,
  render(tag, { scopeManager, filePath }) {
    if (tag.type !== 'placeholder') return null;
    const value = scopeManager.getValue(tag.value, { part: tag });
    const part = partOf(filePath, main);
    const written = tag.module ? 'section' : 'value';
    const key = `${tag.value} ${part}`;
    if (faults.has(key) || faults.size >= faultsMax) return null;
    if (value === undefined || value === null || (written === 'value' && isGroup(value)))
      faults.set(key, unknown(tag.value, part));
    else if (written === 'value' && typeof value !== 'string') faults.set(key, new TagIsNoValue(tag.value, part));
    return null;
  },
});

/** What can be told of the tags before any is tried. @throws TooManyTags, TemplateBroken */
const checkTags = ({ zip, main, written }: WordPackage): void => {
  const texts = written.map((path) => ({ path, text: textWithin(zip.file(path)?.asText() ?? '') }));
  if (texts.reduce((sum, { text }) => sum + countTags(text), 0) > tagLimits.tags) throw new TooManyTags(tagLimits.tags);
  refuseFaults(texts.flatMap(({ path, text }) => tagFaults(text, partOf(path, main))));
};

/** @throws TemplateBroken */
const refuseFaults = (faults: TemplateFault[]): void => {
  const distinct = new Map(faults.map((fault) => [`${fault.name} ${fault.tag} ${fault.part}`, fault]));
  if (distinct.size > 0) throw new TemplateBroken([...distinct.values()].slice(0, faultsMax));
};

/**
 * Checks a template by its content: a Word document, whose tags are all understood, tried once with everything filled in and
 * once with nothing. It takes what the template makes it take: for a process that may be ended (`reading.ts`).
 *
 * @throws NotWordDocument, DocumentTooLarge, DocumentWithMacros, DocumentFetches, DocumentHolds, TooManyTags, TemplateBroken with
 *   every mistake
 */
export const checkTemplate = (template: Buffer): void => {
  const checked = unpacked(template);
  checkTags(checked);
  const { main } = checked;
  const noted = new Map<string, TemplateFault>();
  const faults: TemplateFault[] = [];
  for (const [tags, zip] of [[sample, checked.zip] as const, [emptied(sample), new PizZip(template)] as const]) {
    try {
      new Docxtemplater(zip, { ...templateOptions, modules: [watcher(noted, main)] }).render(tags);
    } catch (error) {
      const { properties } = error as TagError;
      if (properties?.id === 'filetype_not_identified' || properties?.id === 'filetype_not_handled')
        throw new NotWordDocument();
      faults.push(...(properties?.errors ?? [error as TagError]).map((one) => faultOf(one, main)));
      break;
    }
  }
  refuseFaults([...noted.values(), ...faults]);
};
