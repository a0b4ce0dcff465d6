import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  /** How many lines would change. */
  count: number;
  onClose: () => void;
  /** Gives the sentence of what went wrong; undefined when it was done. */
  onCorrect: (motive: string) => Promise<string | undefined>;
}

/** A closed sheet is corrected with a motive, which its history keeps beside each line. */
export function CorrectionDialog({ open, count, onClose, onCorrect }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ motive: string }>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const send = async ({ motive }: { motive: string }) => {
    setBusy(true);
    setRefusal(undefined);
    const wrong = await onCorrect(motive.trim());
    setBusy(false);
    if (wrong) setRefusal(wrong);
    else onClose();
  };
  return (
    <Modal
      open={open}
      title={t('correction.title')}
      okText={t('correction.save')}
      cancelText={t('correction.back')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('correction.text', { count })}</p>
      {refusal && <Alert type="error" showIcon role="alert" message={refusal} />}
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={send}>
        <Form.Item
          name="motive"
          label={t('correction.motive')}
          rules={[{ required: true, whitespace: true, message: t('correction.missing') }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
