import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aPdf } from '../../../test/documents.js';
import { isRefusal } from '../../base/refusal.js';
import { documentWords } from './document.data.js';
import { defaultTemplate } from './docx.js';
import { crossReferencesAt, crossReferencesRefusal } from './pdf.rules.js';
import { edge } from './pdf-check.js';
import { press } from './press.js';
import { sampleTags } from './sample.rules.js';

afterAll(() => press.end());

/** The name of the refusal of a whole file, as a service looks at it. */
const refused = (pdf: Buffer): string | undefined => {
  const at = crossReferencesAt(pdf.subarray(0, edge), pdf.subarray(-edge), pdf.length);
  return isRefusal(at) ? at.name : crossReferencesRefusal(pdf.subarray(at))?.name;
};
/** A PDF since 1.5: its cross-references are an object, packed, whose dictionary stands for the trailer. */
const withStream = (dictionary: string): Buffer => {
  const body = '%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
  const packed = '\0\x01\xff >> /Encrypt 9 0 R <<';
  return Buffer.from(
    `${body}7 0 obj\r\n<</Type/XRef/W[1 2 1]/Length ${packed.length}${dictionary}>>\nstream\n${packed}\nendstream\nendobj\nstartxref\r\n${body.length}\r\n%%EOF`,
    'latin1',
  );
};

describe('a PDF', () => {
  it('is taken with a table or an object of cross-references, and after later changes', () => {
    const once = aPdf('a page');
    const changed = `${once}5 0 obj\n<< >>\nendobj\n`;
    const again = `${changed}xref\n5 1\n${String(once.length).padStart(10, '0')} 00000 n \ntrailer <</Size 6/Root 1 0 R/Prev 500>>\nstartxref\n${changed.length}\n%%EOF\n`;
    expect([once, withStream('/Root 1 0 R'), Buffer.from(again)].map(refused)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('may be followed by blanks, and begins at its first byte', () => {
    expect(refused(Buffer.concat([aPdf(), Buffer.from('\r\n   \0\0')]))).toBeUndefined();
    expect(refused(Buffer.concat([Buffer.from(' '), aPdf()]))).toBe('NotPdf');
  });
  it('may be followed by what a sender added, as far as its readers look back', () => {
    const added = (length: number) => Buffer.concat([aPdf(), Buffer.alloc(length, '<!-- -->\n')]);
    expect(refused(added(1000))).toBeUndefined();
    expect(refused(added(5000))).toBe('PdfCutShort');
  });
  it('may have its end twice, comments before it, carriage returns or zeros for blanks', () => {
    const text = aPdf().toString();
    const variants = [
      `${text}%%EOF\n`,
      text.replace('%%EOF', '%made by a scanner\r\n% %% \n%%EOF'),
      text.replaceAll('\n', '\r'),
      text.replace(/startxref\n(\d+)\n/, (_, at) => `startxref   ${at} \0\0`),
      text.replace('xref\n0 5', 'xref\x000 5'),
      text.replace('/Root 1', '/Root\x001'),
    ];
    for (const variant of variants) expect(refused(Buffer.from(variant, 'latin1')), variant).toBeUndefined();
  });
  it('may be linearized: what it points to stands near its beginning', () => {
    const first = '%PDF-1.4\n1 0 obj\n<</Linearized 1/L 900>>\nendobj\n';
    const section = 'xref\n3 1\n0000000200 00000 n \ntrailer\n<</Size 6/Root 4 0 R/Prev 600>>\nstartxref\n0\n%%EOF\n';
    const rest = `4 0 obj\n<<>>\nendobj\nxref\n0 3\n0000000000 65535 f \ntrailer\n<</Size 3>>\nstartxref\n${first.length}\n%%EOF\n`;
    expect(refused(Buffer.from(first + section + rest))).toBeUndefined();
  });
  it('is cut short when a later change, such as a signature, has no end', () => {
    const signed = `${aPdf('a page')}5 0 obj\n<< /Type /Sig >>\nendobj\nxref\n5 1\n0000000500 00000 n \ntrailer <</Size 6/Root 1 0 R>>\n`;
    for (const cut of [0, 30, 60])
      expect(refused(Buffer.from(signed.slice(0, signed.length - cut)))).toBe('PdfCutShort');
  });
  it('is encrypted when its trailer says so, however the name is written', () => {
    for (const more of ['/Encrypt 9 0 R ', '/Encrypt<</Filter/Standard>>', '/Enc#72ypt 9 0 R '])
      expect(refused(aPdf('', more)), more).toBe('PdfEncrypted');
    expect(refused(withStream('/Encrypt 9 0 R/Root 1 0 R'))).toBe('PdfEncrypted');
  });
  it('is not when the word stands in a page, in a text, in something nested or in a longer name', () => {
    for (const more of [
      '/ID [(a\\)/Encrypt 1 0 R) (b(/Encrypt 1 0 R)>>)] ',
      '/ID [<00ff> <0a 0b>] ',
      '/Info << /Encrypt 1 0 R >> ',
      '/EncryptMetadata true ',
      '% /Encrypt 1 0 R\n',
    ])
      expect(refused(aPdf('', more)), more).toBeUndefined();
    expect(refused(aPdf('trailer << /Encrypt 1 0 R >>'))).toBeUndefined();
  });
  it('is damaged when nothing leads to its pages', () => {
    const text = aPdf().toString();
    expect(refused(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('PdfDamaged');
    expect(refused(Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n20')))).toBe('PdfDamaged');
    expect(refused(Buffer.from(text.replace('/Root 1 0 R', '')))).toBe('PdfDamaged');
    expect(refused(Buffer.from(text.replace(/>>\nstartxref/, '\nstartxref')))).toBe('PdfDamaged');
    // Cut in the middle, with an end of its own: what it points to is gone.
    expect(refused(Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n99999')))).toBe('PdfCutShort');
    expect(refused(aPdf().subarray(0, -20))).toBe('PdfCutShort');
  });
  it('of our own is taken', async () => {
    const pdf = await press.make({ format: 'pdf', template: defaultTemplate(), tags: sampleTags(documentWords) });
    expect(refused(pdf)).toBeUndefined();
  });
});

const hasOffice = ((): boolean => {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
/** CI has it: there, a missing program is a failure and not a test that nobody ran. */
const skipped = !hasOffice && process.env.PARVIS_NEEDS_SOFFICE !== '1';

describe.skipIf(skipped)(`a PDF of LibreOffice${skipped ? ' (skipped: soffice is not installed)' : ''}`, () => {
  it.each([
    ['plain', {}, undefined],
    ['asking for a password', { EncryptFile: true, DocumentOpenPassword: 'secret' }, 'PdfEncrypted'],
    ['that opens, and restricts', { RestrictPermissions: true, PermissionPassword: 'secret' }, 'PdfEncrypted'],
  ] as const)(
    '%s',
    (_, options, expected) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'parvis-test-'));
      try {
        writeFileSync(path.join(folder, 'a.txt'), 'Convention signée');
        const filter = Object.entries(options).map(([name, value]) => [
          name,
          { type: typeof value === 'boolean' ? 'boolean' : 'string', value: String(value) },
        ]);
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            `pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(filter))}`,
            '--outdir',
            folder,
            path.join(folder, 'a.txt'),
          ],
          { stdio: 'ignore', timeout: 60_000 },
        );
        expect(refused(readFileSync(path.join(folder, 'a.pdf')))).toBe(expected);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    90_000,
  );
});
