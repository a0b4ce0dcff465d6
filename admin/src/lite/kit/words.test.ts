import { describe, expect, it } from 'vitest';
import { inBoth } from './words.js';

describe('a translation', () => {
  const french = { left_one: '{{count}} point', left_other: '{{count}} points', desk: { hello: 'Bonjour {{name}}' } };
  const english = { left_one: '{{count}} dot', left_other: '{{count}} dots', desk: { hello: 'Hello {{name}}' } };
  const { fr, en } = inBoth('test', french, english);
  it('takes the plural of its language: zero is singular in French', () => {
    expect([fr('left', { count: 0 }), fr('left', { count: 1 }), fr('left', { count: 2 })]).toEqual([
      '0 point',
      '1 point',
      '2 points',
    ]);
    expect(en('left', { count: 0 })).toBe('0 dots');
  });
  it('says a value as it is', () => {
    expect(fr('desk.hello', { name: '<b> $& {{name}} $t(left)' })).toBe('Bonjour <b> $& {{name}} $t(left)');
  });
  it('leaves a value that nobody gave visible', () => {
    expect(fr('desk.hello')).toBe('Bonjour {{name}}');
  });
});
