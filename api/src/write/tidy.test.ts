import { expect, test } from 'vitest';
import { tidyLine, tidyText } from './input.js';

test('a text of one line has no end of line, and nothing that is not seen', () => {
  expect(tidyLine(' Le\r\nTour\tdu\u2028Pin\u2029 ')).toBe('Le Tour du Pin');
  expect(tidyLine('Sam\u202e ffatS\u200b\u2066\u2069\u00ad\ufeff\u0000')).toBe('Sam ffatS');
  expect(tidyLine('\u200b\u3164 \u2060')).toBe('');
  // What French typography asks for is kept, and accents are one character.
  expect(tidyLine('L’accueil\u202f: e\u0301te\u0301\u00a0!')).toBe('L’accueil\u202f: été\u00a0!');
});

test('a text of several lines keeps them', () => {
  expect(tidyText(' un\n\tdeux\u0000 ')).toBe('un\n\tdeux');
});
