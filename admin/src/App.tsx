import { useNotificationProvider } from '@refinedev/antd';
import { Refine } from '@refinedev/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { useVocabulary } from './crud/vocabulary';
import { makeAccessControl } from './providers/access';
import { auditLogProvider } from './providers/audit-log';
import { makeAuthProvider } from './providers/auth';
import { dataProvider } from './providers/data';
import { routerProvider } from './providers/router';
import type { Session } from './providers/session';
import { pages } from './routes';
import { Crash } from './shell/Crash';
import { refineResources } from './shell/refine-resources';
import { Shell } from './shell/Shell';
import { SessionProvider } from './shell/session-context';
import { AppearanceProvider } from './theme/Appearance';

function Root({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const authProvider = useMemo(() => makeAuthProvider(session), [session]);
  const accessControlProvider = useMemo(() => makeAccessControl(session.role), [session.role]);
  const words = useVocabulary();
  const resources = useMemo(() => refineResources(session.role, t, words), [session.role, t, words]);
  return (
    <SessionProvider value={session}>
      <Refine
        dataProvider={dataProvider}
        authProvider={authProvider}
        accessControlProvider={accessControlProvider}
        auditLogProvider={auditLogProvider}
        notificationProvider={useNotificationProvider}
        routerProvider={routerProvider}
        i18nProvider={{
          translate: (key: string, options?: Record<string, unknown>, fallback?: string) =>
            t(key, { defaultValue: fallback, ...options }),
          changeLocale: (language: string) => i18n.changeLanguage(language),
          getLocale: () => i18n.language,
        }}
        resources={resources}
        options={{
          disableTelemetry: true,
          disableRouteChangeHandler: true,
          reactQuery: {
            clientConfig: {
              // Without a network one is told so: a request that waits for it in silence looks like an empty list, or a save.
              defaultOptions: {
                queries: {
                  retry: false,
                  staleTime: 15_000,
                  refetchOnWindowFocus: true,
                  networkMode: 'always',
                  refetchOnReconnect: true,
                },
                mutations: { networkMode: 'always' },
              },
            },
          },
        }}
      >
        <Shell />
      </Refine>
    </SessionProvider>
  );
}

export function App({ session }: { session: Session }) {
  const router = useMemo(
    () =>
      createBrowserRouter([
        {
          element: <Root session={session} />,
          errorElement: <Crash />,
          children: [
            {
              errorElement: <Crash />,
              children: pages(),
            },
          ],
        },
      ]),
    [session],
  );
  return (
    <AppearanceProvider>
      <RouterProvider router={router} />
    </AppearanceProvider>
  );
}
