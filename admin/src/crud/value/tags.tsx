import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  QuestionCircleOutlined,
  RiseOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { usePalette } from '../../theme/Appearance';
import { type Hue, type Level, type ObligationState, palettes } from '../../theme/tokens';
import type { EnumName } from '../metadata';
import { useVocabulary } from '../vocabulary';

const isLevel = (value: string): value is Level => value in palettes.light.levels;

const stateIcons: Record<ObligationState, ComponentType> = {
  MET: CheckCircleFilled,
  ON_TRACK: RiseOutlined,
  AT_RISK: ExclamationCircleFilled,
  NOT_MET: CloseCircleFilled,
  UNKNOWN: QuestionCircleOutlined,
};
const isState = (value: string): value is ObligationState => value in stateIcons;

/** How the situations of conventions, meetings and people read at a glance: done, going on, waiting for somebody, over. */
const tones: Partial<Record<EnumName, Record<string, 'good' | 'going' | 'waiting' | 'over' | 'plain'>>> = {
  ConventionStatus: {
    DRAFT: 'plain',
    IN_REVIEW: 'waiting',
    CORRECTION: 'waiting',
    TO_SIGN: 'waiting',
    UPCOMING: 'going',
    IN_FORCE: 'good',
    EXPIRED: 'over',
    TERMINATED: 'over',
    WITHDRAWN: 'over',
    CANCELLED: 'over',
  },
  ConventionState: {
    DRAFT: 'plain',
    IN_REVIEW: 'waiting',
    CORRECTION: 'waiting',
    TO_SIGN: 'waiting',
    SIGNED: 'good',
    TERMINATED: 'over',
    CANCELLED: 'over',
  },
  ReferentialState: { DRAFT: 'plain', PUBLISHED: 'good' },
  MeetingState: { PLANNED: 'plain', OPEN: 'going', CLOSED: 'good', CANCELLED: 'over' },
  AttendanceState: { INVITED: 'plain', REGISTERED: 'going', PRESENT: 'good', EXCUSED: 'waiting', ABSENT: 'over' },
  RequestNumberOddity: { LENGTH: 'waiting', CHARACTERS: 'waiting', MONTH: 'waiting', OTHER_MONTH: 'waiting' },
  Confirmation: { PENDING: 'waiting', CONFIRMED: 'good', REFUSED: 'over' },
};

const toneIcons = { good: CheckCircleFilled, going: RiseOutlined, waiting: ClockCircleOutlined };

const hueStyle = ({ text, tint, line }: Hue) => ({ color: text, background: tint, borderColor: line });

/** A level of service: its colour and its name, none of them above another. */
export function LevelTag({ level }: { level: Level }) {
  const words = useVocabulary();
  const { levels: hues } = usePalette();
  return (
    <Tag className="tag" style={hueStyle(hues[level])}>
      {words.code('Level', level)}
    </Tag>
  );
}

/** Something in the look of a state: its icon, its hue, and a word. */
export function StateTag({ state, children }: { state: ObligationState; children: ReactNode }) {
  const { states } = usePalette();
  const Icon = stateIcons[state];
  return (
    <Tag className="tag" icon={<Icon />} style={hueStyle(states[state])}>
      {children}
    </Tag>
  );
}

/** Where an obligation stands: icon and word. */
export function ObligationTag({ state }: { state: ObligationState }) {
  const words = useVocabulary();
  return <StateTag state={state}>{words.code('ComplianceStatus' as EnumName, state)}</StateTag>;
}

/** A value of a closed list, in the look of its family. */
export function CodeTag({ list, value }: { list: EnumName; value: string }): ReactNode {
  const words = useVocabulary();
  const { states } = usePalette();
  if (list === 'Level' && isLevel(value)) return <LevelTag level={value} />;
  if ((list as string) === 'ComplianceStatus' && isState(value)) return <ObligationTag state={value} />;
  const label = words.code(list, value);
  const tone = tones[list]?.[value];
  if (!tone) return label;
  if (tone === 'plain' || tone === 'over') return <Tag className={`tag tag-${tone}`}>{label}</Tag>;
  const hue = { good: states.MET, going: states.ON_TRACK, waiting: states.AT_RISK }[tone];
  const Icon = toneIcons[tone];
  return (
    <Tag className="tag" icon={<Icon />} style={hueStyle(hue)}>
      {label}
    </Tag>
  );
}
