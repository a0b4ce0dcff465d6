import PizZip from 'pizzip';
import { mainPart } from './docx-package.js';
import {
  cellSpan,
  isOn,
  type ParagraphStyle,
  paragraphProperties,
  readNumbering,
  readStyles,
  styleIdOf,
  verticalMerge,
} from './docx-styles.js';
import { at, childOf, elementsOf, readXml, textOf, type XmlElement } from './docx-xml.js';

/** A piece of text in one look; a line feed in it is a line feed. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

export interface Item {
  runs: Run[];
  /** What numbers it, "a)"; null for a bullet. */
  marker: string | null;
  children: Item[];
}

export interface Cell {
  blocks: Block[];
  columns: number;
  rows: number;
}

/** What a Word document says, without how Word lays it out. */
export type Block =
  | { kind: 'title' | 'subtitle'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  /** `keep`: on the page of what follows. */
  | { kind: 'paragraph'; runs: Run[]; align: 'left' | 'center' | 'right'; keep: boolean }
  | { kind: 'list'; items: Item[] }
  /** `header`: how many rows head it. `heights`: of each row at least, in points. `whole`: on one page. */
  | { kind: 'table'; widths: number[]; header: number; heights: number[]; whole: boolean; rows: Cell[][] }
  | { kind: 'page' };

/** Elements whose children stand in the text as if they were not there. */
const transparent = new Set([
  'w:ins',
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:moveTo',
  'mc:AlternateContent',
  'mc:Choice',
  'w:customXml',
]);

const opened = (parent: XmlElement): XmlElement[] =>
  elementsOf(parent).flatMap((child) => (transparent.has(child.name) ? opened(child) : [child]));

const pieces: Record<string, (piece: XmlElement) => string> = {
  'w:t': textOf,
  'w:tab': () => '\u2003',
  'w:br': (piece) => (piece.attributes['w:type'] ? '' : '\n'),
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '\u2011',
};

const runsOf = (paragraph: XmlElement, { bold, italic }: ParagraphStyle): Run[] =>
  opened(paragraph).flatMap((run): Run[] => {
    const look = childOf(run, 'w:rPr');
    if (run.name !== 'w:r' || isOn(look, 'w:vanish')) return [];
    const text = opened(run)
      .map((piece) => pieces[piece.name]?.(piece) ?? '')
      .join('');
    if (text === '') return [];
    return [
      {
        text,
        bold: childOf(look, 'w:b') ? isOn(look, 'w:b') : bold,
        italic: childOf(look, 'w:i') ? isOn(look, 'w:i') : italic,
      },
    ];
  });

/** Word's names for the sides of a line. */
const alignments: Record<string, 'left' | 'center' | 'right'> = { center: 'center', right: 'right', end: 'right' };

const isNumbered = (item: Item | undefined): boolean => typeof item?.marker === 'string';

/** Puts an item at the end of the lists already open, at its depth. */
const addItem = (items: Item[], item: Item, depth: number): void => {
  const last = items.at(-1);
  if (depth === 0 || !last) items.push(item);
  else addItem(last.children, item, depth - 1);
};

class BlockReader {
  readonly #styleOf: ReturnType<typeof readStyles>;
  readonly #markOf: ReturnType<typeof readNumbering>;
  /** Headings begin at 1 and go down one by one, as PDF/UA asks; Word lets people skip. */
  #depth = 0;

  constructor(zip: PizZip) {
    this.#styleOf = readStyles(zip.file('word/styles.xml')?.asText() ?? '');
    this.#markOf = readNumbering(zip.file('word/numbering.xml')?.asText());
  }

  blocksOf(parent: XmlElement): Block[] {
    const blocks: Block[] = [];
    for (const element of opened(parent)) {
      if (element.name === 'w:tbl') blocks.push(this.#table(element));
      else if (element.name === 'w:p') this.#add(element, blocks);
    }
    return blocks;
  }

  #add(element: XmlElement, blocks: Block[]): void {
    const style = this.#style(element);
    const breaks = opened(element).some((run) => elementsOf(run).some(isPageBreak));
    if (style.newPage || breaks) blocks.push({ kind: 'page' });
    const runs = runsOf(element, {
      ...style,
      bold: style.outline === undefined && style.role === 'text' && style.bold,
    });
    if (runs.every(({ text }) => text.trim() === '')) return;
    const mark = style.list && style.list.id !== '0' ? this.#markOf(style.list) : null;
    if (style.outline !== undefined) {
      this.#depth = Math.min(style.outline + 1, this.#depth + 1);
      const numbered = mark ? [{ text: `${mark} `, bold: false, italic: false }, ...runs] : runs;
      blocks.push({ kind: 'heading', level: this.#depth, runs: numbered });
    } else if (style.role !== 'text') blocks.push({ kind: style.role, runs });
    else if (mark !== null && style.list) {
      const last = blocks.at(-1);
      const item = { runs, marker: mark ?? null, children: [] };
      const { level } = style.list;
      if (last?.kind === 'list' && (level > 0 || isNumbered(last.items[0]) === isNumbered(item)))
        addItem(last.items, item, level);
      else blocks.push({ kind: 'list', items: [item] });
    } else blocks.push({ kind: 'paragraph', runs, align: alignments[style.align ?? ''] ?? 'left', keep: style.keep });
  }

  #style(paragraph: XmlElement): ParagraphStyle {
    return { ...this.#styleOf(styleIdOf(paragraph)), ...paragraphProperties(paragraph) };
  }

  #table(element: XmlElement): Block {
    const rows = opened(element).filter(({ name }) => name === 'w:tr');
    const grid = elementsOf(childOf(element, 'w:tblGrid')).map((column) => Number(column.attributes['w:w']) || 1);
    const cells = rows.map((row) => {
      let column = 0;
      return opened(row)
        .filter(({ name }) => name === 'w:tc')
        .map((cell) => {
          const placed = { cell, column, columns: cellSpan(cell), merge: verticalMerge(cell) };
          column += placed.columns;
          return placed;
        });
    });
    const rowsOf = (from: number, column: number): number => {
      let end = from + 1;
      while (cells[end]?.some((cell) => cell.column === column && cell.merge === 'continue')) end += 1;
      return end - from;
    };
    const heads = rows.findIndex((row) => !isOn(childOf(row, 'w:trPr'), 'w:tblHeader'));
    const widest = Math.max(1, ...cells.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
    return {
      kind: 'table',
      widths: grid.length === widest ? grid : Array.from({ length: widest }, () => 1),
      header: heads === -1 ? 0 : heads,
      heights: rows.map((row) => Number(at(row, 'w:trPr', 'w:trHeight')?.attributes['w:val'] ?? 0) / 20),
      // As Word does: a row stays with the next one when its first paragraph does.
      whole: cells.slice(0, -1).every(([first]) => {
        const paragraph = first && childOf(first.cell, 'w:p');
        return paragraph !== undefined && this.#style(paragraph).keep;
      }),
      rows: cells.map((row, index) =>
        row
          .filter(({ merge }) => merge !== 'continue')
          .map(({ cell, column, columns, merge }) => ({
            blocks: this.blocksOf(cell),
            columns,
            rows: merge ? rowsOf(index, column) : 1,
          })),
      ),
    };
  }
}

const isPageBreak = ({ name, attributes }: XmlElement): boolean => name === 'w:br' && attributes['w:type'] === 'page';

/** The text, headings, lists and tables of a rendered document, in order; pictures and text boxes are left out. */
export const readBlocks = (docx: Buffer): Block[] => {
  const zip = new PizZip(docx);
  const body = at(readXml(zip.file(mainPart(zip))?.asText() ?? ''), 'w:document', 'w:body');
  return body ? new BlockReader(zip).blocksOf(body) : [];
};
