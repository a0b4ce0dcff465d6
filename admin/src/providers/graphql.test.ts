import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../lite/kit/graphql';
import type { Locale } from '../lite/kit/language';
import { newRequestKey } from '../lite/kit/use-adding';
import { execute } from './graphql';

const document =
  'mutation Add($input: XInput!, $requestKey: UUID!) { add(input: $input, requestKey: $requestKey) { id } }';
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refused = (code: string, name: string) => () => json({ errors: [{ message: name, extensions: { code, name } }] });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const added = () => json({ data: { add: { id: 'x' } } });

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const answers = (...given: (() => Response | Promise<Response>)[]) => {
  sent.mockReset();
  for (const answer of given) sent.mockImplementationOnce(async () => answer());
};
/** Waits through the pauses between two tries. */
const settled = async <T>(asked: Promise<T>) => {
  const outcome = asked.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await vi.runAllTimersAsync();
  return outcome;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', sent);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const clients = {
  staff: (variables: object) => execute(document, variables),
  agents: (variables: object) => run({ text: document }, variables, 'fr' as Locale),
};

describe.each(Object.entries(clients))('an addition of the %s', (_who, ask) => {
  const keyed = { input: { name: 'A' }, requestKey: newRequestKey() };

  it('is asked for again with the same key until its answer comes, which is as if it were the first', async () => {
    answers(lost, refused('UNAVAILABLE', 'OutcomeUnknown'), refused('UNAVAILABLE', 'SavedNotRead'), added);
    expect(await settled(ask(keyed))).toEqual({ value: { add: { id: 'x' } } });
    expect(sent).toHaveBeenCalledTimes(4);
    expect(new Set(sent.mock.calls.map(([, { body }]) => body)).size).toBe(1);
  });
  it('is given up after four times: pressing again is as safe', async () => {
    answers(lost, lost, lost, lost, added);
    expect(await settled(ask(keyed))).toHaveProperty('error');
    expect(sent).toHaveBeenCalledTimes(4);
  });
  it('that is refused is not asked for again', async () => {
    answers(refused('CONFLICT', 'AlreadyExists'), added);
    expect(await settled(ask(keyed))).toMatchObject({ error: { message: 'AlreadyExists' } });
    expect(sent).toHaveBeenCalledTimes(1);
  });
  it('without a key is not asked for again: it may have been done', async () => {
    answers(lost, added);
    expect(await settled(ask({ input: {} }))).toHaveProperty('error');
    expect(sent).toHaveBeenCalledTimes(1);
  });
});

it('keys are UUIDs of version 4, each another', () => {
  const keys = Array.from({ length: 50 }, newRequestKey);
  for (const key of keys) expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(keys).size).toBe(50);
});
