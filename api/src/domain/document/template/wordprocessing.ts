// The few elements of WordprocessingML that the default template is made of.

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (one) => escapes[one] ?? one);

const run = (text: string, properties: string): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const nbsp = '\u00a0';
/** The spaces of French typography that no line may break at. */
const typeset = (text: string): string =>
  text
    .replace(/ ([:;!?»])/g, `${nbsp}$1`)
    .replace(/(«|n°|\b[LR]\.) /g, `$1${nbsp}`)
    .replaceAll(' ETP', `${nbsp}ETP`);

/** Runs of a text where `**…**` is bold. */
const runs = (text: string): string =>
  typeset(text)
    .split('**')
    .map((part, index) => (part ? run(part, index % 2 ? '<w:b/>' : '') : ''))
    .join('');

/** A paragraph in one of the styles of `parts.ts`; one that announces something stays with it. */
export const paragraph = (text: string, style = text.endsWith(' :') ? 'AvecLaSuite' : ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs(text)}</w:p>`;

export const title = (text: string): string => paragraph(text, 'Title');
export const subtitle = (text: string): string => paragraph(text, 'Subtitle');
/** An article: Word numbers it. */
export const article = (text: string): string => paragraph(text, 'Heading1');
/** A heading without a number, as important as an article. */
export const part = (text: string): string => paragraph(text, 'Partie');
/** Begins a page. */
export const annex = (text: string): string => paragraph(text, 'Annexe');
export const item = (text: string): string => paragraph(text, 'ListBullet');

/** Blocks repeated for each element of a list, or shown when a condition holds. The marks are paragraphs of their own, which disappear. */
export const section = (tag: string, ...blocks: string[]): string =>
  [paragraph(`{#${tag}}`), ...blocks, paragraph(`{/${tag}}`)].join('');
/** Blocks shown when a list is empty or a condition does not hold. */
export const unless = (tag: string, ...blocks: string[]): string =>
  [paragraph(`{^${tag}}`), ...blocks, paragraph(`{/${tag}}`)].join('');

interface Column {
  title: string;
  /** Twentieths of a point; a page between its margins has 9638. */
  width: number;
  cell: string;
}

/** A table with a heading row that Word repeats on each page, and a row for each element of a list; a `whole` one stays on one page. */
export const table = (list: string, columns: readonly Column[], { height = 0, whole = false } = {}): string => {
  const cell = ({ width }: Column, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const head = columns.map((column) => cell(column, paragraph(column.title, 'TableHead')));
  const row = columns.map((column, index) => {
    const opening = index === 0 ? `{#${list}}` : '';
    const closing = index === columns.length - 1 ? `{/${list}}` : '';
    return cell(column, paragraph(`${opening}${column.cell}${closing}`, whole ? 'TableTextWhole' : 'TableText'));
  });
  const tall = height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : '';
  return [
    '<w:tbl><w:tblPr><w:tblStyle w:val="Tableau"/><w:tblW w:w="9638" w:type="dxa"/><w:tblLayout w:type="fixed"/>',
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>',
    `<w:tblGrid>${columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`,
    `<w:tr><w:trPr><w:cantSplit/>${tall}</w:trPr>${row.join('')}</w:tr>`,
    '</w:tbl>',
    paragraph('', 'AfterTable'),
  ].join('');
};

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
