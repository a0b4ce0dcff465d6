import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { costly, needless, withParts } from '../../../test/attacks.js';
import { aTemplate } from '../../../test/documents.js';
import { documentWords } from './document.data.js';
import { TemplateBroken } from './document.errors.js';
import { checkTemplate, defaultTemplate } from './docx.js';
import { readBlocks } from './docx-blocks.js';
import { lookInto } from './reading.js';
import { renderDocx } from './render.js';
import { sampleTags } from './sample.rules.js';

const base = defaultTemplate();
const refusalOf = (content: Buffer): string | null => {
  try {
    checkTemplate(content);
    return null;
  } catch (error) {
    return Reflect.get(Object(error), 'name');
  }
};

describe('a template made to hurt its reader', () => {
  const { 'twenty-five megabytes of paragraphs': heavy, ...quick } = costly(base);
  it.each(Object.entries(quick))('%s', (_said, { content, refusal }) => {
    expect(refusalOf(content())).toBe(refusal);
  });
  it('is ended once it takes more time or memory than any file does, and the next one is looked into', async () => {
    const content = heavy?.content() ?? base;
    await expect(lookInto('1', { kind: 'template', content }, { time: 100, heap: 256 })).rejects.toMatchObject({
      name: 'FileTooSlow',
      params: { seconds: 0.1 },
    });
    await expect(lookInto('1', { kind: 'template', content }, { time: 25_000, heap: 64 })).rejects.toMatchObject({
      name: 'FileTooHeavy',
    });
    await expect(lookInto('1', { kind: 'template', content: base })).resolves.toBeUndefined();
  });
  it('is refused in the same words as if it were looked into here', async () => {
    const broken = aTemplate(base, '{guichet.non}', '{#missions}{#missions}{/missions}{/missions}');
    const told = await lookInto('1', { kind: 'template', content: broken }).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(TemplateBroken);
    expect(told).toMatchObject({ code: 'BAD_USER_INPUT', faults: [{ name: 'SectionInsideItself', tag: 'missions' }] });
  });
});

describe('a template that holds what documents do not need', () => {
  it.each(Object.entries(needless(base)))('%s', (_said, { content, refusal }) => {
    expect(refusalOf(content())).toBe(refusal);
  });
});

describe('a template is taken', () => {
  it('with pictures, notes, text boxes, tables of contents and fonts inside the file', () => {
    const types = (was: string) =>
      was.replace(
        '<Override',
        '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override',
      );
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const content = withParts(base, {
      '[Content_Types].xml': types,
      'word/media/image1.png': () => 'x',
      'word/footnotes.xml': () => '<w:footnotes><w:footnote><w:p/></w:footnote></w:footnotes>',
      'word/_rels/document.xml.rels': (was) =>
        was.replace(
          '</Relationships>',
          `<Relationship Id="i" Type="${office}/image" Target="media/image1.png"/><Relationship Id="n" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
        ),
      'word/document.xml': (was) =>
        was.replace(
          '<w:body>',
          '<w:body><w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{epci.nom}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        ),
    });
    expect(refusalOf(content)).toBeNull();
  });
  it('whatever the name of its main part, which its PDF is made of too', () => {
    const zip = new PizZip(aTemplate(base, 'Guichet {guichet.nom}'));
    for (const [from, to] of [
      ['word/document.xml', 'word/document2.xml'],
      ['word/_rels/document.xml.rels', 'word/_rels/document2.xml.rels'],
    ] as const) {
      zip.file(to, zip.file(from)?.asText() ?? '');
      zip.remove(from);
    }
    for (const path of ['[Content_Types].xml', '_rels/.rels'])
      zip.file(path, (zip.file(path)?.asText() ?? '').replace('word/document.xml', 'word/document2.xml'));
    const renamed = zip.generate({ type: 'nodebuffer' });
    expect(refusalOf(renamed)).toBeNull();
    const [block] = readBlocks(renderDocx(renamed, sampleTags(documentWords)));
    expect(block).toMatchObject({ kind: 'paragraph', runs: [{ text: 'Guichet Mairie de Tullins' }] });
  });
});
