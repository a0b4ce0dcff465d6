import { describe, expect, it } from 'vitest';
import { type KeptPdf, papersOf } from './papers.js';

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
});
