import type { NoObligationReason } from '../../generated/graphql.js';
import { run } from '../kit/graphql.js';
import { useLocale } from '../kit/language.js';
import { FailureNotice, Notice, Skeleton } from '../kit/parts.js';
import { isSignedOut } from '../kit/request.js';
import { useQuery } from '../kit/use-query.js';
import { useAgent } from './context.js';
import { Colleagues, ConventionInForce, Hours } from './DeskFacts.js';
import { byUrgency, type Desk, leftToDo, type ObligationTraits, type Report } from './desk-model.js';
import { LevelTag } from './LevelTag.js';
import { Obligation } from './Obligation.js';
import { desksQuery } from './operations.js';
import { Tools } from './Tools.js';
import { Answered, ToReview, ToSign } from './ToReview.js';
import { useTexts } from './texts.js';

/** What my guichet still owes this year and why, then what it promised, who works there and when it is open. */
export function DeskPage() {
  const t = useTexts();
  const { locale } = useLocale();
  const { home } = useAgent();
  const { today } = home;
  const year = Number(today.slice(0, 4));
  const desks = useQuery(`desks ${today}`, () => run(desksQuery, { year, today }, locale));
  const { data, failure, reload } = desks;
  const failed =
    failure !== null && !isSignedOut(failure) ? <FailureNotice failure={failure} onRetry={reload} /> : null;
  if (!data) return failed ?? <Skeleton />;
  if (data.guichets.nodes.length === 0) return <p className="card">{t('desk.none')}</p>;
  return (
    <>
      {failed}
      <ToReview />
      <Answered />
      <ToSign />
      {data.guichets.nodes.map((desk) => (
        <OneDesk
          key={desk.id}
          desk={desk}
          year={year}
          kinds={data.obligationKinds}
          report={data.complianceReport.find(({ guichetId }) => guichetId === desk.id) ?? null}
          onChanged={reload}
        />
      ))}
      <Tools tools={data.tools.nodes} />
    </>
  );
}

function OneDesk(props: {
  desk: Desk;
  year: number;
  kinds: readonly ObligationTraits[];
  report: Report | null;
  onChanged: () => Promise<void>;
}) {
  const { desk, year, kinds, report, onChanged } = props;
  const t = useTexts();
  const reasons: Readonly<Record<NoObligationReason, string>> = {
    NOT_OPEN: t('desk.reason.NOT_OPEN'),
    NO_LEVEL: t('desk.reason.NO_LEVEL'),
    NO_REFERENTIAL: t('desk.reason.NO_REFERENTIAL'),
    NONE_REQUIRED: t('desk.reason.NONE_REQUIRED'),
  };
  const judgements = byUrgency(report?.judgements ?? []);
  const left = leftToDo(judgements);
  return (
    <section className="card stack desk" aria-labelledby={`desk-${desk.id}`}>
      <div className="stack stack-close">
        <h2 id={`desk-${desk.id}`}>{desk.name}</h2>
        {desk.level ? <LevelTag level={desk.level} /> : null}
      </div>
      <div className="stack">
        <h3>{t('desk.owes', { year })}</h3>
        {judgements.length === 0 ? (
          <p>{reasons[report?.reason ?? 'NONE_REQUIRED']}</p>
        ) : (
          <Notice tone={left > 0 ? 'warn' : 'good'}>
            <p>{left > 0 ? t('desk.left', { count: left }) : t('desk.allMet', { year })}</p>
          </Notice>
        )}
        <ul>
          {judgements.map((judgement) => (
            <li key={judgement.obligationId} className="obligation">
              <Obligation judgement={judgement} kinds={kinds} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      </div>
      <ConventionInForce convention={desk.conventionInForce} />
      <Colleagues desk={desk} />
      <Hours hours={desk.openingHours} />
    </section>
  );
}
