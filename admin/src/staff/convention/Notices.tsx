import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { formatDay } from '../../i18n/format';
import { localDay } from '../history/moment';
import type { Act } from './acts';
import { lastDayOf, type Version } from './events';
import { isEditable } from './moves';
import { isUnsettled, type Situation, takenOverBy } from './offers';
import { useReview } from './review/review';

interface Props {
  shown: Version;
  situation: Situation;
  /** The convention that renews this one. */
  follower: { id: string; number: string } | undefined;
  offered: readonly Act[];
  /** Does the term end so soon that the EPCI wants to be told? */
  ending: boolean;
  button: (act: Act, look: { small: boolean }) => ReactNode;
}

/** The act that answers a warning. */
const answers: Partial<Record<Version['warnings'][number], Act>> = {
  REGISTERS_WITHOUT_DELIBERATION: 'DELIBERATION',
  REGISTERS_WITHOUT_SNE_CONVENTION: 'SNE_CONVENTION',
};

/** How a correction begins, where it can be asked for. */
const ways: Partial<Record<Version['state'], string>> = {
  IN_REVIEW: 'convention.review.how',
  TO_SIGN: 'convention.review.howToSign',
};

/** What one should know of a convention, told calmly: nothing here stops anybody. What the end of the term asks for is a button of the title. */
export function Notices({ shown, situation, follower, offered, ending, button }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { open, remarks } = useReview();
  const end = formatDay(lastDayOf(shown));
  const act = (one: Act | undefined) =>
    one && offered.includes(one) && <span className="no-print">{button(one, { small: true })}</span>;
  const silent = open && !shown.reviewedAt && shown.state in ways && !remarks.some(({ state }) => state === 'OPEN');
  const { reviewedAt, reviewedByName, withdrawnOn } = shown;
  const avenant = takenOverBy(situation);
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
      {isUnsettled(situation) ? (
        <Alert type="warning" showIcon message={t('convention.unsettled', { day: end })} />
      ) : (
        ending &&
        !follower &&
        !avenant && <Alert type="info" showIcon message={t('convention.endsSoon', { day: end })} />
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
