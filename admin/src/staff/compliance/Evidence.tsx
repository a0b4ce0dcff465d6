import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { ObligationTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { formatLongDay, formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';
import { amountOf, type Judgement } from './model';
import { type ObligationTraits, useObligationKinds } from './use-obligation-kinds';

type Meeting = NonNullable<Judgement['evidence']['meetings']>[number];

interface Props {
  guichetId: string;
  judgement: Judgement;
}

/** The proof of a judgement: what is asked, what was done and by whom, what is missing, what would put it right. */
export function Evidence({ guichetId, judgement }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const named = useRole() !== 'ANALYST';
  const { kind, level, status, masked, target, planned, text, evidence } = judgement;
  const traits = useObligationKinds()(kind);
  const amount = amountOf(judgement);
  const ofTrainings = traits?.meetingKind === 'TRAINING';
  const meetingsTitle = t(ofTrainings ? 'compliance.trainings' : 'compliance.meetings');
  const missingTitle = t(`compliance.missing.${ofTrainings ? 'trained' : 'agents'}`);
  const counts: [string, number | null][] = [
    [meetingsTitle, evidence.meetingCount],
    [t('compliance.coming'), evidence.comingMeetingCount],
    [t('compliance.agents'), evidence.agentCount],
    [missingTitle, evidence.missingAgentCount],
  ];
  return (
    <div className="evidence">
      <p className="evidence-state">
        <ObligationTag state={status} />
        {amount && (
          <span>
            {t(`compliance.value.${kind}`, {
              value: formatNumber(amount.value),
              count: target,
              target: formatNumber(target),
            })}
          </span>
        )}
      </p>
      {traits?.remedy === 'MEETING' && <p className="quiet">{words.codeHelp('ComplianceStatus', status)}</p>}
      <h3>{t('compliance.asked', { level: words.code('Level', level) })}</h3>
      <p>{text}</p>
      {typeof planned === 'number' && planned > target && (
        <p className="quiet">{t('compliance.planned', { count: planned })}</p>
      )}
      <Meetings title={meetingsTitle} meetings={evidence.meetings ?? []} />
      <Meetings title={t('compliance.coming')} meetings={evidence.comingMeetings ?? []} />
      <People title={t('compliance.agents')} people={evidence.agents} />
      <People title={missingTitle} people={evidence.missingAgents} />
      {!named && (masked ? <p className="quiet">{t('compliance.masked')}</p> : <Counts counts={counts} />)}
      {evidence.missingModes.length > 0 && (
        <>
          <h3>{t('compliance.missing.modes')}</h3>
          <ul>
            {evidence.missingModes.map((mode) => (
              <li key={mode}>{words.code('ReceptionMode', mode)}</li>
            ))}
          </ul>
        </>
      )}
      {status !== 'MET' && named && traits && <Remedy guichetId={guichetId} judgement={judgement} traits={traits} />}
    </div>
  );
}

/** Evidence of which one reads how much there is, and not what. */
function Counts({ counts }: { counts: readonly [title: string, count: number | null][] }) {
  const { t } = useTranslation();
  return counts.map(
    ([title, count]) =>
      count !== null &&
      count > 0 && (
        <p key={title}>
          {title}
          {t('value.colon')}
          {formatNumber(count)}
        </p>
      ),
  );
}

function Meetings({ title, meetings }: { title: string; meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <MeetingLink meeting={meeting} />
          </li>
        ))}
      </ul>
    </>
  );
}

function MeetingLink({ meeting: { id, title, heldOn } }: { meeting: Meeting }) {
  return (
    <>
      <Link to={pathTo('Meeting', id)}>{title}</Link>
      <small className="quiet">{formatLongDay(heldOn)}</small>
    </>
  );
}

function People({ title, people }: { title: string; people: Judgement['evidence']['agents'] | undefined }) {
  const mayOpen = useRole() === 'EPCI_STAFF';
  if (!people || people.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {people.map(({ id, firstName, lastName }) => (
          <li key={id}>
            {mayOpen ? (
              <Link to={pathTo('Agent', id)}>
                {firstName} {lastName}
              </Link>
            ) : (
              `${firstName} ${lastName}`
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What would put it right: the next meeting that counts, else the fact to enter or the person to assign. */
function Remedy({
  guichetId,
  judgement: { kind, status, nextMeeting },
  traits: { remedy },
}: Props & { traits: ObligationTraits }) {
  const { t } = useTranslation();
  const staff = useRole() === 'EPCI_STAFF';
  const byMeeting = remedy === 'MEETING';
  const late = status === 'NOT_MET' && byMeeting && !nextMeeting;
  return (
    <div className="remedy">
      <h3>{t('compliance.remedy.title')}</h3>
      {nextMeeting ? (
        <p>
          {t(`compliance.remedy.next.${kind}`)}
          <span className="remedy-meeting">
            <MeetingLink meeting={nextMeeting} />
          </span>
        </p>
      ) : (
        <p>
          {late ? t('compliance.remedy.noMeeting') : t(`compliance.remedy.${status === 'UNKNOWN' ? 'enter' : kind}`)}
        </p>
      )}
      {!byMeeting && staff && (
        <LinkButton
          to={remedy === 'ASSIGNMENT' ? pathTo('Guichet', guichetId) : `${pathTo('Guichet', guichetId)}/edit`}
        >
          {t(remedy === 'ASSIGNMENT' ? 'compliance.remedy.seeAgents' : 'compliance.remedy.edit')}
        </LinkButton>
      )}
    </div>
  );
}
