import { Alert } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConventionPageQuery } from '../generated/graphql';
import { formatDay } from '../i18n/format';
import { basePath } from '../resource/registry';
import { useVocabulary } from '../resource/vocabulary';
import { useToday } from '../shell/session-context';
import { lastDayOf, type Version } from './events';
import { isEditable } from './moves';

interface Props {
  convention: NonNullable<ConventionPageQuery['convention']>;
  versions: readonly Version[];
  shown: Version;
  staff: boolean;
}

/** What one should know of a convention, told calmly: nothing here stops anybody. */
export function Notices({ convention: { epci, guichet }, versions, shown, staff }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const today = useToday();
  const other = versions.find(({ status, id }) => status === 'IN_FORCE' && id !== shown.id);
  const end = lastDayOf(shown);
  const alert = dayjs(today, 'YYYY-MM-DD').add(epci.conventionAlertMonths, 'month').format('YYYY-MM-DD');
  const ending = shown.status === 'IN_FORCE' && end <= alert && !guichet.closedOn;
  return (
    <>
      {other && (
        <Alert
          type="info"
          showIcon
          message={t('convention.otherInForce')}
          action={<Link to={`?version=${other.id}`}>{t('convention.seeInForce')}</Link>}
        />
      )}
      {ending && (
        <Alert
          type="info"
          showIcon
          message={t('convention.endsSoon', { day: formatDay(end) })}
          action={
            staff && (
              <Link className="no-print" to={`${basePath('Convention')}/new?guichetId=${guichet.id}`}>
                {t('convention.prepareNext')}
              </Link>
            )
          }
        />
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
        />
      ))}
    </>
  );
}
