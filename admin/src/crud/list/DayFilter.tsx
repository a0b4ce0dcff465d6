import { Input, Radio, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../shell/session-context';

interface Props {
  /** As in the address: absent, a day, or `all`. */
  on: string | undefined;
  today: boolean;
  onChange: (on: string | undefined) => void;
}

/** Today, another day, or every period. */
export function DayFilter({ on, today, onChange }: Props) {
  const { t } = useTranslation();
  const now = useToday();
  const mode = on === undefined ? (today ? 'today' : 'all') : on === 'all' ? 'all' : 'day';
  return (
    <Radio.Group
      value={mode}
      onChange={({ target }) =>
        onChange(target.value === 'day' ? now : target.value === 'all' && today ? 'all' : undefined)
      }
    >
      <Space direction="vertical">
        {today && <Radio value="today">{t('list.today')}</Radio>}
        <Radio value="all">{t('list.always')}</Radio>
        <Radio value="day">{t('list.otherDay')}</Radio>
        {mode === 'day' && (
          <Input
            type="date"
            aria-label={t('list.on')}
            value={on}
            onChange={({ target }) => target.value && onChange(target.value)}
          />
        )}
      </Space>
    </Radio.Group>
  );
}
