import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../test/api.js';
import { builders } from '../../../test/builders.js';
import { callers, staffOf } from '../../../test/network.js';
import type { Link } from '../../../test/row-maker.js';
import type { Caller } from '../../identity/access/caller.js';
import { ConventionAct } from './convention.codes.js';

let api: TestApi;
let make: ReturnType<typeof builders>;
let epci: Link;
let referential: Link;
let plan: Link;
beforeAll(async () => {
  api = await startTestApi();
  make = builders(api);
  epci = await make.anEpci();
  referential = await make.aReferential({ epci, state: 'PUBLISHED', validFrom: '2015-01-01' });
  plan = await make.aPlan({ epci, startsOn: '2022-07-01', endsOn: '2028-06-30' });
});
afterAll(() => api.close());

interface Shown extends Link {
  convention: Link;
}
interface Act {
  act: ConventionAct;
  recommended: boolean;
  proposal: { startsOn: string; endsOn: string | null; earliestOn: string; latestOn: string | null } | null;
}

type VersionGiven = NonNullable<Parameters<typeof make.aConventionVersion>[0]>;
/** A version of a guichet of its own, in force far from both ends unless told otherwise. */
const version = async (given: VersionGiven = {}, closedOn: string | null = null) => {
  const guichet = await make.aGuichet({ epci, closedOn });
  return make.aConventionVersion({
    guichet,
    referential,
    state: 'SIGNED',
    startsOn: '2022-07-01',
    endsOn: '2027-12-31',
    ...given,
  });
};
const expired = { endsOn: '2026-03-11' } as const;
const next = { startsOn: '2028-01-01', endsOn: '2028-06-30' } as const;
/** Another version of the same convention. */
const avenant = async (given: VersionGiven, first: VersionGiven = {}) => {
  const former = await version(first);
  const { convention, guichet } = former;
  const later = await make.aConventionVersion({
    convention,
    guichet,
    referential,
    rank: 2,
    endsOn: '2027-12-31',
    ...given,
  });
  return { former, later };
};
/** A convention of the same guichet, for what follows or in its way. */
const beside = async (given: VersionGiven, renews = false) => {
  const shown = await version();
  const { guichet, convention } = shown;
  const other = await make.aConvention({ guichet, ...(renews ? { renews: convention } : {}) });
  await make.aConventionVersion({ guichet, referential, convention: other, ...next, ...given });
  return shown;
};

/**
 * What becomes of each act: 'offered', or 'recommended' as the thing to do now; else the refusal, or 'accepted' where the API would
 * do what leads nowhere.
 */
const situations: [name: string, make: () => Promise<Shown>, acts: Record<ConventionAct, string>][] = [];
const situation = (name: string, made: () => Promise<Shown>, ...acts: [string, string, string, string, string]) => {
  const [AMEND, RENEW, DELIBERATION, SNE_CONVENTION, SETTLE] = acts;
  situations.push([name, made, { AMEND, RENEW, DELIBERATION, SNE_CONVENTION, SETTLE }]);
};
const recorded = 'DeliberationNotRecordable';
const prepared = 'ConventionInPreparation';
const binds = 'ConventionStillBinds';
for (const state of ['IN_REVIEW', 'CORRECTION', 'TO_SIGN'] as const)
  situation(
    `a first version ${state}`,
    () => version({ state, registers: true }),
    prepared,
    'NothingToRenew',
    'recommended',
    'recommended',
    'ConventionNotSigned',
  );
situation(
  'which promises nothing of the register',
  () => version({ state: 'TO_SIGN', registers: false }),
  prepared,
  'NothingToRenew',
  'offered',
  'offered',
  'ConventionNotSigned',
);
situation(
  'a first version DRAFT',
  () => version({ state: 'DRAFT', registers: true }),
  prepared,
  'NothingToRenew',
  'accepted',
  'accepted',
  'ConventionNotSigned',
);
situation(
  'a first version CANCELLED',
  () => version({ state: 'CANCELLED' }),
  'NothingToAmend',
  'NothingToRenew',
  recorded,
  recorded,
  'ConventionNotSigned',
);
situation(
  'signed, not begun',
  () => version({ startsOn: '2026-06-01' }),
  'offered',
  'accepted',
  recorded,
  recorded,
  binds,
);
situation('in force', () => version(), 'offered', 'offered', recorded, recorded, binds);
situation(
  'which ends soon',
  () => version({ endsOn: '2026-04-30' }),
  'offered',
  'recommended',
  recorded,
  recorded,
  binds,
);
situation(
  'on its last day',
  () => version({ endsOn: '2026-03-12' }),
  'offered',
  'recommended',
  recorded,
  recorded,
  binds,
);
situation(
  'of one day',
  () => version({ startsOn: '2026-03-12', endsOn: '2026-03-12' }),
  'AvenantOutsideTerm',
  'recommended',
  recorded,
  recorded,
  binds,
);
situation('expired', () => version(expired), 'NothingToAmend', 'offered', recorded, recorded, 'recommended');
situation(
  'expired, and settled',
  () => version({ ...expired, guichetSettledOn: '2026-03-12' }),
  'NothingToAmend',
  'offered',
  recorded,
  recorded,
  'GuichetAlreadySettled',
);
situation(
  'terminated',
  () => version({ state: 'TERMINATED', terminatedOn: '2026-03-11' }),
  'NothingToAmend',
  'offered',
  recorded,
  recorded,
  'recommended',
);
situation(
  'terminated for a day to come',
  () => version({ state: 'TERMINATED', terminatedOn: '2026-04-30' }),
  'NothingToAmend',
  'recommended',
  recorded,
  recorded,
  binds,
);
situation(
  'with an avenant under way',
  async () => (await avenant({ state: 'CORRECTION', startsOn: '2026-07-01' })).former,
  prepared,
  'accepted',
  recorded,
  recorded,
  binds,
);
situation(
  'with an avenant given up',
  async () => (await avenant({ state: 'CANCELLED', startsOn: '2026-07-01' })).former,
  'offered',
  'offered',
  recorded,
  recorded,
  binds,
);
situation(
  'with a signed avenant to come',
  async () => (await avenant({ state: 'SIGNED', startsOn: '2026-07-01' }, { endsOn: '2026-06-30' })).former,
  'accepted',
  'accepted',
  recorded,
  recorded,
  binds,
);
situation(
  'an avenant in force',
  async () => (await avenant({ state: 'SIGNED', startsOn: '2026-01-01' }, { endsOn: '2025-12-31' })).later,
  'offered',
  'offered',
  recorded,
  recorded,
  binds,
);
situation(
  'what an avenant took over from',
  async () => (await avenant({ state: 'SIGNED', startsOn: '2026-01-01' }, { endsOn: '2025-12-31' })).former,
  'accepted',
  'accepted',
  recorded,
  recorded,
  'ConventionSucceeded',
);
situation(
  'whose renewal is under way',
  () => beside({ state: 'IN_REVIEW' }, true),
  'offered',
  prepared,
  recorded,
  recorded,
  binds,
);
situation(
  'whose renewal is signed',
  () => beside({ state: 'SIGNED' }, true),
  'offered',
  'accepted',
  recorded,
  recorded,
  binds,
);
situation(
  'whose renewal was given up',
  () => beside({ state: 'CANCELLED' }, true),
  'offered',
  'offered',
  recorded,
  recorded,
  binds,
);
situation(
  'beside a draft for the days after it',
  () => beside({ state: 'DRAFT' }),
  'offered',
  prepared,
  recorded,
  recorded,
  binds,
);
situation(
  'beside a draft for its own days',
  () => beside({ state: 'DRAFT', startsOn: '2027-01-01', endsOn: '2027-06-30' }),
  prepared,
  'offered',
  recorded,
  recorded,
  binds,
);
situation(
  'of a guichet that closes at its end',
  () => version({}, '2028-01-01'),
  'offered',
  'GuichetClosed',
  recorded,
  recorded,
  binds,
);
situation(
  'of a guichet that closes later',
  () => version({}, '2028-03-01'),
  'offered',
  'offered',
  recorded,
  recorded,
  binds,
);
situation(
  'expired, of a guichet that is closed',
  () => version(expired, '2026-03-12'),
  'NothingToAmend',
  'GuichetClosed',
  recorded,
  recorded,
  'accepted',
);

const readActs = async ({ id }: Link, caller: Caller = staffOf(epci)) => {
  const { data, errors } = await api.ask<{ conventionVersion: { availableActs: Act[] } }>(
    caller,
    `{ conventionVersion(id: "${id}") { availableActs { act recommended proposal { startsOn endsOn earliestOn latestOn } } } }`,
  );
  expect(errors).toEqual([]);
  expect(api.statements).toHaveLength(1);
  return data.conventionVersion.availableActs;
};

/** Does the act with what is proposed, else with days that nothing else is against. @returns the name of the refusal */
const doAct = async (act: ConventionAct, { id, convention }: Shown, proposal: Act['proposal'] = null) => {
  const startsOn = proposal?.startsOn ?? '2026-08-01';
  const term = proposal ?? next;
  const mutations: Record<ConventionAct, string> = {
    AMEND: `amendConvention(id: "${convention.id}", startsOn: "${startsOn}")`,
    RENEW: `renewConvention(id: "${convention.id}", startsOn: "${term.startsOn}", endsOn: "${term.endsOn}")`,
    DELIBERATION: `recordDeliberation(id: "${id}", revision: 1, assembly: "Conseil", on: "2026-03-12")`,
    SNE_CONVENTION: `recordSneConvention(id: "${id}", revision: 1, signedOn: "2026-03-12")`,
    SETTLE: `settleConvention(id: "${id}", revision: 1, guichet: { registers: false })`,
  };
  const { errors } = await api.ask(staffOf(epci), `mutation { ${mutations[act]} { id } }`);
  return errors[0]?.name ?? 'accepted';
};

const isOpen = (answer: string) => answer === 'offered' || answer === 'recommended';

describe.each(situations)('%s', (_, made, expected) => {
  it('says which acts are open, and what is not is refused', async () => {
    const shown = await made();
    const acts = await readActs(shown);
    for (const act of ConventionAct) {
      const open = acts.find((one) => one.act === act);
      const said = open ? (open.recommended ? 'recommended' : 'offered') : 'closed';
      expect(said, act).toBe(isOpen(expected[act]) ? expected[act] : 'closed');
      if (!open && expected[act] !== 'accepted') expect(await doAct(act, shown), act).toBe(expected[act]);
    }
  });
  const taken = ConventionAct.filter((act) => isOpen(expected[act]) || expected[act] === 'accepted');
  if (taken.length > 0)
    it.each(taken)('%s is accepted, as it is proposed', async (act) => {
      const shown = await made();
      const open = (await readActs(shown)).find((one) => one.act === act);
      expect(await doAct(act, shown, open?.proposal)).toBe('accepted');
    });
});

it('nothing is renewed where no référentiel is published, nor amended beyond the years of a stricter plan', async () => {
  const strict = await make.anEpci({ planMaxYears: 3 });
  const ask = async (state: 'DRAFT' | 'PUBLISHED') => {
    const of = await make.aReferential({ epci: strict, state, validFrom: '2015-01-01', termTooLong: 'REFUSE' });
    const guichet = await make.aGuichet({ epci: strict });
    const term = { startsOn: '2022-07-01', endsOn: '2027-12-31' };
    const shown = await make.aConventionVersion({ guichet, referential: of, state: 'SIGNED', ...term });
    return (await readActs(shown, staffOf(strict))).map(({ act, proposal }) => [act, proposal?.endsOn]);
  };
  expect(await ask('DRAFT')).toEqual([]);
  expect(await ask('PUBLISHED')).toEqual([['RENEW', '2030-12-31']]);
});

it('agents and analysts read no act, and what the end asks for', async () => {
  const shown = await version({ endsOn: '2026-04-30' });
  const { key } = shown.guichet;
  const here = { epciId: epci.key, epciIds: [epci.key] };
  const people: Caller[] = [
    { ...callers.agent, ...here, guichetIds: [key], reviewIds: [key] },
    { ...callers.analystOfOne, ...here },
    callers.national,
  ];
  for (const caller of people) {
    expect(await readActs(shown, caller), caller.role).toEqual([]);
    const { data } = await api.ask(caller, `{ conventionVersion(id: "${shown.id}") { termAlert amendedBy { id } } }`);
    expect(data, caller.role).toEqual({ conventionVersion: { termAlert: 'ENDS_SOON', amendedBy: null } });
  }
});

it('the signed avenant that takes over is named', async () => {
  const { former, later } = await avenant({ state: 'SIGNED', startsOn: '2026-07-01' }, { endsOn: '2026-06-30' });
  const read = async ({ id }: Link) =>
    (
      await api.ask<{ conventionVersion: { amendedBy: Link | null } }>(
        staffOf(epci),
        `{ conventionVersion(id: "${id}") { amendedBy { id } } }`,
      )
    ).data.conventionVersion.amendedBy;
  expect(await read(former)).toEqual({ id: later.id });
  expect(await read(later)).toBeNull();
  expect(await read((await avenant({ state: 'TO_SIGN', startsOn: '2026-07-01' })).former)).toBeNull();
});

describe('the term proposed to a new convention', () => {
  const propose = async (given: string) => {
    const { data, errors } = await api.ask<{ proposedTerm: object }>(
      staffOf(epci),
      `{ proposedTerm${given} { startsOn endsOn planId } plans { nodes { id following { years startsOn endsOn } } } }`,
    );
    expect(api.statements.length).toBeLessThan(2);
    return errors[0]?.name ?? data.proposedTerm;
  };
  it('begins after what binds the guichet, and ends while it is open', async () => {
    const { guichet } = await version({}, '2028-03-01');
    expect(await propose(`(guichetId: "${guichet.id}")`)).toEqual({
      startsOn: '2028-01-01',
      endsOn: '2028-02-29',
      planId: plan.id,
    });
  });
  it('begins on the day that is chosen, and ends with the plan that covers it', async () => {
    expect(await propose('(from: "2024-01-01")')).toMatchObject({ endsOn: '2028-06-30', planId: plan.id });
    expect(await propose('(from: "2028-07-01")')).toEqual({
      startsOn: '2028-07-01',
      endsOn: '2034-06-30',
      planId: null,
    });
    expect(await propose('')).toMatchObject({ startsOn: '2026-03-12', endsOn: '2028-06-30' });
  });
  it('is not told of a guichet of another EPCI', async () => {
    const foreign = await make.aGuichet({ epci: await make.anEpci() });
    expect(await propose(`(guichetId: "${foreign.id}")`)).toBe('UnknownId');
  });
});
