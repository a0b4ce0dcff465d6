import { expect, test } from 'vitest';
import { linkTokenOf } from './link-token';

const host = 'https://parvis.example.org';

test.each([
  ['/sign-in/link#abc-_1', 'abc-_1', '/sign-in/link'],
  ['/sign-in?token=abc', 'abc', '/sign-in/link'],
  ['/sign-in?next=%2Fagent&token=abc', 'abc', '/sign-in/link?next=%2Fagent'],
  // Opened again after its secret left the address bar, or cut short by a mail program.
  ['/sign-in/link', '', '/sign-in/link'],
  ['/sign-in?next=%2Fagent', null, '/sign-in?next=%2Fagent'],
  ['/sign-in#abc', null, '/sign-in'],
])('%s', (address, token, rest) => {
  expect(linkTokenOf(host + address)).toEqual({ token, rest });
});
