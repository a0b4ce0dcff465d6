import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AskDialog } from '../../shell/AskDialog';

interface Props {
  onClose: () => void;
  /** Gives whether it was done. */
  onCancel: (motive: string) => Promise<boolean>;
}

/** A meeting is cancelled with a motive, which the agents read. */
export function CancelDialog({ onClose, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <AskDialog<{ motive: string }>
      title={t('meeting.cancel.title')}
      text={t('meeting.cancel.text')}
      okText={t('meeting.cancel.confirm')}
      backText={t('meeting.cancel.back')}
      danger
      start={{}}
      onCancel={onClose}
      onGive={async ({ motive }) => {
        if (await onCancel(motive.trim())) onClose();
      }}
    >
      <Form.Item
        name="motive"
        label={t('meeting.cancel.motive')}
        rules={[{ required: true, whitespace: true, message: t('meeting.cancel.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </AskDialog>
  );
}
