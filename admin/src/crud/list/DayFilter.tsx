import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../shell/session-context';

interface Props {
  /** As in the address: absent, a day, or `all`. */
  on: string | undefined;
  /** The list looks at today until told otherwise. */
  usual: boolean;
  onChange: (on: string | undefined) => void;
}

/** Today, another day, or every period. */
export function DayFilter({ on, usual, onChange }: Props) {
  const { t } = useTranslation();
  const now = useToday();
  const mode = on === 'all' || (on === undefined && !usual) ? 'all' : on === undefined ? 'today' : 'day';
  const chosen = { today: undefined, all: usual ? 'all' : undefined, day: now };
  return (
    <div className="stacked">
      <Radio.Group
        className="stacked"
        value={mode}
        onChange={({ target }) => onChange(chosen[target.value as keyof typeof chosen])}
        options={[
          ...(usual ? [{ value: 'today', label: t('list.today') }] : []),
          { value: 'all', label: t('list.always') },
          { value: 'day', label: t('list.otherDay') },
        ]}
      />
      {mode === 'day' && (
        <Input
          type="date"
          aria-label={t('list.on')}
          value={on}
          onChange={({ target }) => target.value && onChange(target.value)}
        />
      )}
    </div>
  );
}
