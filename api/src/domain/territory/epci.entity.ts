import { Base, Concept, Derived, type Many, ManyOf, Text, Whole } from '../../concept/decorators.js';
import { callerEpci, callerEpcis } from '../../identity/access/policies.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { declarableDays } from '../meeting/meeting.rules.js';
import { Commune } from './commune.entity.js';
import { DeclarableDaysType, declarationDaysOf } from './declarable-days.js';
import { Plan } from './plan.entity.js';
import { siren } from './territory.shapes.js';

const own = `id = ${callerEpci}`;

/** A grouping of communes that runs a network of guichets. Its settings hold the choices that are not in the law. */
@Concept({
  plural: 'epcis',
  crud: { update: true, key: 'siren' },
  title: ['name'],
  search: ['name', 'siren'],
  access: {
    parvis_admin: { read: 'true', create: 'true', update: 'true' },
    parvis_staff: { read: own, update: own },
    parvis_agent: { read: own },
    parvis_analyst: { read: `id = any(${callerEpcis})` },
    parvis_national: { read: 'true' },
    parvis_sign_in: { read: 'true' },
  },
})
export class Epci extends Base {
  @Text({ max: 9, unique: true, write: 'create', shape: siren }) siren!: string;
  @Text() name!: string;
  @Text({ max: 60, default: 'Europe/Paris' }) timeZone!: string;
  @Whole({ default: 50 }) registrationThreshold!: number;
  @Whole({ default: 6, min: 1, max: 12 }) planMaxYears!: number;
  @Whole({ default: 6, min: 1, max: 36 }) conventionAlertMonths!: number;
  /** Days after a meeting during which an agent may declare a presence (ours). */
  @Whole({ default: 30, min: 0, max: 366 }) declarationDays!: number;
  /** The days of meetings and trainings that an agent may declare today. */
  @Derived(
    () => DeclarableDaysType,
    declarationDaysOf,
    (days: number, _role, today) => declarableDays(days, today),
  )
  declarable?: undefined;
  /** Percentage of requests to be registered online; the study of 2016 puts what can be reached at about 25 (row 9). */
  @Whole({ default: 25, min: 0, max: 100 }) onlineAim!: number;
  /** Of fewer people, requests or agents, analysts are told no count; published statistics often take 11 (ours). */
  @Whole({ default: 5, min: 1, max: 100 }) statisticsThreshold!: number;
  @ManyOf(() => Commune, 'epci') communes?: Many<Commune>;
  @ManyOf(() => Guichet, 'epci') guichets?: Many<Guichet>;
  @ManyOf(() => Plan, 'epci') plans?: Many<Plan>;
}
