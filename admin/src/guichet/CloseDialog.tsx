import { Alert, App, Form, Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseGuichetDocument } from '../generated/graphql';
import { ApiError } from '../providers/errors';
import { execute } from '../providers/graphql';
import { useToday } from '../shell/session-context';
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
  const { message } = App.useApp();
  const formId = useId();
  const [form] = Form.useForm<{ closedOn: string }>();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the dialog has taken the focus for itself.
    const timer = setTimeout(() => body.current?.querySelector('input')?.focus(), 60);
    return () => clearTimeout(timer);
  }, []);

  const close = async ({ closedOn }: { closedOn: string }) => {
    setSending(true);
    setRefusal(undefined);
    try {
      await execute(CloseGuichetDocument, { id, revision, closedOn });
      message.success(t('guichet.close.done'));
      await onClosed();
    } catch (error) {
      if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
      if (error.code === 'UNAUTHENTICATED') return;
      if (error.details.field === 'closedOn') form.setFields([{ name: 'closedOn', errors: [error.message] }]);
      else setRefusal(error.message || t('errors.unexpected'));
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      open
      title={t('guichet.close.title', { name })}
      okText={t('guichet.close.confirm')}
      okButtonProps={{ htmlType: 'submit', form: formId, loading: sending }}
      cancelText={t('convention.dialog.back')}
      onCancel={onCancel}
    >
      <div ref={body}>
        <p className="quiet">{t('guichet.close.text')}</p>
        {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
        <Form
          id={formId}
          form={form}
          layout="vertical"
          initialValues={{ closedOn: today }}
          scrollToFirstError={{ block: 'center', focus: true }}
          onFinish={close}
        >
          <Form.Item
            name="closedOn"
            label={t('guichet.close.day')}
            required={false}
            rules={[{ required: true, message: t('checks.required') }]}
          >
            <Input type="date" min={openedOn ?? undefined} className="date-input" />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}
