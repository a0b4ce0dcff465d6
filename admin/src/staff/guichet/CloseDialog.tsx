import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseGuichetDocument } from '../../generated/graphql';
import { execute } from '../../providers/graphql';
import { AskDialog, useRequired } from '../../shell/AskDialog';
import { useToday } from '../../shell/session-context';
import type { GuichetRead } from './model';

interface Props {
  guichet: GuichetRead;
  onCancel: () => void;
  onClosed: () => Promise<void>;
}

/** A guichet is closed from a day on, and keeps its history. */
export function CloseDialog({ guichet: { id, revision, name, openedOn }, onCancel, onClosed }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const required = useRequired();
  const { message } = App.useApp();
  return (
    <AskDialog<{ closedOn: string }>
      title={t('guichet.close.title', { name })}
      text={t('guichet.close.text')}
      okText={t('guichet.close.confirm')}
      start={{ closedOn: today }}
      inputs={{ closedOn: 'closedOn' }}
      onCancel={onCancel}
      onGive={async ({ closedOn }) => {
        await execute(CloseGuichetDocument, { id, revision, closedOn });
        await message.success(t('guichet.close.done'));
        await onClosed();
      }}
    >
      <Form.Item name="closedOn" label={t('guichet.close.day')} rules={[required]}>
        <Input type="date" min={openedOn ?? undefined} className="date-input" />
      </Form.Item>
    </AskDialog>
  );
}
