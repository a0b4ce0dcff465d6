import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format';
import type { Counts } from './model';
import type { Phase } from './phase';

export type CountName = keyof Counts;

const shown: Record<Phase, CountName[]> = {
  before: ['coming', 'excused', 'silent', 'pending'],
  day: ['present', 'excused', 'absent', 'silent', 'pending'],
  closed: ['present', 'excused', 'absent', 'pending'],
};

/** From the day on, who said "coming" and has not been seen has no answer yet. */
export const isCounted = (name: CountName, phase: Phase): CountName[] =>
  name === 'silent' && phase === 'day' ? ['silent', 'coming'] : [name];

interface Props {
  counts: Counts;
  phase: Phase;
  only: CountName | undefined;
  onOnly: (name: CountName | undefined) => void;
}

/** Where the sheet stands; a press shows only those people. */
export function Counters({ counts, phase, only, onOnly }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="counters">
      <legend className="seen-by-readers">{t('meeting.count.label')}</legend>
      {shown[phase].map((name) => {
        const count = isCounted(name, phase).reduce((sum, one) => sum + counts[one], 0);
        if (name === 'pending' && count === 0) return null;
        const word = t(`meeting.count.${name === 'silent' && phase === 'day' ? 'unmarked' : name}`, { count });
        return (
          <button
            key={name}
            type="button"
            className="counter"
            aria-pressed={only === name}
            disabled={count === 0 && only !== name}
            onClick={() => onOnly(only === name ? undefined : name)}
          >
            <b>{formatNumber(count)}</b> {word}
            {name === 'silent' && phase === 'day' && counts.coming > 0 && (
              <small>{t('meeting.count.saidComing', { count: counts.coming })}</small>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
