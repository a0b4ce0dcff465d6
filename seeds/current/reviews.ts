import { addDays, addMonths } from '../../api/src/base/days.rules.js';
import type { ConventionState } from '../../api/src/domain/convention/convention.codes.js';
import type { OpeningHours } from '../../api/src/domain/guichet/opening-hours.rules.js';
import { endOfMonth, workingDay } from '../days.js';
import type { ConventionCommentRow, ConventionVersionRow, ParsedSeeds } from '../rows.js';
import type { Staff } from './staff.js';
import { livingGuichets } from './term.js';

/** Who answers for the EPCI in the demo: the staff's persona. */
export const STAFF_NAME = 'Noémie Tréfontaine';

/** Guichets where an avenant is being negotiated while the convention is in force. */
const IN_REVIEW = 'saint-aupre-mairie';
const IN_CORRECTION = 'charavines-mairie';
/** One that read the draft of its convention, and has nothing to change. */
const READ = 'saint-cassien-mairie';
/** Guichets that name somebody to read the drafts of their convention; elsewhere the mayor's office reads it on paper. */
const REVIEWED: readonly string[] = [
  IN_REVIEW,
  IN_CORRECTION,
  READ,
  'voiron-service-logement',
  'voiron-pluralis',
  'voiron-opac-38',
  'moirans-mairie',
  'rives-mairie',
  'voreppe-mairie',
];

/** One agent of each of these guichets is named for the review: the first who stays. Changes `staff`. */
export function nameReviewers({ assignments }: Staff): void {
  for (const key of REVIEWED) {
    const named = assignments.find((it) => it.guichetKey === key && it.endsOn === null);
    if (!named) throw new Error(`Nobody to name at ${key}`);
    named.reviewer = true;
  }
}

/** Who reads for a guichet. */
function readerOf(base: ParsedSeeds, staff: Staff, key: string): string {
  const named = staff.assignments.find((it) => it.guichetKey === key && it.reviewer);
  const agent = [...base.agents, ...staff.agents].find((it) => it.agentKey === named?.agentKey);
  return `${agent?.firstName} ${agent?.lastName}`;
}

/** A guichet answered the day before yesterday: the EPCI sends its convention to sign. Changes `versions`. */
export function answerReading(
  base: ParsedSeeds,
  staff: Staff,
  versions: readonly ConventionVersionRow[],
  today: string,
): void {
  const read = versions.find((it) => it.guichetKey === READ && it.state === 'IN_REVIEW');
  if (!read) throw new Error(`Nothing to read at ${READ}`);
  read.reviewedAt = `${workingDay(addDays(today, -2), -1)}T09:20:00.000Z`;
  read.reviewedByName = readerOf(base, staff, READ);
}

export interface Reviews {
  conventionVersions: ConventionVersionRow[];
  comments: ConventionCommentRow[];
}

/** A remark as this file writes it: days before today, and who answered. */
interface Remark {
  field: string;
  text: string;
  side: 'EPCI' | 'GUICHET';
  daysAgo: number;
  answer?: string;
}

/**
 * Two avenants under negotiation, each on top of a convention in force: one that waits for the guichet's reading, with a question of
 * the EPCI, and one in correction with remarks of both sides, two of them settled.
 * @param signed the versions of the current plan
 */
export function reviewsOf(
  base: ParsedSeeds,
  staff: Staff,
  signed: readonly ConventionVersionRow[],
  today: string,
): Reviews {
  const comments: ConventionCommentRow[] = [];
  const startsOn = addDays(endOfMonth(addMonths(today, 2)), 1);

  const avenant = (
    key: string,
    state: ConventionState,
    changes: Partial<ConventionVersionRow>,
    remarks: readonly Remark[],
  ): ConventionVersionRow => {
    const former = signed.find((it) => it.guichetKey === key);
    if (!former) throw new Error(`No convention of ${key}`);
    const nameOf = { EPCI: STAFF_NAME, GUICHET: readerOf(base, staff, key) } as const;
    for (const { daysAgo, answer = null, side, ...remark } of remarks) {
      const written = workingDay(addDays(today, -daysAgo), -1);
      const other = side === 'EPCI' ? 'GUICHET' : 'EPCI';
      comments.push({
        conventionNumber: former.conventionNumber,
        rank: 2,
        guichetKey: key,
        ...remark,
        side,
        authorName: nameOf[side],
        state: answer === null ? 'OPEN' : 'RESOLVED',
        answer,
        resolvedByName: answer === null ? null : nameOf[other],
        resolvedAt: answer === null ? null : `${workingDay(addDays(written, 1), 1)}T13:40:00.000Z`,
        createdAt: `${written}T08:15:00.000Z`,
      });
    }
    return {
      ...former,
      ...changes,
      rank: 2,
      state,
      startsOn,
      deliberationAssembly: null,
      deliberationOn: null,
      deliberationNumber: null,
      signedOn: null,
      signatories: null,
    };
  };

  return {
    conventionVersions: [
      avenant(
        IN_REVIEW,
        'IN_REVIEW',
        { openingHours: withWednesday(openingHoursOf(base, IN_REVIEW, today)), meetingsPerYear: 2, etp: 0.15 },
        [
          {
            field: 'openingHours',
            text: 'La permanence du mercredi est-elle tenue aussi pendant les vacances scolaires ?',
            side: 'EPCI',
            daysAgo: 3,
          },
        ],
      ),
      avenant(IN_CORRECTION, 'CORRECTION', { etp: 0.3, meetingsPerYear: 3, sneToRevise: true }, [
        {
          field: 'levelConditions',
          text: 'Pouvez-vous écrire ce qui se passe pendant un congé long de l’agente ?',
          side: 'GUICHET',
          daysAgo: 16,
          answer:
            'Oui : le Pays Voironnais assure alors le relais par téléphone. La phrase est ajoutée à la demande du conseil.',
        },
        {
          field: 'openingHours',
          text: 'Le site de la mairie annonce le mercredi après-midi, la convention le matin : lequel faut-il garder ?',
          side: 'EPCI',
          daysAgo: 14,
          answer: 'Le matin. Le site sera corrigé.',
        },
        {
          field: 'etp',
          text: 'Le conseil ne pourra pas voter 0,30 ETP cette année : 0,25 serait tenable.',
          side: 'GUICHET',
          daysAgo: 8,
        },
        {
          field: 'meetingsPerYear',
          text: 'Trois réunions vous conviennent-elles, comme convenu au dernier comité technique ?',
          side: 'EPCI',
          daysAgo: 6,
        },
      ]),
    ],
    comments,
  };
}

/** The hours of a living guichet, as its convention repeats them. */
function openingHoursOf(base: ParsedSeeds, key: string, today: string): OpeningHours {
  return livingGuichets(base, today).find((it) => it.guichetKey === key)?.openingHours ?? { slots: [], remark: null };
}

/** What the avenant adds: one more half-day. */
const withWednesday = ({ slots, remark }: OpeningHours): OpeningHours => ({
  slots: [
    ...slots.filter(({ weekday }) => weekday !== 'WED'),
    { weekday: 'WED', from: '14:00', to: '17:00', weeks: 'ALL', byAppointment: false },
  ],
  remark,
});
