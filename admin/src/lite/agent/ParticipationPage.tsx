import { useState } from 'react';
import { dayInWords, dayWithoutWeekday } from '../kit/format.js';
import type { IconName } from '../kit/icons.js';
import { useLocale } from '../kit/language.js';
import { Badge, Button, FailureNotice, Notice, type Tone } from '../kit/parts.js';
import { useAgent, useChange } from './context.js';
import { keptDraft } from './draft.js';
import { kindName, MeetingCard, organiserOf, When } from './MeetingCard.js';
import { type Meeting, type Participation, participation, pastMeetings } from './model.js';
import { OutsideForm } from './OutsideForm.js';
import { declareAttendance } from './operations.js';
import { useTexts } from './texts.js';

/** Shown at first: older ones come with a press. */
const FEW = 5;

/** Log my participation: sign in now, declare a forgotten sign-in, declare a training followed elsewhere. */
export function ParticipationPage() {
  const t = useTexts();
  const { home } = useAgent();
  const { today } = home;
  const [all, setAll] = useState(false);
  const open = home.network.filter(({ signInOpen }) => signInOpen);
  const past = pastMeetings([...home.network, ...home.outside], today);
  const undecided = past.filter((meeting) => participation(meeting) === 'PENDING' || meeting.declarableUntil !== null);
  const settled = past.filter((meeting) => !undecided.includes(meeting));
  return (
    <>
      {open.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} first />
      ))}
      {undecided.length > 0 ? (
        <section className="stack" aria-labelledby="undecided">
          <h2 id="undecided">{t('part.undecided')}</h2>
          <Rows meetings={undecided} />
        </section>
      ) : null}
      <section aria-label={t('outside.title')}>
        <Outside />
      </section>
      <section className="stack" aria-labelledby="settled">
        <h2 id="settled">{t('part.settled')}</h2>
        {settled.length === 0 ? (
          <p className="card">{t('part.settledNone')}</p>
        ) : (
          <Rows meetings={all ? settled : settled.slice(0, FEW)} />
        )}
        {settled.length > FEW && !all ? <Button onPress={() => setAll(true)}>{t('part.more')}</Button> : null}
      </section>
    </>
  );
}

function Rows({ meetings }: { meetings: readonly Meeting[] }) {
  return (
    <ul className="card rows">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <PastMeeting meeting={meeting} />
        </li>
      ))}
    </ul>
  );
}

/** The form, open at once when something was typed before. */
function Outside() {
  const t = useTexts();
  const agent = useAgent().home.me?.agent?.id ?? '';
  const [open, setOpen] = useState(() => keptDraft(agent) !== null);
  const [sent, setSent] = useState(false);
  const close = (done: boolean) => {
    setOpen(false);
    setSent(done);
  };
  if (open) return <OutsideForm onClose={close} />;
  return (
    <div className="stack">
      <div role="status">
        {sent ? (
          <Notice tone="good">
            <p>{t('outside.sent')}</p>
          </Notice>
        ) : null}
      </div>
      <Button big icon="pen" onPress={() => setOpen(true)}>
        {t('part.outside')}
      </Button>
    </div>
  );
}

const looks: Readonly<Record<Participation, { tone: Tone; icon: IconName }>> = {
  PRESENT: { tone: 'good', icon: 'checkCircle' },
  CONFIRMED: { tone: 'good', icon: 'checkCircle' },
  PENDING: { tone: 'info', icon: 'clock' },
  REFUSED: { tone: 'bad', icon: 'crossCircle' },
  EXCUSED: { tone: 'none', icon: 'info' },
  ABSENT: { tone: 'none', icon: 'question' },
};

function PastMeeting({ meeting }: { meeting: Meeting }) {
  const t = useTexts();
  const standing = participation(meeting);
  const words: Readonly<Record<Participation, string>> = {
    PRESENT: t('part.state.PRESENT'),
    CONFIRMED: t('part.state.CONFIRMED'),
    PENDING: t('part.state.PENDING'),
    REFUSED: t('part.state.REFUSED'),
    EXCUSED: t('part.state.EXCUSED'),
    ABSENT: t('part.state.ABSENT'),
  };
  return (
    <article className="stack stack-close">
      <h3>{meeting.title}</h3>
      <When meeting={meeting} />
      <p className="soft small">
        {[meeting.outside ? t('part.elsewhere') : kindName(meeting, t), organiserOf(meeting), meeting.place]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div role="status">
        <Badge tone={looks[standing].tone} icon={looks[standing].icon}>
          {words[standing]}
        </Badge>
      </div>
      {meeting.declarableUntil ? <Declare meeting={meeting} until={meeting.declarableUntil} /> : null}
    </article>
  );
}

/** Two presses, since a declaration cannot be taken back. */
function Declare({ meeting, until }: { meeting: Meeting; until: string }) {
  const t = useTexts();
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const declaring = useChange(declareAttendance);
  const day = dayInWords(meeting.heldOn, locale);
  if (!asking)
    return (
      <div className="stack stack-close">
        <div>
          <Button onPress={() => setAsking(true)} about={`« ${meeting.title} », ${day}`}>
            {t('part.declare')}
          </Button>
        </div>
        <p className="soft small">{t('part.declareUntil', { day: dayWithoutWeekday(until, locale) })}</p>
      </div>
    );
  return (
    <div className="stack stack-close ask" role="alert">
      <p>{t('part.declareAsk', { title: meeting.title, day })}</p>
      {declaring.failure ? <FailureNotice failure={declaring.failure} writing /> : null}
      <div className="buttons">
        <Button main sending={declaring.sending} onPress={() => void declaring.send({ meetingId: meeting.id })}>
          {t('part.declareYes')}
        </Button>
        <Button onPress={() => setAsking(false)}>{t('part.declareNo')}</Button>
      </div>
    </div>
  );
}
