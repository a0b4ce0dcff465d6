import { type HttpError, useList } from '@refinedev/core';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../crud/define';
import { basePath } from '../../crud/registry';
import { formatNumber } from '../../i18n/format';
import { LinkButton } from '../../shell/LinkButton';
import { useRole } from '../../shell/session-context';

/** Above the meetings: how many declared participations wait for staff, and the way to them. */
export function WaitingDeclarations() {
  const { t } = useTranslation();
  const staff = useRole() === 'EPCI_STAFF';
  const { result } = useList<Row, HttpError>({
    resource: 'attendances',
    pagination: { currentPage: 1, pageSize: 1, mode: 'server' },
    meta: { paths: ['id'], where: { confirmation: { eq: 'PENDING' } } },
    queryOptions: { enabled: staff },
    errorNotification: false,
  });
  const count = result.total ?? 0;
  if (!staff || count === 0) return null;
  return (
    <Alert
      className="waiting-declarations no-print"
      type="info"
      showIcon
      message={t('meeting.waiting.count', { count, formatted: formatNumber(count) })}
      action={<LinkButton to={`${basePath('Attendance')}?confirmation=PENDING`}>{t('meeting.waiting.see')}</LinkButton>}
    />
  );
}
