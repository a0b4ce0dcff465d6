import type { AgentReviewQuery, Competence, Level, ReceptionMode, Weekday } from '../../../generated/graphql.js';
import { type OpeningHours, type Slot, slotsOf, weekdays } from '../../../opening-hours.js';

export type Version = AgentReviewQuery['conventionVersions']['nodes'][number];
export type Remark = Version['comments']['nodes'][number];

/** How a field is read and typed. */
export type Kind =
  | 'level'
  | 'truth'
  | 'number'
  | 'missions'
  | 'competences'
  | 'modes'
  | 'hours'
  | 'lines'
  | 'line'
  | 'day'
  | 'referential';

/** The fields of a convention in the order in which one reads them aloud. */
export const sections = [
  {
    title: 'promised',
    fields: [
      'level',
      'registers',
      'dossierUnique',
      'etp',
      'meetingsPerYear',
      'missions',
      'competences',
      'levelConditions',
    ],
  },
  { title: 'reception', fields: ['receptionModes', 'openingHours'] },
  { title: 'term', fields: ['startsOn', 'endsOn'] },
  {
    title: 'acts',
    fields: [
      'deliberationAssembly',
      'deliberationOn',
      'deliberationNumber',
      'sneSignedOn',
      'sneToRevise',
      'referential',
    ],
  },
] as const;

export type FieldName = (typeof sections)[number]['fields'][number];

export const kinds: Readonly<Record<FieldName, Kind>> = {
  level: 'level',
  registers: 'truth',
  dossierUnique: 'truth',
  etp: 'number',
  meetingsPerYear: 'number',
  missions: 'missions',
  competences: 'competences',
  levelConditions: 'lines',
  receptionModes: 'modes',
  openingHours: 'hours',
  startsOn: 'day',
  endsOn: 'day',
  deliberationAssembly: 'line',
  deliberationOn: 'day',
  deliberationNumber: 'line',
  sneSignedOn: 'day',
  sneToRevise: 'truth',
  referential: 'referential',
};

export const fieldNames = Object.keys(kinds) as FieldName[];
export const isField = (name: string): name is FieldName => name in kinds;

export const levels: readonly Level[] = ['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'];
export const modes: readonly ReceptionMode[] = [
  'IN_PERSON_WALK_IN',
  'IN_PERSON_APPOINTMENT',
  'TELEPHONE',
  'TELEPHONE_DUTY',
  'INTERVIEW_APPOINTMENT',
];
export const competences: readonly Competence[] = [
  'TOOLS',
  'ATTRIBUTION_RULES',
  'LOCAL_SUPPLY',
  'EXPLAIN_PROGRESS',
  'SOCIAL_SERVICES',
];

export const isOpen = ({ state }: Remark): boolean => state === 'OPEN';
export const remarksOn = ({ comments }: Version, field: string): readonly Remark[] =>
  comments.nodes.filter((remark) => remark.field === field);

/** The fields with an open remark, in the order of the page. */
export const openFields = (version: Version): FieldName[] =>
  sections
    .flatMap(({ fields }) => fields as readonly FieldName[])
    .filter((field) => remarksOn(version, field).some(isOpen));

/** Is the text settled, or may one still speak of it? */
export const isDiscussed = ({ state }: Pick<Version, 'state'>): boolean =>
  state === 'IN_REVIEW' || state === 'CORRECTION';

/** Does it ask something of the reader: is it discussed, and not read already with nothing to change? */
const asks = (version: Pick<Version, 'state' | 'reviewedAt'>): boolean => isDiscussed(version) && !version.reviewedAt;

/** What asks something of the reader first; else in the order given. */
export const inOrderOfCare = <T extends Pick<Version, 'state' | 'reviewedAt'>>(versions: readonly T[]): T[] =>
  [...versions].sort((one, other) => Number(asks(other)) - Number(asks(one)));

/** Two slots a day as one types them, the morning's and the afternoon's; a guichet with more keeps them. Empty: closed. */
export interface TypedHours {
  days: Record<Weekday, Slot[]>;
  remark: string | null;
}
export const isTypedHours = (value: unknown): value is TypedHours =>
  typeof value === 'object' && value !== null && 'days' in value;

export function typedHours(hours: OpeningHours | null): TypedHours {
  const day = (weekday: Weekday): Slot[] => {
    const slots = hours ? slotsOf(hours, weekday) : [];
    while (slots.length < 2) slots.push({ weekday, from: '', to: '', weeks: 'ALL', byAppointment: false });
    return slots;
  };
  return {
    days: Object.fromEntries(weekdays.map((name) => [name, day(name)])) as TypedHours['days'],
    remark: hours?.remark ?? null,
  };
}

/** A number as it was typed, with a comma or a point. */
export const asNumber = (text: string): number => Number(text.trim().replace(',', '.'));

/** What is wrong with a number as it was typed; its bounds are the API's to say. */
export function wrongNumber(field: FieldName, text: string): 'NUMBER' | 'WHOLE' | null {
  const number = asNumber(text);
  if (!Number.isFinite(number)) return 'NUMBER';
  return field === 'meetingsPerYear' && !Number.isInteger(number) ? 'WHOLE' : null;
}

/** As the API takes it: without the slots that were left empty. */
export const hoursOf = ({ days, remark }: TypedHours): OpeningHours => ({
  slots: weekdays.flatMap((day) => days[day].filter(({ from, to }) => from !== '' || to !== '')),
  remark,
});
