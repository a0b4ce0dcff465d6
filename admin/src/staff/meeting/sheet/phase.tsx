import { CheckOutlined, CloseOutlined, MailOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AttendanceMode,
  AttendanceState,
  MeetingFactsFragment,
  StaffMeetingQuery,
} from '../../../generated/graphql';
import type { Option } from './Choice';

/** Before the day one notes answers, from the day on presences; a closed sheet is read. */
export type Phase = 'before' | 'day' | 'closed';

export function phaseOf({ state, heldOn }: Pick<MeetingFactsFragment, 'state' | 'heldOn'>, today: string): Phase {
  if (state === 'CLOSED' || state === 'CANCELLED') return 'closed';
  return today < heldOn ? 'before' : 'day';
}

type Where = Pick<NonNullable<StaffMeetingQuery['meetingSheet']>['meeting'], 'place' | 'videoLink'>;

/** Somebody who is present is where the meeting is, unless told otherwise. */
export const usualMode = ({ place, videoLink }: Where): AttendanceMode => (videoLink && !place ? 'REMOTE' : 'ON_SITE');

/** What one can answer for a person, in the phase. */
export const answersIn = (phase: Phase): readonly AttendanceState[] =>
  phase === 'before' ? ['REGISTERED', 'EXCUSED'] : ['PRESENT', 'EXCUSED', 'ABSENT'];

const icons: Partial<Record<AttendanceState, React.ReactNode>> = {
  PRESENT: <CheckOutlined />,
  REGISTERED: <CheckOutlined />,
  EXCUSED: <MailOutlined />,
  ABSENT: <CloseOutlined />,
};

/** The answers, with their words and keys; `many` for several people at once. */
export function useAnswers(phase: Phase, number: 'choice' | 'many' = 'choice'): Option<AttendanceState>[] {
  const { t } = useTranslation();
  return useMemo(
    () =>
      answersIn(phase).map((value) => ({
        value,
        label: t(`meeting.${number}.${value}`),
        icon: icons[value],
        letter: number === 'choice' ? t(`meeting.letter.${value}`) : undefined,
      })),
    [phase, number, t],
  );
}

export function useModes(): Option<AttendanceMode>[] {
  const { t } = useTranslation();
  return useMemo(
    () => (['ON_SITE', 'REMOTE'] as const).map((value) => ({ value, label: t(`meeting.choice.${value}`) })),
    [t],
  );
}
