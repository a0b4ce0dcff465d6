import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import type { Version } from './events';

const road: Version['state'][] = ['DRAFT', 'IN_REVIEW', 'TO_SIGN', 'SIGNED'];

/** How far a convention in preparation is on its road to signature. */
export function Steps({ state }: { state: Version['state'] }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const place = state === 'CORRECTION' ? 'IN_REVIEW' : state;
  const at = road.indexOf(place);
  if (at < 0 || place === 'SIGNED') return null;
  return (
    <ol className="steps no-print" aria-label={t('convention.road')}>
      {road.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'step-done' : index === at ? 'step-here' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {words.code('ConventionState', index === at ? state : step)}
        </li>
      ))}
    </ol>
  );
}
