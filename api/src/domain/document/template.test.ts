import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type AskDocuments, aTemplate, documentServer, type Who, wordsOf } from '../../../test/documents.js';
import { callers, idOf, makeNetwork } from '../../../test/network.js';
import { languages, texts } from '../../words/words.js';
import { documentWords } from './document.data.js';
import { allTags, checkTemplate, defaultTemplate } from './docx.js';
import { readBlocks } from './docx-blocks.js';
import { renderDocx } from './render.js';
import { sampleTags } from './sample.rules.js';
import { tagGroups } from './tag-groups.js';

const base = defaultTemplate();

let api: TestApi;
let ask: AskDocuments;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  ask = await documentServer(api);
});
afterAll(() => api.close());

const put = (who: Who, payload: Buffer, headers: Record<string, string> = {}) =>
  ask(who, {
    method: 'PUT',
    url: '/documents/template',
    payload,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'Notre%20mod%C3%A8le.docx', ...headers },
  });
const documentOf = async (who: Who, version = 1) =>
  wordsOf(
    (await ask(who, { url: `/documents/convention-versions/${idOf('ConventionVersion', version)}.docx` })).rawPayload,
  );

describe('the template of an EPCI', () => {
  it('begins with the one that comes with Parvis, which is itself a template', async () => {
    const given = await ask('staff', { url: '/documents/template' });
    expect(given.headers['content-disposition']).toContain("filename*=UTF-8''Mod%C3%A8le%20de%20convention.docx");
    expect(wordsOf(given.rawPayload)).toContain('{guichet.nom}');
    expect(() => checkTemplate(given.rawPayload)).not.toThrow();
  });
  it('is used for all who read its conventions, and for no other EPCI; the default comes back', async () => {
    const own = aTemplate(base, 'Convention de {guichet.nom}', '{#agents}', '{nom}', '{/agents}');
    const kept = await put('staff', own);
    expect([kept.statusCode, kept.json().fileName]).toEqual([201, 'Notre modèle.docx']);
    for (const who of ['staff', 'agent', 'analystOfOne', 'national'] as const)
      expect(await documentOf(who), who).toBe('Convention de Mairie de Voiron\n');
    expect(await documentOf('foreignStaff', 3)).toContain('Entre');
    expect((await ask('staff', { url: '/documents/template' })).rawPayload.equals(own)).toBe(true);
    const list = '{ documentTemplates { nodes { rank inUse fileName addedByName } } }';
    expect((await api.ask(callers.staff, list)).data.documentTemplates).toEqual({
      nodes: [
        { rank: 1, inUse: false, fileName: 'a.docx', addedByName: 'Équipe' },
        { rank: 2, inUse: true, fileName: 'Notre modèle.docx', addedByName: 'Équipe' },
      ],
    });
    await put('staff', aTemplate(base, 'Autre'));
    expect(await documentOf('staff')).toBe('Autre\n');
    expect((await api.ask(callers.staff, 'mutation { restoreDefaultTemplate }')).data).toEqual({
      restoreDefaultTemplate: true,
    });
    expect(await documentOf('staff')).toContain('Entre');
  });
  it('replaced by two people at the same moment is the one of either, and both are kept', async () => {
    const both = await Promise.all(['Une', 'Deux'].map((text) => put('staff', aTemplate(base, text))));
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(await documentOf('staff')).toMatch(/^(Une|Deux)\n$/);
    const used = '{ documentTemplates(filter: { inUse: { eq: true } }) { nodes { rank } } }';
    expect(
      (await api.ask<{ documentTemplates: { nodes: unknown[] } }>(callers.staff, used)).data.documentTemplates.nodes,
    ).toHaveLength(1);
    await api.ask(callers.staff, 'mutation { restoreDefaultTemplate }');
  });
  it('is for staff, from our own pages', async () => {
    expect((await put('agent', base)).json()).toMatchObject({ code: 'FORBIDDEN' });
    expect((await put('staff', base, { origin: 'https://evil.test' })).json()).toMatchObject({
      name: 'ForeignRequest',
    });
    expect((await ask('agent', { url: '/documents/template' })).statusCode).toBe(403);
    expect((await put('staff', Buffer.alloc(5 * 1024 * 1024 + 1))).statusCode).toBe(413);
  });
  it('is refused with every mistake, named in words', async () => {
    const refused = await put(
      'staff',
      aTemplate(
        base,
        '{guichet.non}',
        '{intitule}',
        '{missions}',
        '{#enregistre}{epci.nom}{/enregistre}',
        '{^missions}{oups}{/missions}',
      ),
    );
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toEqual({
      code: 'BAD_USER_INPUT',
      name: 'TemplateBroken',
      message: 'Ce modèle n’a pas été pris\u00a0: erreurs à corriger, 4.',
      faults: [
        {
          name: 'TagUnknown',
          tag: 'guichet.non',
          part: 'BODY',
          message: 'La balise «\u00a0guichet.non\u00a0» n’existe pas. La plus proche est «\u00a0guichet.nom\u00a0».',
        },
        {
          name: 'TagOutsideItsList',
          tag: 'intitule',
          part: 'BODY',
          message: 'La balise «\u00a0intitule\u00a0» s’emploie entre les marques de sa liste, «\u00a0missions\u00a0».',
        },
        {
          name: 'TagIsNoValue',
          tag: 'missions',
          part: 'BODY',
          message: 'La balise «\u00a0missions\u00a0» n’est pas un texte\u00a0: ouvrez-la avec # et fermez-la avec /.',
        },
        { name: 'TagUnknown', tag: 'oups', part: 'BODY', message: expect.stringContaining('n’existe pas') },
      ],
    });
  });
});

const faultsOf = (content: Buffer): string[] => {
  try {
    checkTemplate(content);
    return [];
  } catch (error) {
    const faults: { name: string; tag: string; part: string }[] = Reflect.get(Object(error), 'faults') ?? [];
    return faults.length > 0
      ? faults.map(({ name, tag, part }) => `${name} ${tag} ${part}`)
      : [Reflect.get(Object(error), 'name')];
  }
};

describe('a template is refused', () => {
  it.each([
    [['{guichet.nom'], ['BraceNotClosed guichet.nom BODY']],
    [['guichet.nom}'], ['BraceNotOpened guichet.nom BODY']],
    [['{#missions}{intitule}'], ['SectionNotClosed missions BODY']],
    [['{intitule}{/missions}'], ['SectionNotOpened missions BODY']],
    [['{#missions}{#agents}{nom}{/missions}{/agents}'], ['SectionsCrossed agents BODY']],
    [['{#missionss}x{/missionss}'], ['TagUnknown missionss BODY']],
    [['{__proto__}{constructor.name}'], ['TagUnknown __proto__ BODY', 'TagUnknown constructor.name BODY']],
    [['{guichet}'], ['TagUnknown guichet BODY']],
    [['{epci.nom}{epci.nom.x}'], ['TagUnknown epci.nom.x BODY']],
  ])('%j', (lines, faults) => {
    expect(faultsOf(aTemplate(base, ...lines))).toEqual(faults);
  });
  it('when its header has a mistake, saying so', () => {
    const zip = new PizZip(base);
    zip.file('word/header1.xml', (zip.file('word/header1.xml')?.asText() ?? '').replace('epci.nom', 'epci.nm'));
    expect(faultsOf(zip.generate({ type: 'nodebuffer' }))).toEqual(['TagUnknown epci.nm HEADER']);
  });
  it('when it is no Word document, or has macros', () => {
    expect(faultsOf(Buffer.from('not a zip'))).toEqual(['NotWordDocument']);
    expect(faultsOf(new PizZip().file('a.txt', 'a').generate({ type: 'nodebuffer' }))).toEqual(['NotWordDocument']);
    const spreadsheet = new PizZip().file('word/document.xml', '<a/>').file('[Content_Types].xml', '<Types/>');
    expect(faultsOf(spreadsheet.generate({ type: 'nodebuffer' }))).toEqual(['NotWordDocument']);
    const zip = new PizZip(base);
    zip.file('word/vbaProject.bin', 'x');
    expect(faultsOf(zip.generate({ type: 'nodebuffer' }))).toEqual(['DocumentWithMacros']);
    const renamed = new PizZip(base);
    const types = renamed.file('[Content_Types].xml')?.asText() ?? '';
    const macros = types.replace(/[^"]*document\.main\+xml/, 'application/vnd.ms-word.document.macroEnabled.main+xml');
    renamed.file('[Content_Types].xml', macros);
    expect(faultsOf(renamed.generate({ type: 'nodebuffer' }))).toEqual(['DocumentWithMacros']);
  });
  it('when it would fetch something each time that it is opened; links are taken', () => {
    const withTarget = (type: string) => {
      const zip = new PizZip(base);
      const path = 'word/_rels/document.xml.rels';
      const added = `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://elsewhere.test/x" TargetMode="External"/></Relationships>`;
      zip.file(path, (zip.file(path)?.asText() ?? '').replace('</Relationships>', added));
      return zip.generate({ type: 'nodebuffer' });
    };
    for (const type of ['image', 'attachedTemplate', 'oleObject', 'frame'])
      expect(faultsOf(withTarget(type)), type).toEqual(['DocumentFetches']);
    expect(faultsOf(withTarget('hyperlink'))).toEqual([]);
  });
  it('when it unpacks to more than any template holds, whatever size it declares', () => {
    const honest = new PizZip(base).file('word/media/a.bmp', Buffer.alloc(31 * 1024 * 1024));
    const bomb = honest.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(100_000);
    expect(faultsOf(bomb)).toEqual(['DocumentTooLarge']);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(31 * 1024 * 1024);
    for (let at = bomb.indexOf(size); at !== -1; at = bomb.indexOf(size, at)) bomb.writeUInt32LE(1000, at);
    expect(faultsOf(bomb)).toEqual(['DocumentTooLarge']);
  });
});

describe('the tags', () => {
  it('have words in both languages, each of them and no other', () => {
    const tags = allTags.map(({ key }) => key).sort();
    for (const language of languages) expect(Object.keys(texts[language].tags).sort()).toEqual(tags);
    const first = new Set(allTags.map(({ key }) => key.split('.')[0] ?? ''));
    expect(Object.values(tagGroups).flat().sort()).toEqual([...first].sort());
  });
  it('are listed with examples, and with what they say of a version', async () => {
    const query = '($id: ID) { documentTags(versionId: $id) { tag kind group lists label example value } }';
    const { data } = await api.ask<{ documentTags: { tag: string; lists: string[] }[] }>(
      callers.staff,
      `query ${query}`,
      { id: idOf('ConventionVersion', 1) },
    );
    const tagged = (tag: string, ...lists: string[]) =>
      data.documentTags.find((one) => one.tag === tag && one.lists.join() === lists.join());
    expect(tagged('guichet.nom')).toMatchObject({
      kind: 'VALUE',
      group: 'PARTIES',
      label: 'Nom du guichet',
      example: 'Mairie de Tullins',
      value: 'Mairie de Voiron',
    });
    expect(tagged('enregistre')).toMatchObject({ kind: 'CONDITION', example: 'oui', value: 'non' });
    expect(tagged('intitule', 'missions')).toMatchObject({
      example: 'Dire au demandeur où en est son dossier\u00a0; Renouveler les demandes',
      value: '',
    });
    expect(tagged('missions')).toMatchObject({ kind: 'LIST' });
    // The words are in the language of the screen, whatever the account's; what a document says is in French.
    const { data: english } = await api.ask(callers.staff, '{ documentTags(locale: en) { label example } }');
    expect(english.documentTags).toContainEqual({ label: 'Name of the guichet', example: 'Mairie de Tullins' });
    const { data: without } = await api.ask<{ documentTags: { value: null }[] }>(callers.staff, `query ${query}`);
    expect(new Set(without.documentTags.map(({ value }) => value))).toEqual(new Set([null]));
    expect(
      (await api.ask(callers.staff, `query ${query}`, { id: idOf('ConventionVersion', 3) })).errors[0],
    ).toMatchObject({ name: 'UnknownDocument' });
  });
});

describe('what the PDF takes from a Word document', () => {
  const sample = sampleTags(documentWords);
  it('is headings with their numbers, lists, tables with their heads, and text', () => {
    const blocks = readBlocks(renderDocx(base, sample));
    const headings = blocks.flatMap((block) =>
      block.kind === 'heading' ? [`${block.level} ${block.runs.map(({ text }) => text).join('')}`] : [],
    );
    expect(headings.slice(0, 6)).toEqual([
      '1 Entre',
      '1 Et',
      '1 Ce que change l’avenant n°\u00a01',
      '1 Article 1 – Objet',
      '1 Article 2 – Type d’accueil',
      '1 Article 3 – Missions',
    ]);
    expect(headings).toContain('2 Au titre du type d’accueil Suivi\u00a0:');
    expect(blocks[0]).toMatchObject({ kind: 'title' });
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ header, rows }) => [header, rows.length])).toEqual([
      [1, 2],
      [1, 3],
      [1, 8],
      [1, 2],
    ]);
    expect(blocks.filter(({ kind }) => kind === 'page')).toHaveLength(3);
  });
  it('is every word of it, merged cells, numbered lists and line feeds included', () => {
    const zip = new PizZip(base);
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const body = `
      <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Sans le premier</w:t></w:r></w:p>
      <w:p><w:r><w:t>un</w:t><w:br/><w:t>deux</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>lien</w:t></w:r></w:hyperlink></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>
      <w:tbl><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="2"/></w:tblGrid>
        <w:tr>${cell('large', '<w:gridSpan w:val="2"/>')}</w:tr>
        <w:tr>${cell('haut', '<w:vMerge w:val="restart"/>')}${cell('x')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('y')}</w:tr></w:tbl>`;
    const xml = zip.file('word/document.xml')?.asText() ?? '';
    zip.file('word/document.xml', xml.replace(/<w:body>[\s\S]*<w:sectPr>/, `<w:body>${body}<w:sectPr>`));
    const [heading, text, list, bullets, table] = readBlocks(zip.generate({ type: 'nodebuffer' }));
    expect(heading).toMatchObject({ kind: 'heading', level: 1 });
    expect(text).toMatchObject({
      kind: 'paragraph',
      runs: [
        { text: 'un\ndeux', bold: false },
        { text: 'lien', bold: true },
      ],
    });
    expect(list).toMatchObject({ kind: 'list', items: [{ marker: 'Article 1 –' }] });
    expect(bullets).toMatchObject({ kind: 'list', items: [{ marker: null }] });
    expect(table).toMatchObject({
      kind: 'table',
      widths: [1, 2],
      rows: [
        [{ columns: 2, rows: 1 }],
        [
          { columns: 1, rows: 2 },
          { columns: 1, rows: 1 },
        ],
        [{ columns: 1 }],
      ],
    });
  });
});
