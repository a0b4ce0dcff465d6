import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import { useVocabulary } from '../../crud/vocabulary';
import type { MailState, MailToldFragment } from '../../generated/graphql';
import { formatInstant } from '../../i18n/format';
import { usePalette } from '../../theme/Appearance';
import type { ObligationState } from '../../theme/tokens';

const looks: Record<MailState, { hue: ObligationState; icon: typeof CheckCircleFilled }> = {
  SENT: { hue: 'MET', icon: CheckCircleFilled },
  WAITING: { hue: 'UNKNOWN', icon: ClockCircleOutlined },
  UNCERTAIN: { hue: 'AT_RISK', icon: QuestionCircleFilled },
  FAILED: { hue: 'NOT_MET', icon: CloseCircleFilled },
};

/** What became of a mail, what it brings, when, and why it is not there: never what it says. */
export function Mail({ mail: { kind, state, problem, createdAt, sentAt } }: { mail: MailToldFragment }) {
  const words = useVocabulary();
  const { hue, icon: Icon } = looks[state];
  const { text, tint, line } = usePalette().states[hue];
  return (
    <>
      <p className="mail-line">
        <Tag className="tag" icon={<Icon />} style={{ color: text, background: tint, borderColor: line }}>
          {words.code('MailState', state)}
        </Tag>
        <span>{words.code('MailKind', kind)}</span>
        <span className="quiet">{formatInstant(sentAt ?? createdAt)}</span>
      </p>
      {problem && <p>{words.codeHelp('MailProblem', problem)}</p>}
    </>
  );
}
