import { BgColorsOutlined, DownOutlined, UserOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Button, Dropdown, Grid, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language, languages, setLanguage } from '../i18n/i18n';
import { useVocabulary } from '../resource/vocabulary';
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

/** Who is signed in, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { displayName, role } = useSession();
  const { mutate: logout } = useLogout();
  const wide = Grid.useBreakpoint().md ?? true;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            disabled: true,
            label: (
              <span className="who">
                {displayName}
                <small>{words.code('Role', role)}</small>
              </span>
            ),
          },
          { type: 'divider' },
          { key: 'out', label: t('session.signOut'), onClick: () => logout() },
        ],
      }}
    >
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
