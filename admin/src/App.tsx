import { useNotificationProvider } from '@refinedev/antd';
import { Refine } from '@refinedev/core';
import routerProvider from '@refinedev/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, useParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Resource } from './crud/define';
import { CreatePage, EditPage } from './crud/form/FormPage';
import { ListPage } from './crud/list/ListPage';
import { conceptOf, type Role } from './crud/metadata';
import { ShowPage } from './crud/page/ShowPage';
import { allResources, basePath } from './crud/registry';
import { makeAccessControl } from './providers/access';
import { makeAuthProvider } from './providers/auth';
import { dataProvider } from './providers/data';
import type { Session } from './providers/session';
import { Crash } from './shell/Crash';
import { Closed, NotFound } from './shell/NotFound';
import { Shell } from './shell/Shell';
import { SessionProvider } from './shell/session-context';
import { UndeliveredPage } from './staff/account/UndeliveredPage';
import { TemplatePage } from './staff/document/TemplatePage';
import { HealthPage } from './staff/health/HealthPage';
import { Home } from './staff/home/Home';
import { OwnAccessPage } from './staff/own-access/OwnAccessPage';
import { ComparePage } from './staff/referential/ComparePage';
import { AppearanceProvider } from './theme/Appearance';

function WithId({ children }: { children: (id: string) => React.ReactNode }) {
  const { id = '' } = useParams();
  return children(id);
}

/** The pages of a declared resource. */
function routesOf(resource: Resource, role: Role) {
  const { concept, list, form, page, createPage: Create, editPage: Edit, showPage: Show } = resource;
  const path = basePath(concept);
  if (!conceptOf(concept).roles.read.includes(role)) return [{ path: `${path}/*`, element: <Closed /> }];
  return [
    ...(list ? [{ path, element: <ListPage key={concept} resource={resource} list={list} /> }] : []),
    ...(Create
      ? [{ path: `${path}/new`, element: <Create /> }]
      : form
        ? [{ path: `${path}/new`, element: <CreatePage key={concept} resource={resource} sections={form} /> }]
        : []),
    ...(Show
      ? [{ path: `${path}/:id`, element: <WithId>{(id) => <Show key={id} id={id} />}</WithId> }]
      : page
        ? [
            {
              path: `${path}/:id`,
              element: <WithId>{(id) => <ShowPage key={id} resource={resource} page={page} id={id} />}</WithId>,
            },
          ]
        : []),
    ...(form
      ? [
          {
            path: `${path}/:id/edit`,
            element: (
              <WithId>
                {(id) =>
                  Edit ? <Edit key={id} id={id} /> : <EditPage key={id} resource={resource} sections={form} id={id} />
                }
              </WithId>
            ),
          },
        ]
      : []),
  ];
}

const resourcesForRefine = () =>
  allResources().map(({ concept, list, page, form }) => {
    const path = basePath(concept);
    return {
      name: conceptOf(concept).plural,
      ...(list ? { list: path } : {}),
      ...(page ? { show: `${path}/:id` } : {}),
      ...(form ? { create: `${path}/new`, edit: `${path}/:id/edit` } : {}),
    };
  });

function Root({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const authProvider = useMemo(() => makeAuthProvider(session), [session]);
  const accessControlProvider = useMemo(() => makeAccessControl(session.role), [session.role]);
  return (
    <SessionProvider value={session}>
      <Refine
        dataProvider={dataProvider}
        authProvider={authProvider}
        accessControlProvider={accessControlProvider}
        notificationProvider={useNotificationProvider}
        routerProvider={routerProvider}
        i18nProvider={{
          translate: (key: string, options?: Record<string, unknown>, fallback?: string) =>
            t(key, { defaultValue: fallback, ...options }),
          changeLocale: (language: string) => i18n.changeLanguage(language),
          getLocale: () => i18n.language,
        }}
        resources={resourcesForRefine()}
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
              children: [
                { path: '/', element: <Home /> },
                { path: '/referentials/:id/compare', element: <ComparePage /> },
                { path: '/document-template', element: <TemplatePage /> },
                { path: '/undelivered-mails', element: <UndeliveredPage /> },
                { path: '/installation', element: <HealthPage /> },
                { path: '/my-access', element: <OwnAccessPage /> },
                ...allResources().flatMap((resource) => routesOf(resource, session.role)),
                { path: '*', element: <NotFound /> },
              ],
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
