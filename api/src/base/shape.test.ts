import { describe, expect, test } from 'vitest';
import { webAddress } from './shape.js';
import { InvalidLink } from './shared.errors.js';

describe('an address of the web', () => {
  test.each(['https://www.example.org', 'http://example.org/a?b=c#d', 'HTTPS://Example.org/é'])(
    '%s is one',
    (value) => {
      expect(webAddress(value, 'link')).toBeUndefined();
    },
  );
  test.each([
    'www.example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'mailto:a@example.org',
    'https://',
    'https:example.org',
    'https://example.org/a page',
    'https://name:password@example.org',
  ])('%s is none', (value) => {
    expect(webAddress(value, 'link')).toEqual(new InvalidLink(value, 'link'));
  });
});
