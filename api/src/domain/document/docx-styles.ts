import { at, childOf, elementsOf, readXml, valueAt, type XmlElement } from './docx-xml.js';

/** What a paragraph's style says of it, with what it takes from the styles that it is based on. */
export interface ParagraphStyle {
  role: 'title' | 'subtitle' | 'text';
  /** From 0 on for a heading. */
  outline?: number;
  list?: { id: string; level: number };
  align?: string;
  newPage: boolean;
  /** On the page of what follows. */
  keep: boolean;
  bold: boolean;
  italic: boolean;
}

/** A mark such as <w:b/>, which `w:val="0"` takes back. */
export const isOn = (parent: XmlElement | undefined, name: string): boolean => {
  const mark = childOf(parent, name);
  return mark !== undefined && !['0', 'false', 'none'].includes(mark.attributes['w:val'] ?? '1');
};

/** Properties that a paragraph has of its own, or a style gives it. */
export const paragraphProperties = (element: XmlElement): Partial<ParagraphStyle> => {
  const properties = childOf(element, 'w:pPr');
  const outline = valueAt(properties, 'w:outlineLvl');
  const id = valueAt(properties, 'w:numPr', 'w:numId');
  const level = Number(valueAt(properties, 'w:numPr', 'w:ilvl') ?? 0);
  const align = valueAt(properties, 'w:jc');
  return {
    ...(outline !== undefined && Number(outline) < 9 ? { outline: Number(outline) } : {}),
    ...(id === undefined ? {} : { list: { id, level } }),
    ...(align === undefined ? {} : { align }),
    ...(childOf(properties, 'w:keepNext') ? { keep: isOn(properties, 'w:keepNext') } : {}),
    ...(childOf(properties, 'w:pageBreakBefore') ? { newPage: isOn(properties, 'w:pageBreakBefore') } : {}),
  };
};

const plain: ParagraphStyle = { role: 'text', newPage: false, keep: false, bold: false, italic: false };
const roles: Record<string, ParagraphStyle['role']> = { title: 'title', subtitle: 'subtitle' };

/** The paragraph styles of a document, by id. Names are Word's own, the same in each language. */
export const readStyles = (xml: string): ((id: string | undefined) => ParagraphStyle) => {
  const elements = elementsOf(childOf(readXml(xml), 'w:styles')).filter(({ name }) => name === 'w:style');
  const byId = new Map(elements.map((element) => [element.attributes['w:styleId'] ?? '', element]));
  const found = new Map<string, ParagraphStyle>();
  const styleOf = (id: string | undefined): ParagraphStyle => {
    const element = id === undefined ? undefined : byId.get(id);
    if (!element || id === undefined) return plain;
    const known = found.get(id);
    if (known) return known;
    found.set(id, plain); // a style based on itself
    const name = (valueAt(element, 'w:name') ?? '').toLowerCase();
    const text = childOf(element, 'w:rPr');
    const heading = /^heading ([1-9])$/.exec(name)?.[1];
    const style: ParagraphStyle = {
      ...styleOf(valueAt(element, 'w:basedOn')),
      ...(heading ? { outline: Number(heading) - 1 } : {}),
      ...paragraphProperties(element),
      ...(childOf(text, 'w:b') ? { bold: isOn(text, 'w:b') } : {}),
      ...(childOf(text, 'w:i') ? { italic: isOn(text, 'w:i') } : {}),
      ...(roles[name] ? { role: roles[name] } : {}),
    };
    found.set(id, style);
    return style;
  };
  return styleOf;
};

interface ListLevel {
  format: string;
  pattern: string;
  start: number;
}

const letters = (value: number): string =>
  value > 0 ? letters(Math.floor((value - 1) / 26)) + String.fromCharCode(97 + ((value - 1) % 26)) : '';
const romans: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const roman = (value: number): string => {
  const [unit, digits] = romans.find(([least]) => least <= value) ?? [0, ''];
  return unit > 0 ? digits + roman(value - unit) : '';
};
const written: Record<string, (value: number) => string> = {
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

/** Counts list items as Word does. Gives the mark of the next one: "Article 3 –", "b)"; undefined for a bullet, null for none. */
export const readNumbering = (
  xml: string | undefined,
): ((list: { id: string; level: number }) => string | null | undefined) => {
  const elements = xml ? elementsOf(childOf(readXml(xml), 'w:numbering')) : [];
  const abstractOf = new Map(
    elements.flatMap((one) =>
      one.name === 'w:num' ? [[one.attributes['w:numId'] ?? '', valueAt(one, 'w:abstractNumId') ?? '']] : [],
    ) as [string, string][],
  );
  const levels = new Map<string, ListLevel>();
  for (const one of elements.filter(({ name }) => name === 'w:abstractNum'))
    for (const level of elementsOf(one).filter(({ name }) => name === 'w:lvl'))
      levels.set(`${one.attributes['w:abstractNumId']}/${level.attributes['w:ilvl']}`, {
        format: valueAt(level, 'w:numFmt') ?? 'decimal',
        pattern: valueAt(level, 'w:lvlText') ?? '',
        start: Number(valueAt(level, 'w:start') ?? 1),
      });
  const counters = new Map<string, number[]>();
  return ({ id, level }) => {
    const abstract = abstractOf.get(id);
    const own = levels.get(`${abstract}/${level}`);
    if (abstract === undefined || !own || own.format === 'none') return null;
    if (own.format === 'bullet') return undefined;
    const counter = counters.get(abstract) ?? [];
    counters.set(abstract, [...counter.slice(0, level), (counter[level] ?? own.start - 1) + 1]);
    const current = counters.get(abstract) ?? [];
    return own.pattern.replace(/%([1-9])/g, (_whole, digit: string) => {
      const index = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = levels.get(`${abstract}/${index}`) ?? {};
      const value = current[index] ?? start;
      return written[format]?.(value) ?? String(value);
    });
  };
};

export const styleIdOf = (paragraph: XmlElement): string | undefined => valueAt(paragraph, 'w:pPr', 'w:pStyle');
export const cellSpan = (cell: XmlElement): number => Number(valueAt(cell, 'w:tcPr', 'w:gridSpan') ?? 1);
/** 'restart' begins a cell over several rows, 'continue' belongs to the one above. */
export const verticalMerge = (cell: XmlElement): 'restart' | 'continue' | undefined => {
  const merge = at(cell, 'w:tcPr', 'w:vMerge');
  if (!merge) return undefined;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
};
