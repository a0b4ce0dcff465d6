import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { codeOf } from '../../providers/errors';
import { endSessions, type OwnSession, readSessions } from './own-access';

/** Where one is signed in, this browser first, with a button to end each of the others. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [ending, setEnding] = useState<string>();
  const { data, error } = useQuery({ queryKey: ['own-sessions'], queryFn: readSessions });

  const end = async (which: string, done: string) => {
    setEnding(which);
    try {
      await endSessions(which);
      await message.success(done);
    } catch (failure) {
      if (codeOf(failure) !== 'UNAUTHENTICATED')
        await message.error(failure instanceof Error && failure.message ? failure.message : t('errors.unexpected'));
    } finally {
      setEnding(undefined);
      await client.invalidateQueries({ queryKey: ['own-sessions'] });
    }
  };

  if (error) return <Alert type="error" showIcon message={error.message} role="alert" />;
  if (!data) return <Skeleton active />;
  const others = data.filter(({ current }) => !current);
  const nameOf = ({ device }: OwnSession) => device ?? t('ownAccess.sessions.unknown');
  return (
    <div className="own-sessions">
      <ul>
        {data.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{nameOf(session)}</strong> {session.current && <Tag>{t('ownAccess.sessions.here')}</Tag>}
              <p className="quiet">
                {t('ownAccess.sessions.when', {
                  since: formatInstant(session.since),
                  seen: formatInstant(session.seen),
                })}
              </p>
            </div>
            {!session.current && (
              <Button
                loading={ending === session.id}
                aria-label={t('ownAccess.sessions.endOf', {
                  device: nameOf(session),
                  seen: formatInstant(session.seen),
                })}
                onClick={() => void end(session.id, t('ownAccess.sessions.ended'))}
              >
                {t('ownAccess.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button loading={ending === 'others'} onClick={() => void end('others', t('ownAccess.sessions.endedOthers'))}>
          {t('ownAccess.sessions.endOthers')}
        </Button>
      )}
    </div>
  );
}
