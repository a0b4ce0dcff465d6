import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Level } from '../../base/codes.js';
import { NotAllowed, UnknownId } from '../../base/shared.errors.js';
import { encodeId } from '../../concept/id.js';
import { conceptNamed, conceptOf } from '../../concept/meta.js';
import type { Caller } from '../../identity/access/caller.js';
import { dataOf, keyOf } from '../../write/input.js';
import { rowAt, withRetriedTransaction } from '../../write/rows.js';
import { proposedNumbers } from '../convention/index.js';
import type { CampaignReason } from './campaign.codes.js';
import { Campaign } from './campaign.entity.js';
import {
  CampaignAlreadyPrepared,
  CampaignEmpty,
  CampaignGuichetsLeftOut,
  CampaignGuichetTwice,
  CampaignMovedOn,
} from './campaign.errors.js';
import {
  type CampaignFacts,
  type CampaignGiven,
  campaignFacts,
  campaignTerms,
  type GuichetRow,
  judgedGuichets,
} from './campaign.facts.js';
import type { CampaignJudgement, Term } from './campaign.rules.js';

/** A campaign as callers give it: relations by their ids. */
export interface CampaignInput {
  readonly planId: string;
  readonly referentialId?: string | null;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
}
export interface LineInput {
  readonly guichetId: string;
  readonly level: Level;
}

type Chosen = GuichetRow & CampaignJudgement & { level: Level };

export const givenBy = ({ planId, referentialId, startsOn, endsOn }: CampaignInput): CampaignGiven => ({
  planKey: keyOf(conceptNamed('Plan'), planId, 'planId'),
  referentialKey: referentialId ? keyOf(conceptNamed('Referential'), referentialId, 'referentialId') : null,
  startsOn: startsOn ?? null,
  endsOn: endsOn ?? null,
});

/** Conventions of a guichet change one after the other, here as where a single one is made: in the order of keys, for many at once. */
const lockGuichets = async (em: EntityManager, keys: readonly string[]): Promise<void> => {
  await sql`select 1 from guichet where id = any(${keys}::bigint[]) order by id for update`.execute(em.getKysely());
};

const factsOf = async (em: EntityManager, given: CampaignGiven, caller: Caller): Promise<CampaignFacts> => {
  const { rows } = await sql<{
    facts: CampaignFacts;
  }>`select ${campaignFacts(given, caller.today)} as facts`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new UnknownId('Plan', 'planId');
  return row.facts;
};

/** Nothing is prepared unless all of it can be: the guichets that cannot be are named. */
const refuseLeftOut = (chosen: readonly Chosen[]): void => {
  const out = chosen.filter(({ verdict }) => verdict === 'LEFT_OUT');
  const [first] = out;
  if (!first) return;
  const campaigns = new Set(out.map(({ obstacle }) => obstacle?.campaignName ?? null));
  const [campaign] = campaigns;
  const all = out.length === chosen.length && out.every(({ reasons }) => reasons[0] === 'ALREADY_IN_PREPARATION');
  if (all && campaigns.size === 1 && campaign) throw new CampaignAlreadyPrepared(campaign);
  const reason: CampaignReason = first.reasons[0] ?? 'ALREADY_IN_PREPARATION';
  throw new CampaignGuichetsLeftOut(
    out.filter(({ reasons }) => reasons[0] === reason).map(({ name }) => name),
    reason,
  );
};

/** The guichets of the lines, in the order of the network, with the level chosen for each. */
const chosenOf = (facts: CampaignFacts, term: Term, levels: ReadonlyMap<string, Level>, caller: Caller): Chosen[] => {
  const chosen = judgedGuichets(facts, term, new Set(), caller.today).flatMap((guichet) => {
    const level = levels.get(guichet.id);
    return level ? [{ ...guichet, level }] : [];
  });
  if (chosen.length < levels.size) throw new UnknownId('Guichet', 'lines');
  return chosen;
};

/** The conventions of a campaign, in one statement. @returns the key of each, by its guichet's */
const insertConventions = async (
  em: EntityManager,
  campaign: Campaign,
  chosen: readonly Chosen[],
  numbers: readonly string[],
): Promise<Map<string, string>> => {
  const rows = chosen.map(({ id, source }, index) => ({
    guichet_id: id,
    number: numbers[index],
    renews_id: source?.conventionId ?? null,
  }));
  const made = await sql<{ id: string; guichet: string }>`
    insert into convention (epci_id, guichet_id, number, campaign_id, renews_id)
    select ${campaign.epci.id}::bigint, n.guichet_id, n.number, ${campaign.id}::bigint, n.renews_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(guichet_id bigint, number text, renews_id bigint)
    returning id::text, guichet_id::text as guichet`.execute(em.getKysely());
  return new Map(made.rows.map(({ id, guichet }) => [guichet, id]));
};

/** Codes of a kind of the référentiel's items that the level of the line `n` holds. */
const itemsOf = (kind: string, referential: string) => sql`(
  select array_agg(i.code order by i.position, i.id) from referential_item i
  where i.referential_id = ${referential}::bigint and i.kind = ${kind} and n.level = any(i.levels))`;

/**
 * The first version of each, a draft: what the last one `s` promised when level and référentiel are the same, else what the
 * référentiel says of the level. What is the guichet's own, hours, staff, registration, is taken over either way; deliberation
 * and signature never are.
 */
const insertDrafts = async (
  em: EntityManager,
  campaign: Campaign,
  chosen: readonly Chosen[],
  conventions: ReadonlyMap<string, string>,
): Promise<void> => {
  const referential = campaign.referential.id;
  const rows = chosen.map(({ id, level, source }) => ({
    guichet_id: id,
    level,
    convention_id: conventions.get(id),
    source_id: source?.id ?? null,
  }));
  await sql`
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on,
      registers, dossier_unique, missions, reception_modes, opening_hours, etp, competences, meetings_per_year,
      level_conditions, sne_signed_on, sne_to_revise)
    select ${campaign.epci.id}::bigint, n.convention_id, n.guichet_id, 1, 'DRAFT', ${referential}::bigint, n.level,
      ${campaign.startsOn}::date, ${campaign.endsOn}::date,
      coalesce(case when t.kept then s.registers end, g.registers, s.registers, false),
      coalesce(case when t.kept then s.dossier_unique end, g.dossier_unique, s.dossier_unique, false),
      coalesce(case when t.same then s.missions end, ${itemsOf('MISSION', referential)}),
      coalesce(case when t.kept then s.reception_modes end, ${itemsOf('RECEPTION_MODE', referential)}, g.reception_modes),
      coalesce(s.opening_hours, g.opening_hours), s.etp,
      coalesce(case when t.same then s.competences end, ${itemsOf('COMPETENCE', referential)}),
      coalesce(case when t.same then s.meetings_per_year end, (
        select o.target::int from obligation o
        where o.referential_id = ${referential}::bigint and o.kind = 'MEETINGS' and o.level = n.level)),
      case when t.kept then s.level_conditions end, s.sne_signed_on, coalesce(s.sne_to_revise, false)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(guichet_id bigint, level text, convention_id bigint, source_id bigint)
    join guichet g on g.id = n.guichet_id
    left join convention_version s on s.id = n.source_id
    cross join lateral (
      select coalesce(s.level = n.level, false) as kept,
        coalesce(s.level = n.level and s.referential_id = ${referential}::bigint, false) as same
    ) t`.execute(em.getKysely());
};

/**
 * Prepares the drafts of all chosen guichets, in one transaction and a handful of statements whatever their number.
 *
 * @returns database key of the campaign
 * @throws Refusal: nobody chosen, a guichet named twice, unknown or left out (then nothing is written), a term too long, a
 *   référentiel that is a draft. A second click meets what the first one made: CampaignAlreadyPrepared.
 */
export const createCampaign = (
  em: EntityManager,
  caller: Caller,
  input: CampaignInput & { readonly name: string },
  lines: readonly LineInput[],
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const given = givenBy(input);
    if (lines.length === 0) throw new CampaignEmpty();
    const keys = lines.map(({ guichetId }) => keyOf(conceptNamed('Guichet'), guichetId, 'lines'));
    const levels = new Map(lines.map(({ level }, index) => [keys[index] ?? '', level]));
    await lockGuichets(inner, keys);
    const facts = await factsOf(inner, given, caller);
    const { term, referentialKey } = campaignTerms(facts, given, caller.today);
    const chosen = chosenOf(facts, term, levels, caller);
    const twice = chosen.find(({ id }) => keys.indexOf(id) !== keys.lastIndexOf(id));
    if (twice) throw new CampaignGuichetTwice(twice.name);
    refuseLeftOut(chosen);
    const data = await dataOf(
      inner,
      conceptOf(Campaign),
      { ...input, ...term, referentialId: encodeId('Referential', referentialKey) },
      'create',
    );
    const campaign = inner.create(Campaign, { ...data, epci: caller.epciId } as never);
    await inner.flush();
    const numbers = await proposedNumbers(inner, caller, chosen.length);
    await insertDrafts(inner, campaign, chosen, await insertConventions(inner, campaign, chosen, numbers));
    return campaign.id;
  });

/**
 * Undoes a campaign with its drafts, as long as nobody touched any of them.
 *
 * @returns the campaign's opaque id
 * @throws UnknownId, StaleRevision; CampaignMovedOn naming the first convention that moved on
 */
export const deleteCampaign = (
  em: EntityManager,
  { id, revision }: { id: string; revision: number },
): Promise<string> =>
  withRetriedTransaction(em, async (inner) => {
    const campaign = await rowAt<Campaign>(inner, conceptOf(Campaign), id, revision);
    const db = inner.getKysely();
    await sql`select 1 from guichet where id in (select guichet_id from convention where campaign_id = ${campaign.id}::bigint)
      order by id for update`.execute(db);
    const { rows } = await sql<{ number: string; guichet: string }>`
      select c.number, g.name as guichet from convention c join guichet g on g.id = c.guichet_id
      where c.campaign_id = ${campaign.id}::bigint and (c.revision > 1
        or exists (select 1 from convention r where r.renews_id = c.id)
        or exists (select 1 from convention_version v where v.convention_id = c.id and (v.state <> 'DRAFT' or v.revision > 1 or v.rank > 1
          or exists (select 1 from convention_comment m where m.version_id = v.id)
          or exists (select 1 from convention_file f where f.version_id = v.id))))
      order by c.number limit 1`.execute(db);
    const [moved] = rows;
    if (moved) throw new CampaignMovedOn(moved.number, moved.guichet);
    await sql`delete from convention_version v using convention c
      where c.id = v.convention_id and c.campaign_id = ${campaign.id}::bigint`.execute(db);
    await sql`delete from convention where campaign_id = ${campaign.id}::bigint`.execute(db);
    if ((await inner.nativeDelete(Campaign, { id: campaign.id, revision })) === 0) throw new NotAllowed();
    return id;
  });
