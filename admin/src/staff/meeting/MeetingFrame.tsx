import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '../../crud/page/Facts';
import { pathTo } from '../../crud/registry';
import { CodeTag, LevelTag } from '../../crud/value/tags';
import { capital } from '../../crud/vocabulary';
import type { MeetingFactsFragment } from '../../generated/graphql';
import { formatLongDay, formatTime } from '../../i18n/format';
import { usePageTitle } from '../../shell/use-page-title';

interface Props {
  /** The address of its video is there for those who may come. */
  meeting: MeetingFactsFragment & { videoLink?: string | null };
  declaredBy?: { id: string; firstName: string; lastName: string } | null;
  actions?: ReactNode;
  children?: ReactNode;
}

/** What a meeting is: title and state, when and where, who calls whom, about what. */
export function MeetingFrame({ meeting, declaredBy, actions, children }: Props) {
  const { t } = useTranslation();
  const { title, state, kind, outside, levels, agenda, cancellationMotive, organiser, organiserName } = meeting;
  usePageTitle(title);
  return (
    <article className="page meeting-page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title">
            {title}
          </Typography.Title>
          <p className="meeting-when">{whenOf(meeting, t)}</p>
          <div className="page-state">
            <CodeTag list="MeetingState" value={state} />
            <span className="quiet">
              <CodeTag list="MeetingKind" value={kind} />
              {outside && ` · ${t('meeting.outside')}`}
            </span>
          </div>
        </div>
        {actions && <div className="no-print meeting-actions">{actions}</div>}
      </header>
      <section className="page-section" aria-label={t('sections.meeting')}>
        <Facts>
          {cancellationMotive && (
            <Fact label={t('meeting.motive')} long>
              <div className="prose">{cancellationMotive}</div>
            </Fact>
          )}
          {(meeting.place || meeting.videoLink === null) && (
            <Fact label={t('meeting.place')}>
              {meeting.place ?? <span className="not-entered">{t('meeting.nowhere')}</span>}
            </Fact>
          )}
          {meeting.videoLink && (
            <Fact label={t('meeting.video')}>
              <VideoLink address={meeting.videoLink} />
            </Fact>
          )}
          {(organiser || organiserName) && (
            <Fact label={t('meeting.organiser')}>
              {organiser ? <Link to={pathTo('Organisation', organiser.id)}>{organiser.name}</Link> : organiserName}
            </Fact>
          )}
          {declaredBy && (
            <Fact label={t('meeting.declaredBy')}>
              <Link to={pathTo('Agent', declaredBy.id)}>
                {declaredBy.firstName} {declaredBy.lastName}
              </Link>
            </Fact>
          )}
          {levels.length > 0 && !outside && (
            <Fact label={t('meeting.levels')}>
              <span className="tags">
                {levels.map((level) => (
                  <LevelTag key={level} level={level} />
                ))}
              </span>
            </Fact>
          )}
          {agenda && (
            <Fact label={t('meeting.agenda')} long>
              <div className="prose">{agenda}</div>
            </Fact>
          )}
        </Facts>
      </section>
      {children}
    </article>
  );
}

/** Only an address of the web is made a link; anything else is shown as it was typed. */
function VideoLink({ address }: { address: string }) {
  const { t } = useTranslation();
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <a href={address} target="_blank" rel="noreferrer" title={address}>
      {t('meeting.join')}
    </a>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** "Mardi 3 mars 2026, de 14 h 00 à 16 h 00" */
export const whenOf = (
  { heldOn, startTime, endTime }: Pick<MeetingFactsFragment, 'heldOn' | 'startTime' | 'endTime'>,
  t: Translate,
): string =>
  t('meeting.when', {
    day: capital(formatLongDay(heldOn)),
    start: formatTime(startTime),
    end: formatTime(endTime),
  });
