import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Gives whether it was done. */
  onCancel: (motive: string) => Promise<boolean>;
}

/** A meeting is cancelled with a motive, which the agents read. */
export function CancelDialog({ open, onClose, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ motive: string }>();
  const [busy, setBusy] = useState(false);
  const send = async ({ motive }: { motive: string }) => {
    setBusy(true);
    const done = await onCancel(motive.trim());
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      open={open}
      title={t('meeting.cancel.title')}
      okText={t('meeting.cancel.confirm')}
      okButtonProps={{ danger: true }}
      cancelText={t('meeting.cancel.back')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('meeting.cancel.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={send}>
        <Form.Item
          name="motive"
          label={t('meeting.cancel.motive')}
          rules={[{ required: true, whitespace: true, message: t('meeting.cancel.missing') }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
