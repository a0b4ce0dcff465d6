import { describe, expect, it } from 'vitest';
import { type KeptPdf, papersOf, sizeInWords } from './papers.js';

const pdf = (id: string, kind: KeptPdf['kind'], rank: number): KeptPdf => ({ id, kind, rank, size: 1 });

describe('what is kept of a convention', () => {
  it('is the last sending and the last signed original, in whatever order they come', () => {
    const files = [
      pdf('a', 'GENERATED', 1),
      pdf('b', 'SIGNED_SCAN', 2),
      pdf('c', 'GENERATED', 2),
      pdf('d', 'SIGNED_SCAN', 1),
    ];
    expect(papersOf(files)).toEqual({ sent: files[2], signed: files[1] });
    expect(files[0]?.id, 'the list given is left as it is').toBe('a');
  });

  it('may be one without the other, or nothing', () => {
    const scan = pdf('a', 'SIGNED_SCAN', 1);
    expect(papersOf([scan])).toEqual({ sent: null, signed: scan });
    expect(papersOf([])).toEqual({ sent: null, signed: null });
  });

  it('has a size as people say it', () => {
    expect(sizeInWords(12, 'fr')).toBe('1\u00a0Ko');
    expect(sizeInWords(85_650, 'fr')).toBe('84\u00a0Ko');
    expect(sizeInWords(1024 * 1024 - 1, 'fr'), 'never 1 024 Ko').toBe('1\u00a0Mo');
    expect(sizeInWords(3.24 * 1024 * 1024, 'fr')).toBe('3,2\u00a0Mo');
    expect(sizeInWords(3.24 * 1024 * 1024, 'en')).toBe('3.2\u00a0MB');
  });
});
