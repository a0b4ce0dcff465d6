import { addresses } from './addresses.js';
import { useAgent } from './context.js';
import { MeetingCard } from './MeetingCard.js';
import { meetingsToCome, mine } from './model.js';
import { ToReview } from './ToReview.js';
import { useTexts } from './texts.js';

/** Meetings meant for me, in order: today's open one first, then those to answer. One big action: the first that waits; a convention to read can wait for who must sign in now. */
export function MeetingsPage() {
  const t = useTexts();
  const { home, follow } = useAgent();
  const { today } = home;
  const coming = meetingsToCome(home.network, today);
  const waiting = coming.find(
    (meeting) =>
      (meeting.signInOpen && mine(meeting)?.state !== 'PRESENT') ||
      (meeting.answerOpen && !['REGISTERED', 'EXCUSED'].includes(mine(meeting)?.state ?? '')),
  );
  if (coming.length === 0)
    return (
      <>
        <ToReview />
        <div className="card stack">
          <p>{t('meetings.none')}</p>
          <a className="button" href={addresses.participation} onClick={follow}>
            {t('meetings.noneAction')}
          </a>
        </div>
      </>
    );
  const now = waiting?.signInOpen;
  return (
    <>
      {!now && <ToReview />}
      <ul className="stack">
        {coming.map((meeting) => (
          <li key={meeting.id}>
            <MeetingCard meeting={meeting} first={meeting === waiting} />
          </li>
        ))}
      </ul>
      {now && <ToReview />}
    </>
  );
}
