/** Recomputes the published figures of the study from the rows. Percentages are between 0 and 100, not rounded. */
import type { CommuneRow, GuichetRow, ParsedSeeds } from './rows.js';

const KEPT_ONLINE_SHARE = 0.25;
/** Legal working time of a year, in hours, for one full-time equivalent. */
const HOURS_PER_ETP = 1607;
/** Share of the staff's time that goes to registering (row 12). */
const REGISTERING_TIME = 0.15;
/** The first plan's staff is counted on a day when every convention of 2016 is signed. */
const STAFF_DAY = '2016-09-15';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);
const percent = (part: number, whole: number): number => (100 * part) / whole;

/** `key` of published-figures.csv → value. */
export function computeFigures(base: ParsedSeeds): Record<string, number> {
  const communeOf = (it: { communeInseeCode: string; communeValidFrom: string | null }): CommuneRow => {
    const found = base.communes.find((c) => c.inseeCode === it.communeInseeCode && c.validFrom === it.communeValidFrom);
    if (!found) throw new Error(`No commune ${it.communeInseeCode}`);
    return found;
  };
  const kindOf = (organisationKey: string) =>
    base.organisations.find((it) => it.organisationKey === organisationKey)?.kind;
  const registered = (it: GuichetRow): number =>
    sum(base.registrations.filter((r) => r.guichetKey === it.guichetKey).map((r) => r.requests));

  const proposed = base.guichets.filter((it) => it.levelProposed !== null);
  const communal = proposed.filter((it) => kindOf(it.organisationKey) === 'COMMUNE');
  const bailleurs = proposed.filter((it) => kindOf(it.organisationKey) === 'BAILLEUR');
  const total = sum(proposed.map(registered));
  const communalIn = (lowest: number, highest: number): GuichetRow[] =>
    communal.filter((it) => registered(it) >= lowest && registered(it) <= highest);

  const kept = proposed.filter((it) => registered(it) >= base.epci.registrationThreshold);
  const moved = sum(proposed.filter((it) => !kept.includes(it)).map(registered)) / kept.length;
  const ranking = proposed.map(registered).sort((a, b) => b - a);
  const pluralis = proposed.find((it) => it.organisationKey === 'pluralis');

  const receiving = communal.filter((it) => it.receivesPublic === true);
  const answered = communal.filter((it) => it.surveyAnswered === true);
  const basins = [...new Set(proposed.map((it) => communeOf(it).basin))];
  const receivesInPerson = (it: GuichetRow): boolean =>
    it.levelProposed !== 'COMMUNICATION' && it.receivesPublic === true;
  const valdaine = communal.filter((it) => communeOf(it).basin === 'Valdaine');
  const homes = sum(valdaine.map((it) => communeOf(it).socialHomes ?? 0));
  const saintGeoire = valdaine.find((it) => communeOf(it).name === 'Saint-Geoire-en-Valdaine');
  const conseil = communal.filter((it) => it.levelProposed === 'CONSEIL');
  const middle = median(communal.map((it) => communeOf(it).latitude).filter((it) => it !== null));
  const isSouthernPole = (it: CommuneRow): boolean => it.urbanPole && it.latitude !== null && it.latitude < middle;

  const staff = base.assignments.filter(
    (it) => it.startsOn <= STAFF_DAY && (it.endsOn === null || STAFF_DAY <= it.endsOn),
  );
  const guichetOf = (key: string): GuichetRow | undefined => base.guichets.find((it) => it.guichetKey === key);
  const staffOf = (guichets: readonly GuichetRow[]) =>
    staff.filter((it) => guichets.some((g) => g.guichetKey === it.guichetKey));
  const agentsOf = (guichets: readonly GuichetRow[]): Set<string> =>
    new Set(staffOf(guichets).map((it) => it.agentKey));
  const poles = communal.filter((it) => communeOf(it).urbanPole);
  const etp = (guichets: readonly GuichetRow[]): number => sum(staffOf(guichets).map((it) => it.etp ?? 0));
  const assigned = new Set(base.assignments.map((it) => it.agentKey));
  const level = (wanted: string): number => communal.filter((it) => it.levelProposed === wanted).length;

  return {
    communes: communal.length,
    communes_registering_nothing: communalIn(0, 0).length,
    communes_registering_under_20: communalIn(1, 19).length,
    communes_registering_80_to_200: communalIn(80, 200).length,
    communes_registering_1_to_10: communalIn(1, 10).length,
    communes_registering_1_to_5: communalIn(1, 5).length,
    communes_registering_6_to_10: communalIn(6, 10).length,
    communes_registering_11_to_20: communalIn(11, 20).length,
    communes_registering_21_to_50: communalIn(21, 50).length,
    communes_registering_51_to_100: communalIn(51, 100).length,
    communes_registering_101_to_200: communalIn(101, 200).length,
    communes_share: percent(sum(communal.map(registered)), total),
    bailleurs_share: percent(sum(bailleurs.map(registered)), total),
    voiron_share: percent(sum(proposed.filter((it) => communeOf(it).name === 'Voiron').map(registered)), total),
    urban_poles_share: percent(sum(proposed.filter((it) => communeOf(it).urbanPole).map(registered)), total),
    pluralis_to_second_ratio: pluralis ? registered(pluralis) / (ranking[1] ?? 1) : 0,
    guichets_reaching_threshold: kept.length,
    moved_to_each_guichet: moved,
    guichets_busier_with_25_percent_online: kept.filter(
      (it) => (registered(it) + moved) * (1 - KEPT_ONLINE_SHARE) > registered(it),
    ).length,
    survey_answers: answered.length,
    communes_receiving: receiving.length,
    communes_receiving_share: percent(receiving.length, answered.length),
    bailleurs_receiving: bailleurs.filter((it) => it.receivesPublic === true).length,
    communes_receiving_without_registering: receiving.filter((it) => registered(it) === 0).length,
    always_appointment_share: percent(receiving.filter((it) => it.appointments === 'ALWAYS').length, receiving.length),
    communes_registering_after_appointment: communal.filter((it) => it.registersAfterAppointment === true).length,
    communal_agents: agentsOf(communal).size,
    communes_with_agents: new Set(staffOf(communal).map((it) => guichetOf(it.guichetKey)?.communeInseeCode)).size,
    dedicated_agents_elsewhere: staffOf(communal.filter((it) => !poles.includes(it))).filter((it) => it.dedicated)
      .length,
    bailleur_agents: agentsOf(bailleurs).size,
    outside_agents: base.agents.filter((it) => !assigned.has(it.agentKey)).length,
    etp_urban_poles: etp(poles),
    etp_bailleurs: etp(bailleurs),
    etp_total: etp(proposed),
    minutes_for_a_registration: (etp(proposed) * REGISTERING_TIME * HOURS_PER_ETP * 60) / total,
    basins_without_reception: basins.filter(
      (b) => !proposed.some((it) => communeOf(it).basin === b && receivesInPerson(it)),
    ).length,
    valdaine_suivi_guichets: valdaine.filter((it) => it.levelProposed === 'SUIVI').length,
    valdaine_social_homes: homes,
    saint_geoire_share: saintGeoire ? percent(communeOf(saintGeoire).socialHomes ?? 0, homes) : 0,
    saint_geoire_uses_etoil: Number(saintGeoire?.usesEtoil),
    saint_geoire_sne_convention: Number(saintGeoire?.sneConventionSigned),
    conseil_communes_outside_southern_poles: conseil.filter((it) => !isSouthernPole(communeOf(it))).length,
    milestones: base.milestones.length,
    guichets_proposed: proposed.length,
    communes_communication: level('COMMUNICATION'),
    communes_info: level('INFO'),
    communes_suivi: level('SUIVI'),
    communes_conseil: level('CONSEIL'),
    bailleurs_conseil: bailleurs.filter((it) => it.levelProposed === 'CONSEIL').length,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Does a recomputed value agree with what the study prints? Percentages are printed without decimals, so they are rounded first. */
export function agrees(value: number, figure: { lowest: number; highest: number; unit: string }): boolean {
  const shown = figure.unit === 'percent' ? Math.round(value) : Math.round(value * 1000) / 1000;
  return shown >= figure.lowest && shown <= figure.highest;
}
