import { useAgent } from './context.js';
import { MeetingCard } from './MeetingCard.js';
import { canAnswer, isOpenToday, meetingsToCome, mine } from './model.js';
import { useTexts } from './texts.js';

/** Meetings meant for me, in order: today's open one first, then those to answer. One big action: the first that waits. */
export function MeetingsPage() {
  const t = useTexts();
  const { home } = useAgent();
  const { today } = home;
  const coming = meetingsToCome(home.network, today);
  const waiting = coming.find(
    (meeting) =>
      (isOpenToday(meeting, today) && mine(meeting)?.state !== 'PRESENT') ||
      (canAnswer(meeting, today) && !['REGISTERED', 'EXCUSED'].includes(mine(meeting)?.state ?? '')),
  );
  if (coming.length === 0) return <p className="card">{t('meetings.none')}</p>;
  return (
    <ul className="stack">
      {coming.map((meeting) => (
        <li key={meeting.id}>
          <MeetingCard meeting={meeting} first={meeting === waiting} />
        </li>
      ))}
    </ul>
  );
}
