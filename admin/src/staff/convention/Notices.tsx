import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { formatDay } from '../../i18n/format';
import { localDay } from '../history/moment';
import type { Act } from './acts';
import type { PageVersion } from './ConventionPage';
import { lastDayOf } from './events';
import { isEditable } from './moves';
import { useReview } from './review/review';

interface Props {
  shown: PageVersion;
  /** The convention that renews this one. */
  follower: { id: string; number: string } | undefined;
  button: (act: Act, look: { small: boolean }) => ReactNode;
}

/** The act that answers a warning. */
const answers: Partial<Record<PageVersion['warnings'][number], Act>> = {
  REGISTERS_WITHOUT_DELIBERATION: 'DELIBERATION',
  REGISTERS_WITHOUT_SNE_CONVENTION: 'SNE_CONVENTION',
};

/** How a correction begins, where it can be asked for. */
const ways: Partial<Record<PageVersion['state'], string>> = {
  IN_REVIEW: 'convention.review.how',
  TO_SIGN: 'convention.review.howToSign',
};

/** What one should know of a convention, told calmly: nothing here stops anybody. What the end of the term asks for is a button of the title. */
export function Notices({ shown, follower, button }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { open, remarks } = useReview();
  const end = formatDay(lastDayOf(shown));
  const act = (one: Act | undefined) =>
    one &&
    shown.availableActs.some(({ act: open }) => open === one) && (
      <span className="no-print">{button(one, { small: true })}</span>
    );
  const silent = open && !shown.reviewedAt && shown.state in ways && !remarks.some(({ state }) => state === 'OPEN');
  const { reviewedAt, reviewedByName, withdrawnOn } = shown;
  // Once it has begun, it is what the convention is; until then it can be withdrawn.
  const avenant = shown.amendedBy?.status === 'UPCOMING' ? shown.amendedBy : undefined;
  return (
    <>
      {open && reviewedAt && (
        <Alert
          type="success"
          showIcon
          message={t('convention.reviewed', { name: reviewedByName, day: formatDay(localDay(reviewedAt)) })}
        />
      )}
      {withdrawnOn && (
        <Alert type="info" showIcon message={t('convention.withdrawn', { day: formatDay(withdrawnOn) })} />
      )}
      {avenant && (
        <Alert
          type="info"
          showIcon
          message={t('convention.takenOver', { rank: avenant.rank - 1, day: formatDay(avenant.startsOn) })}
          action={
            <Link className="no-print" to={`?version=${avenant.id}`}>
              {t('convention.open')}
            </Link>
          }
        />
      )}
      {silent && <Alert className="no-print" type="info" showIcon message={t(ways[shown.state] ?? '')} />}
      {follower && (
        <Alert
          type="info"
          showIcon
          message={t('convention.followedBy', { number: follower.number })}
          action={
            <Link className="no-print" to={pathTo('Convention', follower.id)}>
              {t('convention.open')}
            </Link>
          }
        />
      )}
      {shown.termAlert === 'UNSETTLED' && (
        <Alert type="warning" showIcon message={t('convention.unsettled', { day: end })} />
      )}
      {shown.termAlert === 'ENDS_SOON' && (
        <Alert type="info" showIcon message={t('convention.endsSoon', { day: end })} />
      )}
      {shown.warnings.map((warning) => (
        <Alert
          key={warning}
          type="warning"
          showIcon
          message={
            <>
              <strong>{words.code('ConventionWarning', warning)}.</strong>{' '}
              {/* What to enter is advice while it can be entered. */}
              {isEditable(shown) && words.codeHelp('ConventionWarning', warning)}
            </>
          }
          action={act(answers[warning])}
        />
      ))}
    </>
  );
}
