import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { UnknownId, ValueMissing } from '../../base/shared.errors.js';
import { encodeId } from '../../concept/id.js';
import type { Caller } from '../../identity/access/caller.js';
import { checkOpeningHours, Guichet } from '../guichet/index.js';
import { checkFollowed } from '../referential/index.js';
import type { TermFacts } from './acts.rules.js';
import { closedRefusal, type LifeFacts, preparedRefusal } from './amend.rules.js';
import { AvenantOutsideTerm } from './convention.errors.js';
import { contentTermRefusal, type WholeTerm } from './convention.rules.js';
import { ConventionVersion } from './convention-version.entity.js';
import { currentReferentialOf, lifeFactsOf, termFacts } from './life-facts.js';
import { contentFields } from './version-facts.js';

/** Conventions of one guichet change one after the other: whoever comes second sees what the first one saved. */
export const lockGuichet = async (em: EntityManager, key: string): Promise<Guichet> => {
  const guichet = await em.findOne(Guichet, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!guichet) throw new UnknownId('Guichet', 'guichetId');
  return guichet;
};

/** A closed guichet commits to nothing more. */
export const checkGuichetOpen = ({ name, closedOn = null }: Guichet, term: WholeTerm): void => {
  const refusal = closedRefusal({ name, closedOn }, term);
  if (refusal) throw refusal;
};

/** First day of the first version that was signed before an avenant, which begins within the term of the last one. */
const checkAvenant = async (
  em: EntityManager,
  { convention, rank, startsOn }: ConventionVersion,
): Promise<string | null> => {
  if (rank === 1) return null;
  const signed = await em.find(
    ConventionVersion,
    { convention: convention.id, rank: { $lt: rank }, state: { $in: ['SIGNED', 'TERMINATED'] } },
    { orderBy: { rank: 'asc' } },
  );
  const last = signed.at(-1);
  if (last && (startsOn <= last.startsOn || startsOn > last.endsOn))
    throw new AvenantOutsideTerm(last.startsOn, last.endsOn);
  return signed[0]?.startsOn ?? null;
};

/** The rules of a content, whatever its state: its term, its hours, a guichet that is there. */
export const checkContent = async (em: EntityManager, guichet: Guichet, version: ConventionVersion): Promise<void> => {
  const { planMaxYears } = await guichet.epci.loadOrFail();
  const { startsOn, endsOn, openingHours } = version;
  const rigour = await version.referential.loadOrFail();
  const term = { startsOn, endsOn, begunOn: await checkAvenant(em, version), planMaxYears, rigour };
  const refusal = contentTermRefusal(term) ?? checkOpeningHours(openingHours);
  if (refusal) throw refusal;
  checkGuichetOpen(guichet, version);
  await checkFollowed(em, version);
};

const checkNoneInPreparation = async (em: EntityManager, guichet: Guichet, term: WholeTerm): Promise<void> => {
  const { rows } = await sql<{ facts: TermFacts }>`select ${termFacts(guichet.id)} as facts`.execute(em.getKysely());
  const refusal = preparedRefusal(rows[0]?.facts.terms ?? [], term);
  if (refusal) throw refusal;
};

/** What decides of the life of a convention, by its key: what `availableActs` is told of it. */
export const lifeOf = async (em: EntityManager, key: string): Promise<LifeFacts> => {
  const { rows } = await lifeFactsOf(key).execute(em.getKysely());
  const [found] = rows as { facts: LifeFacts | null }[];
  if (!found?.facts) throw new UnknownId('Convention', 'id');
  return found.facts;
};

/** The référentiel that a convention begun today follows. @returns its id, as callers give it */
export const currentReferential = async (em: EntityManager, { epciId }: Caller): Promise<string> => {
  const { rows } = await sql<{
    id: string | null;
  }>`select ${currentReferentialOf(sql`${epciId}::bigint`)}::text as id`.execute(em.getKysely());
  const id = rows[0]?.id;
  if (!id) throw new ValueMissing('referentialId');
  return encodeId('Referential', id);
};

/** What a version promises, to begin another one with. */
export const contentOf = (version: ConventionVersion): Partial<ConventionVersion> =>
  Object.fromEntries(contentFields().map(({ name }) => [name, Reflect.get(version, name)]));

/** The content as plain values: a relation by its key. */
export const plainContent = (version: Readonly<ConventionVersion>): Record<string, unknown> =>
  Object.fromEntries(
    contentFields().map(({ name, kind }) => {
      const value: unknown = Reflect.get(version, name);
      return [name, kind === 'one' && value ? Reflect.get(value, 'id') : value];
    }),
  );

/** Adds a draft to a convention once its content is found to hold: the guichet is locked by then. */
export const addDraft = async (
  em: EntityManager,
  guichet: Guichet,
  data: Partial<ConventionVersion>,
): Promise<ConventionVersion> => {
  const draft = em.create(ConventionVersion, { ...data, epci: guichet.epci, guichet, state: 'DRAFT' } as never);
  await checkContent(em, guichet, draft);
  await checkNoneInPreparation(em, guichet, draft);
  await em.flush();
  return draft;
};
