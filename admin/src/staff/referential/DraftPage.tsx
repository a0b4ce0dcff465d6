import { Alert, App, Button, Form, Input, Space, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listAddress } from '../../crud/list/last-address';
import { pathTo } from '../../crud/registry';
import { DraftReferentialDocument, ReferentialVersionsDocument } from '../../generated/graphql';
import { useAdding } from '../../lite/kit/use-adding';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { useRead, useRefresh } from '../../providers/use-read';
import { useToday } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import { formerOf } from './model';
import './referential.css';

/** The first of January to come: a year is then judged by one version. */
const nextYear = (today: string) => `${dayjs(today, 'YYYY-MM-DD').year() + 1}-01-01`;

/** A new version of the référentiel is prepared from the published one: only its first day is asked. */
export function DraftPage() {
  const { t } = useTranslation();
  const today = useToday();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ validFrom: string }>();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const adding = useAdding();
  const { data } = useRead('ReferentialVersions', ReferentialVersionsDocument, {});
  const title = t('referential.prepare.action');
  usePageTitle(title);
  const former = data && formerOf(data.referentials.nodes, { id: '' });

  const prepare = async ({ validFrom }: { validFrom: string }) => {
    setSending(true);
    setRefusal(undefined);
    try {
      const { draftReferential } = await adding((requestKey) =>
        execute(DraftReferentialDocument, { validFrom, requestKey }),
      );
      await refresh();
      await message.success(t('referential.prepare.done'));
      await navigate(pathTo('Referential', draftReferential.id), { replace: true });
    } catch (error) {
      if (error instanceof ApiError && error.details.field === 'validFrom')
        form.setFields([{ name: 'validFrom', errors: [error.message] }]);
      else setRefusal(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    } finally {
      setSending(false);
    }
  };

  return (
    <section className="page narrow-page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {title}
      </Typography.Title>
      <section className="form-section">
        <p>{former ? t('referential.prepare.text', { name: former.name }) : t('referential.prepare.textFirst')}</p>
        {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
        <Form form={form} layout="vertical" initialValues={{ validFrom: nextYear(today) }} onFinish={prepare}>
          <Form.Item
            name="validFrom"
            label={t('referential.prepare.day')}
            extra={t('referential.prepare.dayHelp')}
            required={false}
            rules={[{ required: true, message: t('checks.required') }]}
          >
            <Input type="date" className="date-input" />
          </Form.Item>
          <Space wrap className="form-end">
            <Button type="primary" htmlType="submit" loading={sending}>
              {t('referential.prepare.confirm')}
            </Button>
            <Button onClick={() => navigate(listAddress('Referential'))}>{t('actions.cancel')}</Button>
          </Space>
        </Form>
      </section>
    </section>
  );
}
