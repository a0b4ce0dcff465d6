import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, codeOf } from '../../providers/errors';
import { useSession } from '../../shell/session-context';
import { changePassword } from './own-access';

interface Values {
  present: string;
  password: string;
}

/** Length, and nothing else that can be said beforehand: the API judges the rest, and its sentence says why. */
const shortest = 12;

/** Changes one's own password, with the present one. */
export function OwnPassword() {
  const { t } = useTranslation();
  const { email } = useSession();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const change = async ({ present, password }: Values) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await changePassword(present, password);
      form.resetFields();
      await message.success(t('ownAccess.password.done'));
      await client.invalidateQueries({ queryKey: ['own-sessions'] });
    } catch (error) {
      if (codeOf(error) === 'UNAUTHENTICATED') return;
      const field = error instanceof ApiError ? error.details.field : undefined;
      const sentence = error instanceof Error && error.message ? error.message : t('errors.unexpected');
      if (field === 'present' || field === 'password') {
        form.setFields([{ name: field, errors: [sentence] }]);
        form.focusField(field);
      } else setFailure(sentence);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form form={form} layout="vertical" requiredMark={false} className="own-password" onFinish={change}>
      {failure && <Alert type="error" showIcon message={failure} role="alert" />}
      {/* For password managers, which keep the address with the password. */}
      <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
      <Form.Item
        name="present"
        label={t('ownAccess.password.present')}
        rules={[{ required: true, message: t('ownAccess.password.presentMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('ownAccess.password.new')}
        extra={t('ownAccess.password.help')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, value = '') => {
              if ([...value].length < shortest) throw new Error(t('ownAccess.password.short', { count: shortest }));
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('ownAccess.password.action')}
      </Button>
    </Form>
  );
}
