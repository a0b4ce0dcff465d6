import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { type AskDocuments, documentServer, type Who, wordsOf, xmlOf } from '../../../test/documents.js';
import { idOf, makeNetwork } from '../../../test/network.js';

let api: TestApi;
let ask: AskDocuments;
beforeAll(async () => {
  api = await startTestApi();
  await makeNetwork(api);
  await api.orm.em.fork().execute(`
    insert into referential_item (epci_id, referential_id, kind, code, levels, label, text, position) values
      (1, 1, 'LEVEL', 'SUIVI', '{SUIVI}', 'Suivi', 'Dit où en est un dossier, le met à jour et le renouvelle.', 1),
      (1, 1, 'MISSION', 'FILE_PROGRESS', '{SUIVI,CONSEIL}', 'Dire au demandeur où en est son dossier', 'Le cœur du métier.', 5),
      (1, 1, 'MISSION', 'OWN', '{}', 'Visiter les logements', null, 9),
      (1, 1, 'MEANS', 'QUALIFIED', '{SUIVI}', 'Un agent qualifié et formé', null, 1),
      (1, 1, 'MEANS', 'DEDICATED', '{CONSEIL}', 'Un agent dédié', null, 2),
      (1, 1, 'COMPETENCE', 'TOOLS', '{SUIVI}', 'Maîtrise des outils', null, 1);
    update guichet set address = '12, rue de l’Œuvre', telephone = '04 76 00 00 00' where id = 1;
    update agent set job_title = 'Agente d’accueil' where id = 1;
    alter table convention_version disable trigger user;
    update convention_version set registers = true, dossier_unique = true, missions = '{OWN,FILE_PROGRESS,LEAFLETS}',
      reception_modes = '{IN_PERSON_WALK_IN,TELEPHONE}', etp = 0.5, competences = '{TOOLS}', meetings_per_year = 2,
      opening_hours = '{"slots": [{"weekday": "MON", "from": "09:00", "to": "12:00", "weeks": "ALL", "byAppointment": false}, {"weekday": "THU", "from": "09:00", "to": "12:00", "weeks": "ALL", "byAppointment": false}, {"weekday": "THU", "from": "14:00", "to": "17:00", "weeks": "ALL", "byAppointment": false}], "remark": null}',
      level_conditions = 'Un agent formé reste présent ; sinon, le guichet <revient> à INFO & l’EPCI le dit.',
      sne_signed_on = '2022-05-12', sne_to_revise = true, deliberation_assembly = 'Conseil municipal',
      deliberation_on = '2022-05-05', deliberation_number = '2022-014',
      signatories = '[{"party": "Pays Voironnais", "name": "Marie Durand", "quality": "présidente", "signedOn": "2022-06-15"},
        {"party": "Commune de Voiron", "name": "Paul Lefèvre", "quality": "maire", "signedOn": "2022-06-10"}]'
      where id = 1;
    update convention_version set registers = true where id = 4;
    alter table convention_version enable trigger user`);
  ask = await documentServer(api);
});
afterAll(() => api.close());

const made = async (who: Who, version: number, format: 'docx' | 'pdf') => {
  const url = `/documents/convention-versions/${idOf('ConventionVersion', version)}.${format}`;
  return ask(who, { url });
};
const textOf = async (version: number, who: Who = 'staff') => wordsOf((await made(who, version, 'docx')).rawPayload);

/** Everything that version 1 commits to. */
const commitments = [
  'Convention PV-2022-01',
  'Pays Voironnais, SIREN 243800984',
  'Commune de Voiron',
  '(commune\u00a0: Voiron\u00a0; adresse\u00a0: 12, rue de l’Œuvre\u00a0; téléphone\u00a0: 04\u00a076\u00a000\u00a000\u00a000)',
  'type d’accueil Suivi. Dit où en est un dossier, le met à jour et le renouvelle.',
  'Sur place, sans rendez-vous',
  'Par téléphone',
  'Au titre du type d’accueil Suivi\u00a0:',
  '\nLe cœur du métier.\n',
  'Documents',
  'Autres missions\u00a0:\nVisiter les logements',
  'Le guichet enregistre les demandes',
  'Vu la délibération n°\u00a02022-014 du 5\u00a0mai\u00a02022 (Conseil municipal)\u00a0;',
  'signée avec le préfet le 12\u00a0mai\u00a02022',
  'est à revoir avec le préfet',
  'Le guichet tient le dossier unique',
  'équivalent temps plein\u00a0: 0,5\u00a0ETP.',
  'Un agent qualifié et formé',
  'Maîtrise des outils',
  'chaque année, au moins\u00a0: 2.',
  'Un agent formé reste présent ; sinon, le guichet',
  'prend effet le 1er\u00a0juillet\u00a02022 et s’achève le 31\u00a0décembre\u00a02026 inclus, soit 54\u00a0mois.',
  'Signé le 15\u00a0juin\u00a02022.',
  'Marie Durand',
  'présidente',
  'Paul Lefèvre',
  '10\u00a0juin\u00a02022',
  'de 9\u00a0h\u00a000 à 12\u00a0h\u00a000 et de 14\u00a0h\u00a000 à 17\u00a0h\u00a000',
  // Nobody was there on the first day.
  'Agents\u00a0: à compléter.',
  'Deux réunions',
];

describe('the Word document', () => {
  it('says every commitment of a convention', async () => {
    const text = await textOf(1);
    for (const commitment of commitments) expect(text).toContain(commitment);
    expect(text).toContain('le guichet <revient> à INFO & l’EPCI le dit.');
    expect(text).not.toMatch(/\{|\}|undefined|null|Un agent dédié|avenant n°/);
  });
  it('says what is to be filled in, and leaves empty boxes to sign', async () => {
    const text = await textOf(3, 'foreignStaff');
    for (const part of [
      'Grenoble-Alpes Métropole, SIREN 200040715',
      'adresse\u00a0: à compléter\u00a0; téléphone\u00a0: à compléter',
      'type d’accueil Info',
      'n’enregistre pas les demandes',
      'ne tient pas le dossier unique',
      'équivalent temps plein\u00a0: à compléter\u00a0ETP',
      'au moins\u00a0: à compléter',
      'Aucune condition particulière',
      'Horaires\u00a0: à compléter.',
      'Agents\u00a0: à compléter.',
      'Aucune obligation n’est attachée',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(
      /Partie\nNom\nQualité\nDate\nSignature\nGrenoble-Alpes Métropole\n\n\n\n\nCommune de Grenoble\n/,
    );
    expect(text).not.toMatch(/\{|\}|undefined|null|Délibération de l’assemblée/);
  });
  it('names an avenant, says what it changed in words, and what is missing of what it promises', async () => {
    const text = await textOf(4);
    expect(text).toContain('Avenant n°\u00a01 à la convention PV-2022-01');
    expect(text).toContain('en vigueur depuis le 1er\u00a0juillet\u00a02022 et signée le 15\u00a0juin\u00a02022');
    expect(text).toMatch(/Moyens, en ETP\n0,5\nnon renseigné\n/);
    expect(text).toContain('modifiée à compter du 1er\u00a0juillet\u00a02026');
    expect(text).not.toContain('Commence le');
    expect(text).toContain('Fait à …');
    expect(text).toContain(
      'a pris effet le 1er\u00a0juillet\u00a02022. Telle que l’avenant la modifie, elle s’applique du 1er\u00a0juillet\u00a02026 au',
    );
    expect(text).toMatch(/Modes d’accueil\nSur place, sans rendez-vous\u00a0; Par téléphone\nnon renseigné\n/);
    expect(text).toMatch(/Claude Martin, Agente d’accueil\nà compléter\nà compléter\npartagé\n/);
    expect(text).toContain('Délibération de l’assemblée compétente\u00a0: à compléter.');
    expect(text).toContain('préfet, signée le\u00a0: à compléter.');
  });
  it('is one statement, beside the template and the session’s role', async () => {
    api.statements.length = 0;
    await made('staff', 1, 'docx');
    expect(api.statements.filter((statement) => /convention_version/.test(statement))).toHaveLength(1);
  });
  it('has a title, a language, heading styles, repeated heads and page numbers', async () => {
    const { rawPayload, headers } = await made('staff', 1, 'docx');
    const part = (name: string) => wordsOf(rawPayload, name);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Convention PV-2022-01 - Mairie de Voiron.docx"; filename*=UTF-8''Convention%20PV-2022-01%20%E2%80%93%20Mairie%20de%20Voiron.docx`,
    });
    expect(part('docProps/core.xml')).toContain('Convention PV-2022-01');
    expect(part('word/header1.xml')).toContain('Pays VoironnaisConvention PV-2022-01');
    expect(part('word/footer1.xml')).toContain('établi le 12\u00a0mars\u00a02026');
    const xml = xmlOf(rawPayload);
    for (const mark of ['w:val="Heading1"', '<w:tblHeader/>', 'w:val="ListBullet"']) expect(xml).toContain(mark);
  });
});

describe('who may have a document', () => {
  it('is whoever sees the version', async () => {
    const seen = async (who: Who, version: number) => (await made(who, version, 'docx')).statusCode;
    expect(await seen('agent', 1)).toBe(200);
    expect(await seen('agent', 4)).toBe(200);
    expect(await seen('agent', 2)).toBe(404);
    expect(await seen('foreignStaff', 1)).toBe(404);
    expect(await seen('analystOfOne', 1)).toBe(200);
    expect(await seen('analystOfOne', 3)).toBe(404);
    expect(await seen('analystOfOne', 4), 'what is being prepared').toBe(404);
    expect(await seen('anonymous', 1)).toBe(401);
  });
  it('finds nobody named when people are not for them', async () => {
    const text = await textOf(1, 'national');
    expect(text).toContain('Les noms des agents ne sont pas communiqués');
    expect(text).not.toMatch(/Martin|Marie Durand/);
    expect(await textOf(1)).toContain('Marie Durand');
  });
  it('is told in words when there is none', async () => {
    for (const file of [
      'x.docx',
      `${idOf('Guichet', 1)}.pdf`,
      `${idOf('ConventionVersion', 1)}.odt`,
      'a%2F..%2Fb.pdf',
    ]) {
      const answer = await ask('staff', {
        url: `/documents/convention-versions/${file}`,
        headers: { 'accept-language': 'fr' },
      });
      expect(answer.json().message, file).toMatch(/[.]$/);
      expect([400, 404]).toContain(answer.statusCode);
    }
  });
});

describe('the PDF', () => {
  it('is tagged PDF/UA in French, with a title', async () => {
    const { rawPayload, headers, statusCode } = await made('staff', 1, 'pdf');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    const pdf = rawPayload.toString('latin1');
    for (const mark of ['%PDF-1.7', 'pdfuaid', '/StructTreeRoot', '/Lang', '/DisplayDocTitle true', '/MarkInfo'])
      expect(pdf).toContain(mark);
  });
  it.each([1, 3, 4])('of version %i is made again and again', async (version) => {
    for (let i = 0; i < 3; i += 1)
      expect((await made(version === 3 ? 'foreignStaff' : 'staff', version, 'pdf')).statusCode).toBe(200);
  });
});

const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const tools = has('soffice') && has('pdftotext');
/** CI has them: there, a missing program is a failure and not a test that nobody ran. */
const skipped = !tools && process.env.PARVIS_NEEDS_SOFFICE !== '1';

describe('other programs', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'parvis-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const pdfText = (pdf: string) => execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replaceAll(/\s+/g, ' ');
  const expected = [
    'Convention PV-2022-01',
    'cœur du métier',
    '12, rue de l’Œuvre',
    'présidente',
    'Lefèvre',
    'Article 15 – Résiliation',
  ];
  const title = (name: string) => (skipped ? `${name} (skipped: soffice or pdftotext is not installed)` : name);

  it.skipIf(skipped)(
    title('LibreOffice opens the Word document, with every article and accent'),
    async () => {
      writeFileSync(path.join(folder, 'word.docx'), (await made('staff', 1, 'docx')).rawPayload);
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path.join(folder, 'word.docx'),
        ],
        { stdio: 'ignore', timeout: 60_000 },
      );
      const text = pdfText(path.join(folder, 'word.pdf'));
      for (const part of [...expected, 'Page 1 sur']) expect(text).toContain(part);
      expect(readFileSync(path.join(folder, 'word.pdf')).length).toBeGreaterThan(10_000);
    },
    90_000,
  );
  it.skipIf(skipped)(title('the PDF’s text comes out with its accents'), async () => {
    writeFileSync(path.join(folder, 'made.pdf'), (await made('staff', 1, 'pdf')).rawPayload);
    const text = pdfText(path.join(folder, 'made.pdf'));
    for (const part of [...expected, 'Page 1 sur']) expect(text).toContain(part);
    expect(text).toMatch(/formé reste présent ; sinon, le guichet <revient> à INFO & l’EPCI le dit\./);
  });
});
