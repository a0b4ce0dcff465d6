import { useInvalidate } from '@refinedev/core';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSession, signInAgain } from '../providers/session';
import { sessionLoss } from '../providers/session-loss';
import { useSession } from './session-context';

/** When the session ends under an open page: sign in again here, and find everything as it was typed. */
export function SessionDialog({ open }: { open: boolean }) {
  const { t } = useTranslation();
  const { email: known } = useSession();
  const [form] = Form.useForm<{ email: string; password: string }>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const invalidate = useInvalidate();

  const resume = async () => {
    sessionLoss.set(false);
    setRefusal(undefined);
    form.resetFields();
    await invalidate({ resource: '*', invalidates: ['all'] });
  };
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await work();
      await resume();
    } catch (error) {
      setRefusal(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    } finally {
      setBusy(false);
    }
  };
  /** They may have signed in again in another tab. */
  const again = () =>
    attempt(async () => {
      if (!(await readSession())) throw new Error(t('session.stillOut'));
    });

  return (
    <Modal
      open={open}
      title={t('session.title')}
      okText={t('session.signIn')}
      cancelText={t('session.elsewhere')}
      confirmLoading={busy}
      closable={false}
      maskClosable={false}
      keyboard={false}
      afterOpenChange={(opened) => opened && form.focusField(known ? 'password' : 'email')}
      onOk={() => form.submit()}
      onCancel={again}
    >
      <p>{t('session.text')}</p>
      {refusal && <Alert type="error" showIcon message={refusal} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ email: known ?? '' }}
        onFinish={({ email, password }) => attempt(() => signInAgain(email, password))}
      >
        <Form.Item name="email" label={t('session.email')} rules={[{ required: true, message: t('checks.required') }]}>
          <Input type="email" autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          rules={[{ required: true, message: t('checks.required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
      <p className="quiet">
        {t('session.other')}{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {t('session.openTab')}
        </a>
      </p>
    </Modal>
  );
}
