import { useEffect, useId, useRef, useState } from 'react';
import type { AttendanceMode } from '../../generated/graphql.js';
import { instantAsTime } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { Button, FailureNotice, Notice } from '../kit/parts.js';
import { useAgent, useChange } from './context.js';
import { type Meeting, mine } from './model.js';
import { signInToMeeting } from './operations.js';
import { useTexts } from './texts.js';

/** The big action of the day: sign in while the meeting is open. Asks where one is only when both are possible. */
export function SignInHere({ meeting, onChanged }: { meeting: Meeting; onChanged?: () => Promise<void> }) {
  const t = useTexts();
  const { locale } = useLocale();
  const { home } = useAgent();
  const signing = useChange(signInToMeeting, onChanged);
  const [mode, setMode] = useState<AttendanceMode>(
    meeting.place ? 'ON_SITE' : meeting.videoLink ? 'REMOTE' : 'ON_SITE',
  );
  const group = useId();
  const done = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const line = mine(meeting);
  const signed = line?.state === 'PRESENT';
  useEffect(() => {
    if (signed && pressed.current) done.current?.focus();
  }, [signed]);

  if (signed) {
    const { signedAt } = line;
    const time = signedAt && instantAsTime(signedAt, home.me?.epci?.timeZone ?? 'Europe/Paris', locale);
    return (
      <div ref={done} tabIndex={-1} role="status">
        <Notice tone="good">
          <p>{time ? t('sign.doneAt', { time }) : t('sign.done')}</p>
        </Notice>
      </div>
    );
  }
  const sign = () => {
    pressed.current = true;
    void signing.send({ meetingId: meeting.id, mode });
  };
  const modes: readonly [AttendanceMode, string][] = [
    ['ON_SITE', t('sign.onSite')],
    ['REMOTE', t('sign.remote')],
  ];
  return (
    <div className="stack">
      {meeting.place && meeting.videoLink ? (
        <fieldset className="choices no-print">
          <legend>{t('sign.where')}</legend>
          {modes.map(([value, word]) => (
            <label key={value}>
              <input type="radio" name={group} checked={mode === value} onChange={() => setMode(value)} />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {signing.failure ? <FailureNotice failure={signing.failure} writing /> : null}
      <Button main big icon="pen" sending={signing.sending} about={`« ${meeting.title} »`} onPress={sign}>
        {t('sign.action')}
      </Button>
    </div>
  );
}
