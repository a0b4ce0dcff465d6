import { CopyOutlined, MailOutlined } from '@ant-design/icons';
import { App, Button, Input, Space } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountGivenFragment } from '../../generated/graphql';
import { formatDay, formatTime } from '../../i18n/format';

/** A single-use link: gone by mail to its owner, or shown this once, with what to do with it and a button that copies it. */
export function GivenLink({ given }: { given: AccountGivenFragment }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const id = useId();
  const { link, account } = given;
  const at = dayjs(given.expiresAt);
  const day = `${formatDay(at.format('YYYY-MM-DD'))}, ${formatTime(at.format('HH:mm'))}`;

  if (!link)
    return (
      <div className="given-link">
        <p>{t('account.link.mailed', { name: account.displayName, email: account.email, day })}</p>
        <p className="quiet">{t('account.link.nothingCame')}</p>
      </div>
    );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      await message.success(t('account.link.copied'));
    } catch {
      await message.warning(t('account.link.copyFailed'));
    }
  };
  const body = t('account.link.body', { day, link });
  const mail = `mailto:${account.email}?subject=${encodeURIComponent(t('account.link.subject'))}&body=${encodeURIComponent(body)}`;
  return (
    <div className="given-link">
      <p>
        {t(account.email ? 'account.link.do' : 'account.link.doBare', {
          name: account.displayName,
          email: account.email,
          day,
        })}
      </p>
      <label htmlFor={id}>{t('account.link.label')}</label>
      <Input id={id} readOnly value={link} onFocus={({ target }) => target.select()} />
      <Space wrap>
        <Button type="primary" icon={<CopyOutlined />} onClick={copy}>
          {t('account.link.copy')}
        </Button>
        {account.email && (
          <Button icon={<MailOutlined />} href={mail}>
            {t('account.link.mail')}
          </Button>
        )}
      </Space>
      <p className="quiet">{t('account.link.once')}</p>
    </div>
  );
}
