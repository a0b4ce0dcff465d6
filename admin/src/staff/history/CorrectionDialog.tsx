import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AskDialog } from '../../shell/AskDialog';

interface Props {
  /** How many lines would change. */
  count: number;
  onClose: () => void;
  /** Rejects with the API's refusal. */
  onCorrect: (motive: string) => Promise<void>;
}

/** A closed sheet is corrected with a motive, which its history keeps beside each line. */
export function CorrectionDialog({ count, onClose, onCorrect }: Props) {
  const { t } = useTranslation();
  return (
    <AskDialog<{ motive: string }>
      title={t('correction.title')}
      text={t('correction.text', { count })}
      okText={t('correction.save')}
      start={{}}
      onCancel={onClose}
      onGive={({ motive }) => onCorrect(motive.trim())}
    >
      <Form.Item
        name="motive"
        label={t('correction.motive')}
        rules={[{ required: true, whitespace: true, message: t('correction.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </AskDialog>
  );
}
