import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { usePalette } from '../../theme/Appearance';
import { amountOf, type Judgement } from './model';
import { stateIcons } from './states';

interface Props {
  guichet: string;
  judgement: Judgement;
  faded: boolean;
  onOpen: () => void;
}

/** Where one obligation stands: icon, word, and how many of how many. Pressed, it shows why. */
export function StateCell({ guichet, judgement, faded, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { states } = usePalette();
  const { kind, status } = judgement;
  const { text, tint, line } = states[status];
  const Icon = stateIcons[status];
  const state = words.code('ComplianceStatus', status);
  const known = amountOf(judgement);
  const amount =
    known && t('compliance.amount', { value: formatNumber(known.value), target: formatNumber(known.target) });
  return (
    <button
      type="button"
      className={faded ? 'state-cell state-cell-faded' : 'state-cell'}
      style={{ color: text, background: tint, borderColor: line }}
      onClick={onOpen}
    >
      <Icon />
      <span>
        <span className="seen-by-readers">
          {guichet}, {words.code('ObligationKind', kind)}
          {t('value.colon')}
        </span>
        {state}
        {amount && (
          <>
            {' '}
            <small>{amount}</small>
          </>
        )}
      </span>
    </button>
  );
}
