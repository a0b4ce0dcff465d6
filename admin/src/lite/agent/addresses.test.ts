import { expect, it } from 'vitest';
import { goAddress } from './addresses.js';

it.each([
  ['/agent/go/ConventionVersion/v1', '/agent/convention?version=v1'],
  ['/agent/go/ConventionVersion', '/agent'],
  ['/agent/go/Meeting/m1', '/agent'],
  ['/agent/convention', null],
  ['/agent/go', null],
])('a link of a mail to %s is read at %s', (path, address) => {
  expect(goAddress(path)).toBe(address);
});
