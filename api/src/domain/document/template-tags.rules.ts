import {
  SectionInsideItself,
  SectionTooDeep,
  TagNotTaken,
  type TemplateFault,
  type TemplatePart,
} from './document.errors.js';

/** A template of ten pages has some two hundred tags; no list lies in more than two others. */
export const tagLimits = { tags: 2000, letters: 200, depth: 8 } as const;

const tag = /\{([^{}]*)\}/g;
/** `{#list}`, `{^list}`, or `{-w:tr list}` for a list of other elements than the nearest. */
const opening = /^(?:[#^]|-\S+\s)\s*(.*)$/s;

/** The text of a part without its elements, as docxtemplater looks for tags in it: whatever runs they are cut into. */
export const textWithin = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '');

export const countTags = (text: string): number => text.match(tag)?.length ?? 0;

/**
 * What no template may ask for, whatever it stands for: a list inside itself, whose cost is a power; other marks than braces; XML in
 * the place of text.
 */
export const tagFaults = (text: string, part: TemplatePart): TemplateFault[] => {
  const open: string[] = [];
  return [...text.matchAll(tag)].flatMap(([, inner = '']): TemplateFault[] => {
    const written = inner.trim();
    const short = written.slice(0, tagLimits.letters);
    if (/^[@=]/.test(written) || written.length > tagLimits.letters) return [new TagNotTaken(short, part)];
    if (written.startsWith('/')) open.pop();
    const [, name] = opening.exec(written) ?? [];
    if (name === undefined) return [];
    open.push(name);
    if (open.indexOf(name) < open.length - 1) return [new SectionInsideItself(name, part)];
    return open.length > tagLimits.depth ? [new SectionTooDeep(name, part, tagLimits.depth)] : [];
  });
};
