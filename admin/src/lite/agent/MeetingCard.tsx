import { capital, daysBetween, momentInWords, timeInWords } from '../kit/format.js';
import { Icon } from '../kit/icons.js';
import { useLocale } from '../kit/language.js';
import { Badge } from '../kit/parts.js';
import { useLightTexts } from '../kit/words.js';
import { Answer } from './Answer.js';
import { useAgent } from './context.js';
import { isWebLink, type Meeting, mine } from './model.js';
import { SignInHere } from './SignInHere.js';
import { useTexts } from './texts.js';

/** A meeting to come: when, what, where, why, and the answer. `first`: its action is the page's big one. */
export function MeetingCard({ meeting, first }: { meeting: Meeting; first: boolean }) {
  const t = useTexts();
  const { home } = useAgent();
  const { today } = home;
  const open = meeting.signInOpen;
  const organiser = organiserOf(meeting);
  const near =
    meeting.heldOn === today
      ? t('meetings.today')
      : daysBetween(today, meeting.heldOn) === 1
        ? t('meetings.tomorrow')
        : null;
  return (
    <article className={`card stack${open ? ' card-now' : ''}`}>
      <div className="stack stack-close">
        {open ? (
          <Badge tone="info" icon="clock">
            {t('sign.open')}
          </Badge>
        ) : near ? (
          <Badge tone="info" icon="clock">
            {near}
          </Badge>
        ) : null}
        <When meeting={meeting} />
        <h2>{meeting.title}</h2>
        <Where meeting={meeting} />
      </div>
      <Act meeting={meeting} first={first} />
      <div className="about">
        <p className="soft small">
          {kindName(meeting, t)}
          {organiser ? ` · ${t('meetings.organiser', { name: organiser })}` : ''}
        </p>
        {meeting.agenda && meeting.state !== 'CANCELLED' ? (
          <details>
            <summary>{t('meetings.agenda')}</summary>
            <p className="lines">{meeting.agenda}</p>
          </details>
        ) : null}
      </div>
    </article>
  );
}

function Act({ meeting, first }: { meeting: Meeting; first: boolean }) {
  const t = useTexts();
  if (meeting.state === 'CANCELLED')
    return (
      <div className="stack stack-close">
        <Badge tone="warn" icon="crossCircle">
          {t('meetings.cancelled')}
        </Badge>
        {meeting.cancellationMotive ? (
          <p>{t('meetings.cancelledWhy', { motive: meeting.cancellationMotive })}</p>
        ) : null}
      </div>
    );
  if (meeting.signInOpen || mine(meeting)?.state === 'PRESENT') return <SignInHere meeting={meeting} />;
  if (meeting.answerOpen) return <Answer meeting={meeting} big={first} />;
  return meeting.state === 'CLOSED' ? <p className="soft">{t('meetings.closedToday')}</p> : null;
}

/** "Mardi 3 mars 2026, 14 h 00" and when it ends. */
export function When({ meeting }: { meeting: Pick<Meeting, 'heldOn' | 'startTime' | 'endTime'> }) {
  const t = useTexts();
  const { locale } = useLocale();
  return (
    <p className="when">
      <time dateTime={`${meeting.heldOn}T${meeting.startTime}`}>
        {capital(momentInWords(meeting.heldOn, meeting.startTime, locale))}
      </time>{' '}
      <span className="soft">{t('meetings.until', { time: timeInWords(meeting.endTime, locale) })}</span>
    </p>
  );
}

function Where({ meeting: { place, videoLink, state } }: { meeting: Meeting }) {
  const t = useTexts();
  if (!place && !videoLink) return null;
  return (
    <ul className="where">
      {place ? (
        <li>
          <Icon name="place" />
          <span>
            <span className="hidden">{t('meetings.place')} </span>
            {place}
          </span>
        </li>
      ) : null}
      {videoLink && state !== 'CANCELLED' ? (
        <li>
          <Icon name="video" />
          {isWebLink(videoLink) ? (
            <a href={videoLink} target="_blank" rel="noopener noreferrer">
              {t('meetings.video')}
              <NewTab />
            </a>
          ) : (
            <span>{videoLink}</span>
          )}
        </li>
      ) : null}
    </ul>
  );
}

function NewTab() {
  const t = useLightTexts();
  return <span className="hidden"> {t('light.newTab')}</span>;
}

/** One of the EPCI's organisations, or the name of another. */
export const organiserOf = ({ organiser, organiserName }: Meeting): string | null => organiser?.name ?? organiserName;

/** The kind in words. */
export function kindName({ kind }: Pick<Meeting, 'kind'>, t: ReturnType<typeof useTexts>): string {
  return {
    TECHNICAL: t('MeetingKind.TECHNICAL'),
    TRAINING: t('MeetingKind.TRAINING'),
    COTECH: t('MeetingKind.COTECH'),
  }[kind];
}
