import { describe, expect, it } from 'vitest';
import { saying } from './words.js';

describe('a text', () => {
  const say = saying('toDo');
  it('takes the plural of its language', () => {
    const together = (count: number) => say.fr('ends.together', { count, day: '1er mars' });
    expect([together(1), together(2)]).toEqual([
      '1 convention finit le 1er mars',
      '2 conventions finissent le 1er mars',
    ]);
    expect(together(1_000_000)).toBe('1\u202f000\u202f000 conventions finissent le 1er mars');
    expect(say.en('obligation.others', { names: 'Voiron', count: 1 })).toBe('Voiron and one other');
  });
  it('takes parameters that are named like an option of the library', () => {
    expect(saying('errors').en('InvalidDate', { value: 'x', lng: 'fr', context: 'y', ns: 'z' })).toContain('“x”');
  });
  it('that nobody wrote is a mistake of the code', () => {
    expect(() => say.fr('ends.never')).toThrow('words.fr.json');
  });
});
