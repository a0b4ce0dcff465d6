import type { Level } from '../../api/src/base/codes.js';
import { addDays, addMonths, earliest } from '../../api/src/base/days.rules.js';
import type { Signatory } from '../../api/src/domain/convention/convention-version.entity.js';
import { endOfMonth, workingDay, yearOf } from '../days.js';
import { competencesOf, dossierUniqueOf, meetingsOf, missionsOf, receptionModesOf } from '../levels.js';
import type { AssignmentRow, ConventionRow, ConventionVersionRow, GuichetRow, ParsedSeeds } from '../rows.js';
import { livingGuichets, type Term } from './term.js';

/** Guichets whose convention is not simply signed for the whole plan. */
const DRAFT: readonly string[] = ['saint-sulpice-des-rivoires-mairie', 'saint-nicolas-de-macherin-mairie'];
const IN_REVIEW: readonly string[] = ['saint-cassien-mairie'];
const TO_SIGN: readonly string[] = ['velanne-mairie', 'bilieu-mairie'];
const TERMINATED = 'voissant-mairie';
const EXPIRED = 'massieu-mairie';
/** Signed for a shorter term: it ends this many months after today (never after the plan), which the home page must say. */
const ENDING_SOON: Readonly<Record<string, number>> = { 'merlas-mairie': 1, 'vourey-mairie': 4, 'reaumont-mairie': 9 };
/** An avenant raises this guichet from INFO to SUIVI on 1 July. */
const AVENANT = { guichetKey: 'montferrat-mairie', level: 'SUIVI' } as const;
/** Promises registration without deliberation or State's convention: what a screen must point out before anyone signs. */
const PROMISES_REGISTRATION = 'bilieu-mairie';
/** Signed some months after the plan began. */
const LATE: Readonly<Record<string, number>> = {
  'saint-aupre-mairie': 3,
  'charancieu-mairie': 2,
  'la-murette-mairie': 4,
};

const PRESIDENCY = { name: 'Solange Vertreuil', quality: 'Vice-présidence, habitat' } as const;
const FIRST_NAMES = [
  'Armelle',
  'Bertrand',
  'Colette',
  'Didier',
  'Évelyne',
  'Fernand',
  'Ginette',
  'Hervé',
  'Ida',
  'Joël',
  'Lise',
] as const;
const LAST_NAMES = [
  'Argelas',
  'Brévilliers',
  'Chantonnay-Roz',
  'Desparvis',
  'Ermenaz',
  'Flandroux',
  'Grésivan',
] as const;

export interface Conventions {
  conventions: ConventionRow[];
  conventionVersions: ConventionVersionRow[];
}

/** One convention for each living guichet: most are signed for the plan, the others show every state that a day of work meets. */
export function conventionsOf(
  base: ParsedSeeds,
  term: Term,
  assignments: readonly AssignmentRow[],
  today: string,
): Conventions {
  const conventions: ConventionRow[] = [];
  const conventionVersions: ConventionVersionRow[] = [];

  livingGuichets(base, today).forEach((guichet, index) => {
    const number = `PV-${yearOf(term.startsOn)}-${String(index + 1).padStart(2, '0')}`;
    const renews = base.conventions.find((it) => it.guichetKey === guichet.guichetKey)?.number ?? null;
    conventions.push({ number, guichetKey: guichet.guichetKey, renews, source: 'RECONSTRUCTED' });
    const first = firstVersion(guichet, index, number);
    conventionVersions.push(first);
    if (guichet.guichetKey === AVENANT.guichetKey) conventionVersions.push(avenantOf(first));
  });
  return { conventions, conventionVersions };

  function firstVersion(guichet: GuichetRow, index: number, number: string): ConventionVersionRow {
    const key = guichet.guichetKey;
    const level = guichet.levelAgreed ?? 'COMMUNICATION';
    const startsOn = addMonths(term.startsOn, LATE[key] ?? 0);
    const signedOn = workingDay(addDays(startsOn, -5 - ((index * 5) % 17)), -1);
    const soon = ENDING_SOON[key];
    const version: ConventionVersionRow = {
      ...content(guichet, level),
      conventionNumber: number,
      guichetKey: key,
      rank: 1,
      state: 'SIGNED',
      referentialNumber: referentialOn(base, startsOn),
      startsOn,
      endsOn:
        soon !== undefined
          ? (earliest(endOfMonth(addMonths(today, soon)), term.endsOn) ?? term.endsOn)
          : key === EXPIRED
            ? endOfMonth(addMonths(today, -1))
            : term.endsOn,
      ...deliberation(guichet, signedOn, index),
      signedOn,
      signatories: signatoriesOf(guichet, signedOn, index),
      terminatedOn: null,
      terminationMotive: null,
      noticeOn: null,
      cancellationMotive: null,
      reviewedAt: null,
      reviewedByName: null,
      signedEndsOn: null,
      guichetSettledOn: null,
      source: 'RECONSTRUCTED',
    };
    if (key === TERMINATED) {
      const terminatedOn = endOfMonth(addMonths(today, -3));
      return {
        ...version,
        state: 'TERMINATED',
        terminatedOn,
        // Its level stays what was agreed: the commune goes on telling people where to go.
        guichetSettledOn: terminatedOn,
        noticeOn: workingDay(addMonths(terminatedOn, -2), -1),
        terminationMotive:
          'La mairie ne peut plus assurer les heures d’ouverture prévues ; les demandeurs sont orientés vers Saint-Geoire-en-Valdaine.',
      };
    }
    const pending = DRAFT.includes(key)
      ? 'DRAFT'
      : IN_REVIEW.includes(key)
        ? 'IN_REVIEW'
        : TO_SIGN.includes(key)
          ? 'TO_SIGN'
          : null;
    if (!pending) return version;
    const nextMonth = addDays(endOfMonth(today), 1);
    const promises = key === PROMISES_REGISTRATION;
    return {
      ...version,
      state: pending,
      startsOn: nextMonth,
      endsOn: term.endsOn,
      ...(pending === 'TO_SIGN' && !promises
        ? deliberation(guichet, workingDay(addDays(today, -6), -1), index)
        : noDeliberation),
      registers: promises,
      ...(promises ? { sneSignedOn: null } : {}),
      signedOn: null,
      signatories: null,
    };
  }

  function content(guichet: GuichetRow, level: Level) {
    const registers = guichet.registers === true;
    const etp = assignments
      .filter((it) => it.guichetKey === guichet.guichetKey && it.startsOn === term.startsOn)
      .reduce((sum, it) => sum + (it.etp ?? 0), 0);
    return {
      level,
      registers,
      dossierUnique: dossierUniqueOf[level],
      missions: missionsOf(level),
      receptionModes: [...receptionModesOf[level]],
      openingHours: guichet.openingHours,
      etp: level === 'COMMUNICATION' ? null : Math.round(etp * 100) / 100,
      competences: competencesOf(level),
      meetingsPerYear: meetingsOf[level],
      levelConditions:
        level === 'SUIVI'
          ? 'Le niveau est conservé tant que l’agent affecté reste qualifié et que le guichet participe aux réunions.'
          : null,
      sneSignedOn: registers ? workingDay(addDays(term.startsOn, -40), -1) : formerSne(guichet),
      sneToRevise: !registers && guichet.sneConventionSigned === true,
    };
  }

  /** The State's convention that its former convention named, which is to be revised since the guichet registers no more. */
  function formerSne({ guichetKey, sneConventionSigned }: GuichetRow): string | null {
    const former = base.conventionVersions.find((it) => it.guichetKey === guichetKey);
    return sneConventionSigned === true ? (former?.sneSignedOn ?? null) : null;
  }

  /** A later version of the same convention: the former one now ends the day before, since two may not bind over the same days. */
  function avenantOf(first: ConventionVersionRow): ConventionVersionRow {
    const guichet = base.guichets.find((it) => it.guichetKey === first.guichetKey);
    if (!guichet) throw new Error(`No guichet ${first.guichetKey}`);
    const startsOn = `${yearOf(today)}-07-01`;
    const signedOn = workingDay(addDays(today < startsOn ? today : startsOn, -15), -1);
    const avenant = { ...first };
    first.signedEndsOn = first.endsOn;
    first.endsOn = addDays(startsOn, -1);
    return {
      ...avenant,
      ...content(guichet, AVENANT.level),
      etp: 0.2,
      rank: 2,
      startsOn,
      endsOn: term.endsOn,
      ...deliberation(guichet, signedOn, 90),
      signedOn,
      signatories: signatoriesOf(guichet, signedOn, 3),
    };
  }

  function signatoriesOf(guichet: GuichetRow, signedOn: string, index: number): Signatory[] {
    const organisation = base.organisations.find((it) => it.organisationKey === guichet.organisationKey);
    const name = `${FIRST_NAMES[index % FIRST_NAMES.length]} ${LAST_NAMES[index % LAST_NAMES.length]}`;
    const quality = organisation?.kind === 'BAILLEUR' ? 'Direction générale' : 'Maire';
    return [
      { party: base.epci.name, ...PRESIDENCY, signedOn },
      { party: organisation?.name ?? guichet.name, name, quality, signedOn },
    ];
  }

  function deliberation(guichet: GuichetRow, before: string, index: number) {
    const on = workingDay(addDays(before, -12), -1);
    const kind = base.organisations.find((it) => it.organisationKey === guichet.organisationKey)?.kind;
    return {
      deliberationAssembly: kind === 'BAILLEUR' ? 'Conseil d’administration' : 'Conseil municipal',
      deliberationOn: on,
      deliberationNumber: `${yearOf(on)}-${String(((index * 7) % 60) + 12).padStart(3, '0')}`,
    };
  }
}

const noDeliberation = { deliberationAssembly: null, deliberationOn: null, deliberationNumber: null } as const;

/** The référentiel in force on `day`. */
function referentialOn(base: ParsedSeeds, day: string): number {
  const found = base.referentials.find((it) => it.validFrom <= day && (it.validTo === null || day < it.validTo));
  if (!found) throw new Error(`No référentiel on ${day}`);
  return found.number;
}
