import { afterAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../../test/documents.js';
import { documentWords } from './document.data.js';
import { defaultTemplate } from './docx.js';
import { type DocumentJob, press } from './press.js';
import { sampleTags } from './sample.rules.js';

const job = (format: DocumentJob['format']): DocumentJob => ({
  format,
  template: defaultTemplate(),
  tags: sampleTags(documentWords),
});
afterAll(() => press.end());

describe('the process that makes documents', () => {
  it('gives each who asked at the same moment their own', async () => {
    const [word, pdf, other] = await Promise.all([
      press.make(job('docx')),
      press.make(job('pdf')),
      press.make({ ...job('docx'), tags: { ...job('docx').tags, commune: { nom: 'Ailleurs', code_insee: '38000' } } }),
    ]);
    expect([wordsOf(word).includes('Tullins'), wordsOf(other).includes('Ailleurs')]).toEqual([true, true]);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
  it('says what it could not make, and goes on', async () => {
    await expect(press.make({ ...job('docx'), template: Buffer.from('no zip') })).rejects.toThrow(/zip/);
    expect((await press.make(job('pdf'))).length).toBeGreaterThan(1000);
  });
  it('begins again once it has ended', async () => {
    press.end();
    expect((await press.make(job('docx'))).length).toBeGreaterThan(1000);
  });
});
