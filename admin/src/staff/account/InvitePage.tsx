import { Button, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '../../crud/registry';
import type { AccountGivenFragment } from '../../generated/graphql';
import { LinkButton } from '../../shell/LinkButton';
import { usePageTitle } from '../../shell/use-page-title';
import './account.css';
import { GivenLink } from './GivenLink';
import { InviteForm } from './InviteForm';

/** Inviting: who, as what; then the link to pass on, in the place of the form. */
export function InvitePage() {
  const { t } = useTranslation();
  const [given, setGiven] = useState<AccountGivenFragment>();
  const title = given
    ? t(given.link ? 'account.link.title.invitation' : 'account.link.title.mailed', { name: given.account.displayName })
    : t('account.invite.title');
  usePageTitle(title);
  return (
    <section className="page narrow-page" aria-labelledby="page-title">
      <Typography.Title level={1} id="page-title">
        {title}
      </Typography.Title>
      {given ? (
        <section className="page-section" aria-live="polite">
          <GivenLink given={given} />
          <Space wrap className="after-link">
            <Button onClick={() => setGiven(undefined)}>{t('account.link.another')}</Button>
            <LinkButton to={pathTo('Account', given.account.id)}>{t('account.link.see')}</LinkButton>
          </Space>
        </section>
      ) : (
        <InviteForm onGiven={setGiven} />
      )}
    </section>
  );
}
