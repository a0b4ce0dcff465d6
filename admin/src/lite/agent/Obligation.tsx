import type { ComplianceStatus, ReceptionMode } from '../../generated/graphql.js';
import { dayWithoutWeekday, listInWords, numberInWords } from '../kit/format.js';
import type { IconName } from '../kit/icons.js';
import { useLocale } from '../kit/language.js';
import { Badge, type Tone } from '../kit/parts.js';
import { Answer } from './Answer.js';
import { useAgent } from './context.js';
import { type CountedMeeting, fullName, isByMeeting, type Judgement, type ObligationTraits } from './desk-model.js';
import { When } from './MeetingCard.js';
import { SignInHere } from './SignInHere.js';
import { type Texts, useTexts } from './texts.js';

const looks: Readonly<Record<ComplianceStatus, { tone: Tone; icon: IconName }>> = {
  MET: { tone: 'good', icon: 'checkCircle' },
  ON_TRACK: { tone: 'track', icon: 'trend' },
  AT_RISK: { tone: 'warn', icon: 'warning' },
  NOT_MET: { tone: 'bad', icon: 'crossCircle' },
  UNKNOWN: { tone: 'none', icon: 'question' },
};

/** One obligation: what is owed, where it stands, why, and the meeting that would bring it forward. */
export function Obligation({
  judgement,
  kinds,
  onChanged,
}: {
  judgement: Judgement;
  kinds: readonly ObligationTraits[];
  onChanged: () => Promise<void>;
}) {
  const t = useTexts();
  const { locale } = useLocale();
  const { kind, status, value, target, yesOrNo, evidence, text } = judgement;
  const statuses: Readonly<Record<ComplianceStatus, string>> = {
    MET: t('ComplianceStatus.MET'),
    ON_TRACK: t('ComplianceStatus.ON_TRACK'),
    AT_RISK: t('ComplianceStatus.AT_RISK'),
    NOT_MET: t('ComplianceStatus.NOT_MET'),
    UNKNOWN: t('ComplianceStatus.UNKNOWN'),
  };
  const numbers = {
    value: numberInWords(value ?? 0, locale),
    target: numberInWords(target, locale),
  };
  const settled = status === 'MET';
  const why = (
    <>
      <Counted label={t('why.counted')} meetings={evidence.meetings ?? []} />
      {settled ? null : <Counted label={t('why.coming')} meetings={evidence.comingMeetings ?? []} />}
      <p className="soft small" lang="fr">
        {text}
      </p>
    </>
  );
  return (
    <article className="stack stack-close">
      <h4>{t(`owes.${kind}`, { count: target, target: numbers.target })}</h4>
      <p className="obligation-state">
        <Badge {...looks[status]}>{statuses[status]}</Badge>
        {value !== null && !yesOrNo ? <span>{t('done', numbers)}</span> : null}
      </p>
      {settled ? null : <p>{reason(judgement, isByMeeting(kinds, kind), t)}</p>}
      <Missing judgement={judgement} />
      {settled ? (
        <details>
          <summary>{t('why.title')}</summary>
          <div className="stack stack-close">{why}</div>
        </details>
      ) : (
        why
      )}
      {judgement.nextMeeting && !settled ? <Next meeting={judgement.nextMeeting} onChanged={onChanged} /> : null}
    </article>
  );
}

/** Why it stands where it stands, and whom to talk to. */
function reason({ status }: Judgement, byMeeting: boolean, t: Texts): string {
  if (status === 'UNKNOWN') return t('why.unknown');
  if (status === 'ON_TRACK') return t('why.onTrack');
  if (status === 'AT_RISK') return t('why.atRisk');
  return t(byMeeting ? 'why.notMet' : 'why.notMetFact');
}

function Missing({ judgement: { evidence } }: { judgement: Judgement }) {
  const t = useTexts();
  const { locale } = useLocale();
  const modes: Readonly<Record<ReceptionMode, string>> = {
    IN_PERSON_WALK_IN: t('ReceptionMode.IN_PERSON_WALK_IN'),
    IN_PERSON_APPOINTMENT: t('ReceptionMode.IN_PERSON_APPOINTMENT'),
    TELEPHONE: t('ReceptionMode.TELEPHONE'),
    TELEPHONE_DUTY: t('ReceptionMode.TELEPHONE_DUTY'),
    INTERVIEW_APPOINTMENT: t('ReceptionMode.INTERVIEW_APPOINTMENT'),
  };
  const untrained = (evidence.missingAgents ?? []).map(fullName);
  const missing = evidence.missingModes.map((mode) => modes[mode].toLocaleLowerCase(locale));
  return (
    <>
      {untrained.length > 0 ? <p>{t('why.untrained', { names: listInWords(untrained, locale) })}</p> : null}
      {missing.length > 0 ? <p>{t('why.missingModes', { modes: listInWords(missing, locale) })}</p> : null}
    </>
  );
}

function Counted({ label, meetings }: { label: string; meetings: readonly CountedMeeting[] }) {
  const { locale } = useLocale();
  if (meetings.length === 0) return null;
  return (
    <div>
      <p>{label}</p>
      <ul className="dashes">
        {meetings.map(({ id, title, heldOn }) => (
          <li key={id}>
            {title}, {dayWithoutWeekday(heldOn, locale)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The meeting that would help, with the answer right there when it is mine to give. */
function Next({ meeting: next, onChanged }: { meeting: CountedMeeting; onChanged: () => Promise<void> }) {
  const t = useTexts();
  const { home } = useAgent();
  const meeting = home.network.find(({ id }) => id === next.id);
  if (!meeting) return null;
  return (
    <div className="next stack stack-close">
      <p className="soft small">{t('why.next')}</p>
      <p>
        <strong>{meeting.title}</strong>
      </p>
      <When meeting={meeting} />
      {meeting.answerOpen ? <Answer meeting={meeting} onChanged={onChanged} /> : null}
      {meeting.signInOpen ? <SignInHere meeting={meeting} onChanged={onChanged} /> : null}
    </div>
  );
}
