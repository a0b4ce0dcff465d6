import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { type Verdict, verdicts } from './model';
import { useVerdictLook } from './VerdictTag';

interface Props {
  counts: Record<Verdict, number>;
  only: Verdict | undefined;
  onOnly: (verdict: Verdict | undefined) => void;
}

/** How many guichets of each verdict; a press shows only those. */
export function VerdictChips({ counts, only, onOnly }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="verdict-chips">
      <legend className="seen-by-readers">{t('campaign.filter')}</legend>
      {verdicts.map((verdict) => (
        <Chip
          key={verdict}
          verdict={verdict}
          count={counts[verdict]}
          on={only === verdict}
          onToggle={() => onOnly(only === verdict ? undefined : verdict)}
        />
      ))}
    </fieldset>
  );
}

interface ChipProps {
  verdict: Verdict;
  count: number;
  on: boolean;
  onToggle: () => void;
}

function Chip({ verdict, count, on, onToggle }: ChipProps) {
  const words = useVocabulary();
  const { Icon, hue } = useVerdictLook(verdict);
  return (
    <Button
      className="chip"
      aria-pressed={on}
      disabled={count === 0 && !on}
      onClick={onToggle}
      style={on ? { color: hue.text, background: hue.tint, borderColor: hue.text } : undefined}
      icon={
        <span style={{ color: hue.text }} aria-hidden="true">
          <Icon />
        </span>
      }
    >
      {words.code('CampaignVerdict', verdict)} <b>{formatNumber(count)}</b>
    </Button>
  );
}
