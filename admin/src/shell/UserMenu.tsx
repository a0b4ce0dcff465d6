import {
  BgColorsOutlined,
  BorderOutlined,
  CheckSquareOutlined,
  DownOutlined,
  LockOutlined,
  LogoutOutlined,
  MailOutlined,
  SwapOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { App, Button, Dropdown, Grid, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVocabulary } from '../crud/vocabulary';
import { SetMyDigestDocument } from '../generated/graphql';
import { isLanguage, type Language, languages, setLanguage } from '../i18n/i18n';
import { execute } from '../providers/graphql';
import { enterAccount } from '../providers/session';
import { type Choice, useAppearance } from '../theme/Appearance';
import { useSession } from './session-context';

const choices: Choice[] = ['light', 'dark', 'system'];

/** Theme, density, language: matters of taste, remembered in this browser. */
export function DisplayMenu() {
  const { t, i18n } = useTranslation();
  const { choice, density, choose, setDensity } = useAppearance();
  const wide = Grid.useBreakpoint().md ?? true;
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: t('display.theme'),
      children: choices.map((one) => ({ key: `theme:${one}`, label: t(`display.themes.${one}`) })),
    },
    {
      type: 'group',
      label: t('display.density'),
      children: (['comfortable', 'compact'] as const).map((one) => ({
        key: `density:${one}`,
        label: t(`display.densities.${one}`),
      })),
    },
    {
      type: 'group',
      label: t('display.language'),
      children: languages.map((one) => ({
        key: `language:${one}`,
        label: <span lang={one}>{t(`display.languages.${one}`)}</span>,
      })),
    },
  ];
  const select: MenuProps['onClick'] = ({ key }) => {
    const [what, value = ''] = key.split(':');
    if (what === 'theme') choose(value as Choice);
    if (what === 'density') setDensity(value === 'compact' ? 'compact' : 'comfortable');
    if (what === 'language' && isLanguage(value)) void setLanguage(value as Language);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        multiple: true,
        selectedKeys: [`theme:${choice}`, `density:${density}`, `language:${i18n.language}`],
        onClick: select,
      }}
    >
      <Button type="text" icon={<BgColorsOutlined />} aria-label={t('display.label')}>
        {wide && t('display.label')}
      </Button>
    </Dropdown>
  );
}

/** Roles that something waits for: the others get no digest. */
const digestRoles = ['EPCI_STAFF'];

/** The link of the digest that turns it off leads here. */
const asksToStop = (): boolean => new URLSearchParams(window.location.search).get('digest') === 'off';

/** A place or name before a role, where there is one. */
const placeOf = (place: string | null | undefined, role: string): string => [place, role].filter(Boolean).join(' · ');

/** Who is signed in, the other EPCIs they work for, whether a mail tells them what waits, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const { displayName, role, accounts, digest: before = true, demo } = useSession();
  const [digest, setDigest] = useState(before);
  const [open, setOpen] = useState(asksToStop);
  const { mutate: logout } = useLogout();
  const wide = Grid.useBreakpoint().md ?? true;
  const chooseDigest = async () => {
    try {
      await execute(SetMyDigestDocument, { on: !digest });
      setDigest(!digest);
      await message.success(t(digest ? 'session.digestOff' : 'session.digestOn'));
    } catch (error) {
      await message.error(error instanceof Error ? error.message : t('session.digestFailed'));
    }
  };
  const goOn = async (id: string) => {
    try {
      await enterAccount(id);
      window.location.assign('/');
    } catch (error) {
      await message.error(error instanceof Error ? error.message : t('errors.unexpected'));
    }
  };
  const others = accounts.filter(({ current }) => !current);
  const items: MenuProps['items'] = [
    {
      key: 'who',
      disabled: true,
      label: (
        <span className="who">
          {displayName}
          <small>{placeOf(accounts.find(({ current }) => current)?.epci, words.code('Role', role))}</small>
        </span>
      ),
    },
    { type: 'divider' },
    ...(others.length > 0
      ? [
          {
            key: 'accounts',
            type: 'group' as const,
            label: t('session.goOn'),
            children: others.map((account) => ({
              key: `account:${account.id}`,
              icon: <SwapOutlined />,
              label: (
                <span className="who">
                  {account.epci ?? account.displayName}
                  <small>{placeOf(account.epci && account.displayName, words.code('Role', account.role))}</small>
                </span>
              ),
              onClick: () => void goOn(account.id),
            })),
          },
          { type: 'divider' as const },
        ]
      : []),
    ...(digestRoles.includes(role)
      ? [
          {
            key: 'digest',
            icon: digest ? <CheckSquareOutlined /> : <BorderOutlined />,
            label: (
              <span className="who">
                {t('session.digest')}
                <small>{t(digest ? 'session.digestIsOn' : 'session.digestIsOff')}</small>
              </span>
            ),
            onClick: () => void chooseDigest(),
          },
        ]
      : []),
    ...(demo ? [{ key: 'mailbox', icon: <MailOutlined />, label: <a href="/mailbox">{t('session.mailbox')}</a> }] : []),
    { key: 'access', icon: <LockOutlined />, label: <Link to="/my-access">{t('ownAccess.menu')}</Link> },
    { key: 'out', icon: <LogoutOutlined />, label: t('session.signOut'), onClick: () => logout() },
  ];
  return (
    <Dropdown trigger={['click']} open={open} onOpenChange={(next) => setOpen(next)} menu={{ items }}>
      <Button type="text" icon={<UserOutlined />} aria-label={wide ? undefined : displayName}>
        {wide && (
          <>
            {displayName} <DownOutlined aria-hidden />
          </>
        )}
      </Button>
    </Dropdown>
  );
}
