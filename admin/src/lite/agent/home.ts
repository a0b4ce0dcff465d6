import { run } from '../kit/graphql.js';
import type { Locale } from '../kit/language.js';
import { request, showAccount } from '../kit/request.js';
import type { Home } from './model.js';
import { homeQuery } from './operations.js';

interface Session {
  readonly account: string;
  readonly accounts: Home['accounts'];
  readonly email: string | null;
  readonly role: string;
  readonly locale: string;
  readonly displayName: string;
  readonly today: string;
}

/** Who is here, which day it is for the API, and their meetings: two requests at once. Others than agents get no meetings. */
export async function loadHome(locale: Locale): Promise<Home> {
  const answer = run(homeQuery, {}, locale).catch((failure: unknown) => ({ failure }));
  const { account, role, locale: own, today, email, accounts } = (await request('/auth/session', locale)) as Session;
  showAccount(account);
  const here = { role, locale: own, today, email, accounts };
  if (role !== 'AGENT') return { ...here, me: null, network: [], outside: [], reviews: [] };
  const home = await answer;
  if ('failure' in home) throw home.failure;
  const { me, network, outside, reviews } = home;
  return { ...here, me, network: network.nodes, outside: outside.nodes, reviews: reviews.nodes };
}
