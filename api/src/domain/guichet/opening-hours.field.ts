import { codeType } from '../../concept/enums.js';
import { inputType, objectType } from '../../concept/type-graphql.js';
import { HoursWeeks, Weekday } from './guichet.codes.js';
import { tidyOpeningHours } from './opening-hours.rules.js';

const text = () => String;
const weekday = { type: codeType({ Weekday }) };
const weeks = codeType({ HoursWeeks });

const OpeningSlot = objectType('OpeningSlot', {
  weekday,
  from: { type: text },
  to: { type: text },
  weeks: { type: weeks },
  byAppointment: { type: () => Boolean },
});
const OpeningHours = objectType('OpeningHours', {
  slots: { type: () => [OpeningSlot] },
  remark: { type: text, nullable: true },
});

const OpeningSlotInput = inputType('OpeningSlotInput', {
  weekday,
  from: { type: text },
  to: { type: text },
  weeks: { type: weeks, defaultValue: 'ALL' },
  byAppointment: { type: () => Boolean, defaultValue: false },
});
const OpeningHoursInput = inputType('OpeningHoursInput', {
  slots: { type: () => [OpeningSlotInput] },
  remark: { type: text, nullable: true },
});

/** Opening hours as a field of a concept: objects of the API, kept as JSON. */
export const typedHours = { answer: () => OpeningHours, input: () => OpeningHoursInput, tidy: tidyOpeningHours };
