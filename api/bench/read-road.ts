// npm run bench [-- rows rounds]: what the read road costs beside the same JSON by one hand-written SQL statement, behind a bare
// node:http server. The application is whole: HTTP, session, limits, row-level security. The other has none of that: it is the
// limit. Rounds of the two are interleaved, so that a noisy machine disturbs both.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { projectRoot } from '../src/project.js';
import type { Listening } from './servers.js';

const [rows = 100_000, rounds = 30] = process.argv.slice(2).map(Number);
/** As many as one account may have under way. */
const atOnce = 8;
const perRound = 5 * atOnce;

/** Asks one of the cases, by its number; gives `data` of the answer. */
type Ask = (index: number) => Promise<unknown>;

/** Asks `perRound` times, `atOnce` at a time; gives how long each answer took, in milliseconds. */
async function round(ask: Ask, index: number): Promise<number[]> {
  const taken: number[] = [];
  let left = perRound;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await ask(index);
      taken.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return taken;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Uncompressed, since the bare server compresses nothing: what is saved on the network does not show on one machine. */
const post = async (url: string, cookie: string, body: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity', cookie };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
};

const servers = fork(path.join(projectRoot, 'api', 'bench', 'servers.ts'), [String(rows)]);
const ended = once(servers, 'exit');
const [told] = await Promise.race([once(servers, 'message'), ended]);
if (typeof told !== 'object') throw new Error('The servers did not start.');
const { parvis, byHand, cookie, cases } = told as Listening;
const throughParvis: Ask = (index) => post(`${parvis}/graphql`, cookie, cases[index]?.body ?? '');
const throughHand: Ask = (index) => post(`${byHand}/${index}`, cookie, cases[index]?.body ?? '');

console.log(`${rows} requests, ${rounds} interleaved rounds of ${perRound}, ${atOnce} at once; milliseconds\n`);
console.log('case          by hand  p95     Parvis  p95     median kept  p95 kept');
for (const [index, { name }] of cases.entries()) {
  if (!isDeepStrictEqual(await throughHand(index), await throughParvis(index)))
    throw new Error(`${name}: the two answers differ`);
  const hand: number[] = [];
  const whole: number[] = [];
  for (let done = -1; done < rounds; done += 1) {
    const [h, p] = [await round(throughHand, index), await round(throughParvis, index)];
    // The first round warms both.
    if (done < 0) continue;
    hand.push(...h);
    whole.push(...p);
  }
  const of = (share: number) => [quantile(hand, share), quantile(whole, share)] as const;
  const [[h50, p50], [h95, p95]] = [of(0.5), of(0.95)];
  const cell = (value: number) => value.toFixed(1).padEnd(8);
  console.log(
    `${name.padEnd(14)}${cell(h50)} ${cell(h95)}${cell(p50)}${cell(p95)}${(h50 / p50).toFixed(2).padEnd(13)}${(h95 / p95).toFixed(2)}`,
  );
}
servers.send('end');
await ended;
