import { Alert, App, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Saving } from './use-saving';

interface Props {
  unsaved: number;
  saving: Saving;
  onDrop: () => void;
}

/** At the foot of the window while something is unsaved: how much, and the way to keep it. */
export function SaveBar({ unsaved, saving, onDrop }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const drop = () =>
    modal.confirm({
      title: t('meeting.save.dropTitle'),
      content: t('meeting.save.dropText', { count: unsaved }),
      okText: t('meeting.save.drop'),
      okButtonProps: { danger: true },
      cancelText: t('meeting.save.dropBack'),
      onOk: onDrop,
    });
  return (
    <section className={`save-bar no-print${unsaved > 0 ? ' save-bar-on' : ''}`} aria-label={t('meeting.save.label')}>
      <output className="seen-by-readers">{unsaved > 0 && t('meeting.save.changes', { count: unsaved })}</output>
      {unsaved > 0 && (
        <>
          {saving.refusal && (
            <Alert type="error" showIcon role="alert" message={t('meeting.save.failed')} description={saving.refusal} />
          )}
          <div className="save-bar-row">
            <span aria-hidden="true">{t('meeting.save.changes', { count: unsaved })}</span>
            <Flex className="save-choices" wrap gap="small">
              <Button onClick={drop}>{t('meeting.save.drop')}</Button>
              <Button type="primary" loading={saving.busy} onClick={saving.save}>
                {t('meeting.save.save')}
              </Button>
            </Flex>
          </div>
        </>
      )}
    </section>
  );
}
