import { CheckCircleFilled, CommentOutlined, MinusCircleOutlined, SwapOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useVocabulary } from '../../crud/vocabulary';
import { usePalette } from '../../theme/Appearance';
import type { ObligationState } from '../../theme/tokens';
import type { Verdict } from './model';

/** Icon and colour of each verdict: those of states, never those of levels. */
const looks: Record<Verdict, { icon: ComponentType; state: ObligationState }> = {
  KEPT: { icon: CheckCircleFilled, state: 'MET' },
  PROPOSED: { icon: SwapOutlined, state: 'ON_TRACK' },
  TO_DISCUSS: { icon: CommentOutlined, state: 'AT_RISK' },
  LEFT_OUT: { icon: MinusCircleOutlined, state: 'UNKNOWN' },
};

export function useVerdictLook(verdict: Verdict) {
  const { states } = usePalette();
  const { icon, state } = looks[verdict];
  return { Icon: icon, hue: states[state] };
}

/** What a campaign makes of a guichet: icon and word. A plain element, since a list holds hundreds. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const words = useVocabulary();
  const { Icon, hue } = useVerdictLook(verdict);
  return (
    <span
      className="verdict"
      title={words.codeHelp('CampaignVerdict', verdict)}
      style={{ color: hue.text, background: hue.tint, borderColor: hue.line }}
    >
      <Icon />
      {words.code('CampaignVerdict', verdict)}
    </span>
  );
}
