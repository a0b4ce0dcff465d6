import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../access/caller.js';
import { encodeId } from '../../concept/id.js';
import { conceptOf } from '../../concept/meta.js';
import { dataOf, findVisible, type Input, keyOf } from '../../write/input.js';
import { type BeforeSave, inOneTransaction } from '../../write/rows.js';
import type { ConventionTransition } from '../codes.js';
import { accepted } from '../errors.js';
import { checkOpeningHours, Guichet, GuichetClosed } from '../guichet/index.js';
import { StaleRevision, TextTooLong, UnknownId, ValueMissing } from '../shared.errors.js';
import { Convention } from './convention.entity.js';
import {
  ConventionBeyondClosing,
  ConventionHasHistory,
  ConventionInPreparation,
  ConventionNotEditable,
  ConventionNumberFixed,
} from './convention.errors.js';
import {
  conventionTransitions,
  type TransitionInput,
  termRefusal,
  transition,
  type VersionFacts,
} from './convention.rules.js';
import { nextConventionNumber } from './convention-number.rules.js';
import { ConventionVersion } from './convention-version.entity.js';

/** Conventions of one guichet change one after the other: whoever comes second sees what the first one saved. */
const lockGuichet = async (em: EntityManager, key: string): Promise<Guichet> => {
  const guichet = await em.findOne(Guichet, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!guichet) throw new UnknownId('Guichet', 'guichetId');
  return guichet;
};

/** A closed guichet commits to nothing more. */
const checkGuichetOpen = (guichet: Guichet, { startsOn, endsOn }: { startsOn: string; endsOn: string }): void => {
  const { name, closedOn } = guichet;
  if (!closedOn) return;
  if (startsOn >= closedOn) throw new GuichetClosed(name, closedOn);
  if (endsOn >= closedOn) throw new ConventionBeyondClosing(name, closedOn);
};

const checkContent = async (guichet: Guichet, version: ConventionVersion): Promise<void> => {
  const epci = await guichet.epci.loadOrFail();
  const refusal =
    termRefusal({ startsOn: version.startsOn, endsOn: version.endsOn }, epci.planMaxYears) ??
    checkOpeningHours(version.openingHours);
  if (refusal) throw refusal;
  checkGuichetOpen(guichet, version);
};

/** Two people, or two clicks, would otherwise prepare the same convention twice. */
const checkNoneInPreparation = async (
  em: EntityManager,
  guichet: Guichet,
  { startsOn, endsOn }: ConventionVersion,
): Promise<void> => {
  const other = await em.findOne(
    ConventionVersion,
    {
      guichet: guichet.id,
      state: { $in: ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'] },
      startsOn: { $lte: endsOn },
      endsOn: { $gte: startsOn },
    },
    { populate: ['convention'] },
  );
  if (other) throw new ConventionInPreparation(other.convention.getEntity().number);
};

/** Numbers are given one after the other within an EPCI. */
const proposedNumber = async (em: EntityManager, caller: Caller): Promise<string> => {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`convention number ${caller.epciId}`]);
  const rows = await em.execute<{ number: string }[]>('select number from convention where epci_id = ? order by id', [
    caller.epciId,
  ]);
  return nextConventionNumber(
    rows.map(({ number }) => number),
    Number(caller.today.slice(0, 4)),
  );
};

const referentialOf = async (em: EntityManager, caller: Caller): Promise<string> => {
  const [valid] = await em.execute<{ id: string }[]>(
    'select id from referential where epci_id = ? and valid_from <= ? and (valid_to is null or ? < valid_to) order by number desc limit 1',
    [caller.epciId, caller.today, caller.today],
  );
  if (!valid) throw new ValueMissing('referentialId');
  return encodeId('Referential', valid.id);
};

/**
 * Begins a convention: its identity and its first version, a draft, in one transaction.
 *
 * @param input `guichetId`, `number` (proposed when absent), and the content of the first version
 * @returns database key of the convention
 * @throws Refusal: unknown guichet or one that is closed, a term too long, a convention of the guichet already in preparation
 */
export const createConvention = (em: EntityManager, caller: Caller, input: Input): Promise<string> =>
  inOneTransaction(em, async (inner) => {
    const { guichetId, number, ...content } = input;
    const reference = (await findVisible(inner, conceptOf(Guichet), String(guichetId), 'guichetId')) as Guichet;
    const guichet = await lockGuichet(inner, reference.id);
    const identity = await dataOf(
      inner,
      conceptOf(Convention),
      { guichetId, number: number || (await proposedNumber(inner, caller)) },
      'create',
    );
    const convention = inner.create(Convention, { ...identity, epci: guichet.epci } as never);
    await inner.flush();
    const given = {
      ...content,
      referentialId: content.referentialId ?? (await referentialOf(inner, caller)),
      conventionId: encodeId('Convention', convention.id),
    };
    const data = await dataOf(inner, conceptOf(ConventionVersion), given, 'create');
    const version = inner.create(ConventionVersion, {
      ...data,
      epci: guichet.epci,
      guichet,
      rank: 1,
      state: 'DRAFT',
    } as never);
    await checkContent(guichet, version);
    await checkNoneInPreparation(inner, guichet, version);
    await inner.flush();
    return convention.id;
  });

/** The content changes in draft and correction only, and keeps to the rules of a term. */
export const checkVersion: BeforeSave<ConventionVersion> = async ({ em, row, before }) => {
  if (before && before.state !== 'DRAFT' && before.state !== 'CORRECTION')
    throw new ConventionNotEditable(before.state);
  await checkContent(await em.findOneOrFail(Guichet, { id: row.guichet.id }), row);
};

/** A number that was signed is on paper: it stays. */
export const checkConvention: BeforeSave<Convention> = async ({ em, row, before }) => {
  if (!before || before.number === row.number) return;
  const signed = await em.count(ConventionVersion, { convention: row.id, state: { $in: ['SIGNED', 'TERMINATED'] } });
  if (signed > 0) throw new ConventionNumberFixed(before.number);
};

const factsOf = async (em: EntityManager, guichet: Guichet, version: ConventionVersion): Promise<VersionFacts> => {
  const organisation = await guichet.organisation.loadOrFail();
  const epci = await guichet.epci.loadOrFail();
  const binding = await em.find(
    ConventionVersion,
    { guichet: guichet.id, id: { $ne: version.id }, state: { $in: ['SIGNED', 'TERMINATED'] } },
    { populate: ['convention'], orderBy: { startsOn: 'asc' } },
  );
  return {
    state: version.state,
    startsOn: version.startsOn,
    endsOn: version.endsOn,
    terminatedOn: version.terminatedOn ?? null,
    level: version.level,
    hasReferential: true,
    receptionModes: version.receptionModes ?? null,
    registers: version.registers,
    organisationKind: organisation.kind,
    deliberationOn: version.deliberationOn ?? null,
    sneSignedOn: version.sneSignedOn ?? null,
    planMaxYears: epci.planMaxYears,
    otherTerms: binding.map(({ convention, startsOn, endsOn, terminatedOn }) => ({
      number: convention.getEntity().number,
      startsOn,
      endsOn: terminatedOn && terminatedOn < endsOn ? terminatedOn : endsOn,
    })),
  };
};

const textMax = 5000;
const partyMax = 200;
const checkTexts = ({ signatories, terminationMotive, cancellationMotive }: TransitionInput): void => {
  const motive = terminationMotive ?? cancellationMotive ?? '';
  if (motive.length > textMax) throw new TextTooLong(motive.length, textMax, 'motive');
  for (const text of (signatories ?? []).flatMap(({ party, name, quality }) => [party, name, quality ?? '']))
    if (text.length > partyMax) throw new TextTooLong(text.length, partyMax, 'signatories');
};

/**
 * Moves a version along the table of transitions: state and what goes with it, in one transaction.
 *
 * @returns database key of the version
 * @throws Refusal: the state, the role, what is missing, the dates, an overlap; StaleRevision when the content changed
 *   since the caller read it. A second click meets the state that the first one made, and says so.
 */
export const moveConvention = (
  em: EntityManager,
  caller: Caller,
  { id, revision }: { id: string; revision: number },
  name: ConventionTransition,
  input: TransitionInput = {},
): Promise<string> =>
  inOneTransaction(em, async (inner) => {
    const key = keyOf(conceptOf(ConventionVersion), id, 'id');
    const seen = await inner.findOne(ConventionVersion, { id: key });
    if (!seen || caller.role === 'ANONYMOUS') throw new UnknownId('ConventionVersion', 'id');
    const guichet = await lockGuichet(inner, seen.guichet.id);
    const version = await inner.findOneOrFail(ConventionVersion, { id: key }, { refresh: true });
    if (version.revision !== revision && conventionTransitions[name].from.includes(version.state))
      throw new StaleRevision('ConventionVersion', []);
    checkTexts(input);
    const { state, changes } = accepted(
      transition(await factsOf(inner, guichet, version), name, caller.role, input, caller.today),
    );
    if (state === 'SIGNED') checkGuichetOpen(guichet, version);
    inner.assign(version, { ...changes, state } as never);
    await inner.flush();
    return key;
  });

/** Removes a convention that never left its first draft, with that draft; any other is cancelled or terminated, and kept. */
export const deleteConvention = (
  em: EntityManager,
  { id, revision }: { id: string; revision: number },
): Promise<string> =>
  inOneTransaction(em, async (inner) => {
    const convention = await inner.findOne(Convention, { id: keyOf(conceptOf(Convention), id, 'id') });
    if (!convention) throw new UnknownId('Convention', 'id');
    await lockGuichet(inner, convention.guichet.id);
    if (convention.revision !== revision) throw new StaleRevision('Convention', []);
    const versions = await inner.find(ConventionVersion, { convention: convention.id });
    if (versions.some(({ state }) => state !== 'DRAFT')) throw new ConventionHasHistory(convention.number);
    for (const version of versions) inner.remove(version);
    await inner.flush();
    inner.remove(convention);
    await inner.flush();
    return id;
  });
