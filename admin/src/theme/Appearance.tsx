import { App as AntdApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import frFR from 'antd/locale/fr_FR';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { recall, remember } from '../storage';
import { type Density, makeTheme } from './theme';
import { type Mode, palettes } from './tokens';

/** `system` follows the machine. */
export type Choice = Mode | 'system';

interface Appearance {
  choice: Choice;
  mode: Mode;
  density: Density;
  choose: (choice: Choice) => void;
  setDensity: (density: Density) => void;
}

const Context = createContext<Appearance | undefined>(undefined);

export function useAppearance(): Appearance {
  const appearance = useContext(Context);
  if (!appearance) throw new Error('No appearance around');
  return appearance;
}
/** The colours of the theme in use. */
export const usePalette = () => palettes[useAppearance().mode];

/** Whether the screen or the machine is so, now and when it changes. */
function useMedia(condition: string): boolean {
  const query = useMemo(() => window.matchMedia(condition), [condition]);
  return useSyncExternalStore(
    (notify) => {
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    () => query.matches,
  );
}

const isChoice = (value: string | null): value is Choice => value === 'light' || value === 'dark' || value === 'system';

/** The theme of all pages below, and the way to change it; both are remembered in this browser. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const touch = useMedia('screen and (max-width: 767px)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [choice, setChoice] = useState<Choice>(() => {
    const stored = recall('theme');
    return isChoice(stored) ? stored : 'system';
  });
  const [density, setDensity] = useState<Density>(() => (recall('density') === 'compact' ? 'compact' : 'comfortable'));
  // Paper is white, whatever the screen.
  const printing = useMedia('print');
  const wanted: Mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  const mode: Mode = printing ? 'light' : wanted;

  useEffect(() => {
    document.documentElement.dataset.theme = mode;
    document.documentElement.style.colorScheme = mode;
  }, [mode]);

  const appearance = useMemo<Appearance>(
    () => ({
      choice,
      mode,
      density,
      choose: (next) => {
        remember('theme', next);
        setChoice(next);
      },
      setDensity: (next) => {
        remember('density', next);
        setDensity(next);
      },
    }),
    [choice, mode, density],
  );
  const theme = useMemo(() => makeTheme(mode, density, { touch, still }), [mode, density, touch, still]);

  return (
    <Context value={appearance}>
      <ConfigProvider theme={theme} locale={i18n.language === 'en' ? enGB : frFR} button={{ autoInsertSpace: false }}>
        <AntdApp className="parvis-app" notification={{ placement: 'bottomRight' }}>
          {children}
        </AntdApp>
      </ConfigProvider>
    </Context>
  );
}
