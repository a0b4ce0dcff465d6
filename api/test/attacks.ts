import PizZip from 'pizzip';
import { aTemplate } from './documents.js';

/** A Word document made to hurt whoever reads it, and what it is refused as; null when it is taken after all. */
export interface Attack {
  content(): Buffer;
  refusal: string | RegExp | null;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The template with parts changed or added: each gets what was there. */
export const withParts = (base: Buffer, parts: Record<string, (was: string) => string | Buffer>): Buffer => {
  const zip = new PizZip(base);
  for (const [path, change] of Object.entries(parts)) zip.file(path, change(zip.file(path)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
};

const inBody = (base: Buffer, xml: string): Buffer =>
  withParts(base, { 'word/document.xml': (was) => was.replace('<w:body>', () => `<w:body>${xml}`) });

const relation = (base: Buffer, attributes: string): Buffer =>
  withParts(base, {
    'word/_rels/document.xml.rels': (was) =>
      was.replace('</Relationships>', `<Relationship Id="x" ${attributes}/></Relationships>`),
  });

const field = (...texts: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${texts
    .map((text) => `<w:r><w:instrText>${text}</w:instrText></w:r>`)
    .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const many = (count: number, one: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => one(n));

/** What takes time or memory, by what it is. */
export const costly = (base: Buffer): Record<string, Attack> => ({
  'a list sixty times inside itself': {
    content: () => aTemplate(base, ...many(60, () => '{#missions}'), 'x', ...many(60, () => '{/missions}')),
    refusal: 'TemplateBroken',
  },
  'relations that begin with a comment without end': {
    content: () => withParts(base, { 'word/_rels/document.xml.rels': () => '<!--'.repeat(500_000) }),
    refusal: 'NotWordDocument',
  },
  'a name without end': {
    content: () => withParts(base, { 'word/_rels/document.xml.rels': () => `<${'a'.repeat(1_000_000)}` }),
    refusal: 'NotWordDocument',
  },
  'twenty thousand tags': {
    content: () => aTemplate(base, ...many(20_000, (n) => `{inconnue_${n}}`)),
    refusal: 'TooManyTags',
  },
  'as many unknown tags as may be, as long as may be': {
    content: () => aTemplate(base, ...many(1900, (n) => `{${String(n).padEnd(190, 'x')}}`)),
    refusal: 'TemplateBroken',
  },
  'two megabytes of paragraphs': {
    content: () => aTemplate(base, ...many(25_000, (n) => `Paragraphe ${n}.`)),
    refusal: null,
  },
  'twenty-five megabytes of paragraphs': {
    content: () => inBody(base, many(320_000, (n) => `<w:p><w:r><w:t>Paragraphe ${n}.</w:t></w:r></w:p>`).join('')),
    refusal: /^FileToo(Slow|Heavy)$/,
  },
  'a bomb': {
    content: () => withParts(base, { 'word/media/a.bmp': () => Buffer.alloc(64 * 1024 * 1024) }),
    refusal: 'DocumentTooLarge',
  },
});

/** What a document has no need of, by what it is. */
export const needless = (base: Buffer): Record<string, Attack> => ({
  'an external picture, in other letters': {
    content: () => relation(base, `Type="${office}/image" Target="https://elsewhere.test/x" TargetMode="EXTERNAL"`),
    refusal: 'DocumentFetches',
  },
  'an address that does not say that it is outside': {
    content: () => relation(base, `Type="${office}/image" Target="file://elsewhere/x"`),
    refusal: 'DocumentFetches',
  },
  'relations whose name is in other letters': {
    content: () =>
      withParts(base, {
        'word/_rels/x.xml.RELS': () =>
          `<Relationships><Relationship Id="x" Type="${office}/ATTACHEDTEMPLATE" Target="https://elsewhere.test/x" TargetMode="External"/></Relationships>`,
        '[Content_Types].xml': (was) =>
          was.replace('<Override', '<Default Extension="bin" ContentType="image/png"/><Override'),
      }),
    refusal: 'DocumentFetches',
  },
  'an object': {
    content: () => relation(base, `Type="${office}/oleObject" Target="embeddings/a.bin"`),
    refusal: 'DocumentHolds',
  },
  'another document to put in': {
    content: () => relation(base, `Type="${office}/aFChunk" Target="a.html"`),
    refusal: 'DocumentHolds',
  },
  'a part of another kind': {
    content: () => withParts(base, { 'word/activeX/activeX1.bin': () => 'x' }),
    refusal: 'DocumentHolds',
  },
  'a field that asks a program': { content: () => inBody(base, field(' DDEAUTO c:\\\\x ')), refusal: 'DocumentHolds' },
  'a field in pieces': { content: () => inBody(base, field('DD', 'E x')), refusal: 'DocumentHolds' },
  'a field written with entities': { content: () => inBody(base, field('&#68;DE x')), refusal: 'DocumentHolds' },
  'a simple field': {
    content: () => inBody(base, '<w:fldSimple w:instr="INCLUDEPICTURE https://elsewhere.test/x"/>'),
    refusal: 'DocumentHolds',
  },
  'a field that puts a text in': { content: () => inBody(base, field('includetext "c:/x"')), refusal: 'DocumentHolds' },
  'XML in the place of text': { content: () => aTemplate(base, '{@guichet.nom}'), refusal: 'TemplateBroken' },
  'other marks than braces': {
    content: () => aTemplate(base, '{=[[ ]]=}', '[[guichet.nom]]'),
    refusal: 'TemplateBroken',
  },
  'conditions nine deep': {
    content: () => aTemplate(base, ...many(9, (n) => `{#a${n}}`), ...many(9, (n) => `{/a${8 - n}}`)),
    refusal: 'TemplateBroken',
  },
});
