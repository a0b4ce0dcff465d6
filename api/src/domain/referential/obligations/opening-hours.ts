import { type OpeningHours, weeklyHours } from '../../guichet/opening-hours.rules.js';
import { presentFact } from './present-fact.js';

/** `openingHours`: null when never entered. */
interface Facts {
  readonly openingHours: OpeningHours | null;
}

/** Hours a week during which the guichet is open. */
export const openingHours = presentFact<Facts>({
  asks: ['target'],
  required: ['target'],
  unit: 'WEEKLY_HOUR',
  isYesOrNo: () => false,
  remedy: 'GUICHET',
  ofPeople: false,
  facts: { openingHours: 'g.opening_hours' },
  flaw: () => null,
  read: ({ facts }, { target }) => ({
    value: facts.openingHours && weeklyHours(facts.openingHours),
    target: target ?? 0,
    evidence: {},
  }),
});
