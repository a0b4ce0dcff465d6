import { Button } from 'antd';
import { useVocabulary } from '../../crud/vocabulary';
import { usePalette } from '../../theme/Appearance';
import type { ObligationState } from '../../theme/tokens';
import { stateIcons } from './states';

interface Props {
  state: ObligationState;
  count: number;
  on: boolean;
  onToggle: () => void;
}

/** A state that narrows the matrix, with how many obligations are in it. */
export function StateChip({ state, count, on, onToggle }: Props) {
  const words = useVocabulary();
  const { states } = usePalette();
  const { text, tint, line } = states[state];
  const Icon = stateIcons[state];
  return (
    <Button
      className="state-chip"
      aria-pressed={on}
      onClick={onToggle}
      style={on ? { color: text, background: tint, borderColor: text } : { borderColor: line }}
      icon={
        <span style={{ color: text }} aria-hidden="true">
          <Icon />
        </span>
      }
    >
      {words.code('ComplianceStatus', state)} <span className="figure">{count}</span>
    </Button>
  );
}
