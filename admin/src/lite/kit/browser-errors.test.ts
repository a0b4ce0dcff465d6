import { describe, expect, it, vi } from 'vitest';
import { type BrowserError, makeReporter } from './browser-errors.js';

/** What is sent of what was thrown, one after the other, on one page. */
const sentOf = (thrown: unknown[], pathname = '/guichets/R3VpY2hldDox/edit'): BrowserError[] => {
  const sent: BrowserError[] = [];
  const report = makeReporter({ entry: 'admin', pathname: () => pathname, send: (error) => void sent.push(error) });
  for (const one of thrown) report(one);
  return sent;
};
const anError = (message: string, stack = '', name = 'TypeError') => Object.assign(new Error(message), { stack, name });

describe('what is told of an error in a browser', () => {
  it('is what it is, on which page, and where in our files', () => {
    const chromium = `TypeError: x
    at show (https://parvis.example/assets/index-0a1b.js?v=Martin:1:234)
    at async https://parvis.example/assets/index-0a1b.js:2:5
    at <anonymous>`;
    expect(sentOf([anError("Cannot read properties of undefined (reading 'id')", chromium)])).toEqual([
      {
        entry: 'admin',
        page: '/guichets/:id/edit',
        name: 'TypeError',
        message: 'Cannot read properties of undefined (reading ‘id’)',
        frames: ['show /assets/index-0a1b.js:1:234', 'async /assets/index-0a1b.js:2:5'],
      },
    ]);
    const firefox = 'show@https://parvis.example/assets/index-0a1b.js:1:234\n@https://parvis.example/assets/a.js:7:8';
    expect(sentOf([anError('x', firefox)])[0]?.frames).toEqual([
      'show /assets/index-0a1b.js:1:234',
      '/assets/a.js:7:8',
    ]);
  });

  it.each([
    ['Unexpected token \'M\', "Martin" is not valid JSON'],
    ['« Martin » est pris'],
    ['“Martin” is taken'],
    ['to martin@voiron.fr'],
    ['Failed to fetch https://parvis.example/x?search=Martin#Martin'],
    ["Duplicate key 'Claude Martin'"],
  ])('holds nothing that was typed: %s', (message) => {
    expect(JSON.stringify(sentOf([anError(message)]))).not.toMatch(/martin/i);
  });

  it('names no thing by its address', () => {
    expect(sentOf([anError('x')], '/Martin/été/a1/conventions')[0]?.page).toBe('/:id/:id/:id/conventions');
  });

  it('is never larger than is taken', () => {
    const stack = 'at f (https://parvis.example/assets/x.js:1:2)\n'.repeat(200);
    const [error] = sentOf([anError('é'.repeat(5000), stack, 'N'.repeat(500))], `/${'abc/'.repeat(200)}`);
    expect(new TextEncoder().encode(JSON.stringify(error)).length).toBeLessThan(4096);
    expect(error?.page.length).toBeLessThanOrEqual(101);
  });
});

describe('is told', () => {
  it('once a page load, and ten of them at most', () => {
    expect(sentOf([anError('x'), anError('x'), anError('y')])).toHaveLength(2);
    expect(sentOf(Array.from({ length: 40 }, (_, index) => anError(`x${index}`)))).toHaveLength(10);
  });

  it('not when it is a refusal, a lost network, or a browser that was busy', () => {
    const known = ['ApiError', 'Failure', 'AbortError', 'TimeoutError'].map((name) => anError('x', '', name));
    expect(sentOf([...known, 'ResizeObserver loop completed with undelivered notifications.'])).toEqual([]);
    expect(sentOf(['Script error.', { odd: true }, undefined]).map(({ message }) => message)).toEqual([
      'Script error.',
      '',
    ]);
  });

  it('without ever throwing', () => {
    const send = vi.fn(() => {
      throw new Error('no network');
    });
    expect(() => makeReporter({ entry: 'agent', pathname: () => '/', send })(new Error('x'))).not.toThrow();
    expect(send).toHaveBeenCalledOnce();
  });
});
