import { CheckCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { CellProps } from '../../crud/define';
import { valueAt } from '../../crud/row';
import { formatDay } from '../../i18n/format';
import { usePalette } from '../../theme/Appearance';

/** Whether an account may sign in, or since when it may not. */
export function AccessState({ row }: CellProps) {
  const { t } = useTranslation();
  const { text, tint, line } = usePalette().states.MET;
  const ended = valueAt(row, 'endedAt');
  if (typeof ended === 'string')
    return (
      <Tag className="tag tag-over">
        {t('account.access.ended', { day: formatDay(dayjs(ended).format('YYYY-MM-DD')) })}
      </Tag>
    );
  return (
    <Tag className="tag" icon={<CheckCircleFilled />} style={{ color: text, background: tint, borderColor: line }}>
      {t('account.access.open')}
    </Tag>
  );
}
