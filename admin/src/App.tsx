import { useNotificationProvider } from '@refinedev/antd';
import { CanAccess, Refine } from '@refinedev/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, useParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Resource } from './crud/define';
import { CreatePage, EditPage } from './crud/form/FormPage';
import { ListPage } from './crud/list/ListPage';
import { conceptOf, type Verb } from './crud/metadata';
import { Missing } from './crud/page/Missing';
import { ShowPage } from './crud/page/ShowPage';
import { allResources, basePath } from './crud/registry';
import { actions } from './crud/use-offered';
import { useVocabulary } from './crud/vocabulary';
import { makeAccessControl } from './providers/access';
import { auditLogProvider } from './providers/audit-log';
import { makeAuthProvider } from './providers/auth';
import { dataProvider } from './providers/data';
import { routerProvider } from './providers/router';
import type { Session } from './providers/session';
import { Crash } from './shell/Crash';
import { Closed, NotFound } from './shell/NotFound';
import { refineResources } from './shell/refine-resources';
import { Shell } from './shell/Shell';
import { SessionProvider } from './shell/session-context';
import { UndeliveredPage } from './staff/account/UndeliveredPage';
import { TemplatePage } from './staff/document/TemplatePage';
import { HealthPage } from './staff/health/HealthPage';
import { Home } from './staff/home/Home';
import { OwnAccessPage } from './staff/own-access/OwnAccessPage';
import { ComparePage } from './staff/referential/ComparePage';
import { AppearanceProvider } from './theme/Appearance';

function WithId({ children }: { children: (id: string) => ReactNode }) {
  const { id = '' } = useParams();
  return children(id);
}

interface GuardedProps {
  resource: Resource;
  verb: Verb;
  children: ReactNode;
}

/** A page of a resource, for those to whom the operation is offered. */
function Guarded({ resource, verb, children }: GuardedProps) {
  const { t } = useTranslation();
  const { plural } = conceptOf(resource.concept);
  return (
    <CanAccess resource={plural} action={actions.read} params={{}} fallback={<Closed />}>
      <CanAccess
        resource={plural}
        action={actions[verb]}
        params={{}}
        fallback={<Missing sentence={t('errors.notAllowed')} />}
      >
        {children}
      </CanAccess>
    </CanAccess>
  );
}

/** The pages of a declared resource. */
function routesOf(resource: Resource) {
  const { concept, list, form, page, createPage: Create, editPage: Edit, showPage: Show } = resource;
  const path = basePath(concept);
  const guarded = (verb: Verb, element: ReactNode) => (
    <Guarded resource={resource} verb={verb}>
      {element}
    </Guarded>
  );
  return [
    ...(list ? [{ path, element: guarded('read', <ListPage key={concept} resource={resource} list={list} />) }] : []),
    ...(Create
      ? [{ path: `${path}/new`, element: guarded('create', <Create />) }]
      : form
        ? [
            {
              path: `${path}/new`,
              element: guarded('create', <CreatePage key={concept} resource={resource} sections={form} />),
            },
          ]
        : []),
    ...(Show
      ? [{ path: `${path}/:id`, element: guarded('read', <WithId>{(id) => <Show key={id} id={id} />}</WithId>) }]
      : page
        ? [
            {
              path: `${path}/:id`,
              element: guarded(
                'read',
                <WithId>{(id) => <ShowPage key={id} resource={resource} page={page} id={id} />}</WithId>,
              ),
            },
          ]
        : []),
    ...(form
      ? [
          {
            path: `${path}/:id/edit`,
            element: guarded(
              'update',
              <WithId>
                {(id) =>
                  Edit ? <Edit key={id} id={id} /> : <EditPage key={id} resource={resource} sections={form} id={id} />
                }
              </WithId>,
            ),
          },
        ]
      : []),
  ];
}

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
              children: [
                { path: '/', element: <Home /> },
                { path: '/referentials/:id/compare', element: <ComparePage /> },
                { path: '/document-template', element: <TemplatePage /> },
                { path: '/undelivered-mails', element: <UndeliveredPage /> },
                { path: '/installation', element: <HealthPage /> },
                { path: '/my-access', element: <OwnAccessPage /> },
                ...allResources().flatMap(routesOf),
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
