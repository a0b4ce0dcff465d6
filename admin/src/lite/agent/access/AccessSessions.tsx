import { dayInWords, instantAsTime } from '../../kit/format.js';
import { useLocale } from '../../kit/language.js';
import { Badge, Button, FailureNotice, Skeleton } from '../../kit/parts.js';
import { request } from '../../kit/request.js';
import { useAction, useQuery } from '../../kit/use-query.js';
import { useTexts } from '../texts.js';

interface OwnSession {
  readonly id: string;
  readonly device: string | null;
  /** Instants, ISO 8601. */
  readonly since: string;
  readonly seen: string;
  readonly current: boolean;
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Where one is signed in, this browser first, with a button to end each of the others: for a phone that was lost. */
export function AccessSessions() {
  const t = useTexts();
  const { locale } = useLocale();
  const sessions = useQuery('sessions', async () => (await request('/auth/sessions', locale)) as readonly OwnSession[]);
  const ending = useAction(async (session: string) => {
    await request('/auth/sessions/end', locale, { session });
    await sessions.reload();
  });
  // Swedish writes a day as 2026-03-12.
  const inWords = (instant: string) =>
    `${dayInWords(new Date(instant).toLocaleDateString('sv', { timeZone }), locale)}, ${instantAsTime(instant, timeZone, locale)}`;
  if (!sessions.data)
    return sessions.failure ? <FailureNotice failure={sessions.failure} onRetry={sessions.reload} /> : <Skeleton />;
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('access.sessions')}</h2>
      {ending.failure ? <FailureNotice failure={ending.failure} writing /> : null}
      <ul className="stack stack-close">
        {sessions.data.map(({ id, device, seen, current }) => (
          <li className="card stack stack-close" key={id}>
            <p>
              <strong>{device ?? t('access.unknown')}</strong>{' '}
              {current ? <Badge tone="info">{t('access.here')}</Badge> : null}
            </p>
            <p className="soft small">{t('access.seen', { seen: inWords(seen) })}</p>
            {current ? null : (
              <Button sending={ending.sending} onPress={() => void ending.send(id)}>
                {t('access.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
