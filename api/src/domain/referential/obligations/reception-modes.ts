import type { ReceptionMode } from '../../../base/codes.js';
import { presentFact } from './present-fact.js';

/** `receptionModes`: null when never entered. */
interface Facts {
  readonly receptionModes: readonly ReceptionMode[] | null;
}

/** Required modes that the guichet offers: all of them, or `target` among them where the référentiel leaves a choice. */
export const receptionModes = presentFact<Facts>({
  asks: ['target', 'modes'],
  required: ['modes'],
  unit: 'RECEPTION_MODE',
  isYesOrNo: () => false,
  remedy: 'GUICHET',
  ofPeople: false,
  facts: { receptionModes: 'g.reception_modes' },
  flaw: ({ target, modes }) => ((target ?? 0) > (modes?.length ?? 0) ? 'TARGET_ABOVE_MODES' : null),
  read: ({ facts }, { modes, target }) => {
    const required = modes ?? [];
    const missing = required.filter((mode) => !facts.receptionModes?.includes(mode));
    return {
      value: facts.receptionModes === null ? null : required.length - missing.length,
      target: target ?? required.length,
      evidence: { missingModes: facts.receptionModes === null ? [] : missing },
    };
  },
});
