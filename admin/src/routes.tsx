import { CanAccess } from '@refinedev/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RouteObject, useParams } from 'react-router';
import type { Loaded, Resource } from './crud/define';
import { conceptOf, type Verb } from './crud/metadata';
import { Missing } from './crud/page/Missing';
import { allResources, basePath } from './crud/registry';
import { actions } from './crud/use-offered';
import { Closed, NotFound } from './shell/NotFound';
import { PageSkeleton } from './shell/PageSkeleton';
import { GoPage } from './staff/GoPage';
import { Home } from './staff/home/Home';

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

/** A page whose code is fetched when it is opened; a skeleton stands for it where the visit begins. */
const route = (path: string, load: () => Promise<ReactElement>): RouteObject => ({
  path,
  HydrateFallback: PageSkeleton,
  lazy: async () => ({ element: await load() }),
});
const page = (path: string, load: Loaded) =>
  route(path, async () => {
    const Page = await load();
    return <Page />;
  });

/** The pages of a declared resource: its own where it has them, else those made of its declaration. */
function routesOf(resource: Resource): RouteObject[] {
  const { concept, list, form, page: shown, createPage, editPage, showPage } = resource;
  const path = basePath(concept);
  const guarded = (at: string, verb: Verb, load: () => Promise<ReactElement>) =>
    route(at, async () => {
      const element = await load();
      return (
        <Guarded resource={resource} verb={verb}>
          {element}
        </Guarded>
      );
    });
  const routes: RouteObject[] = [];
  if (list) {
    routes.push(
      guarded(path, 'read', async () => {
        const { ListPage } = await import('./crud/list/ListPage');
        return <ListPage key={concept} resource={resource} list={list} />;
      }),
    );
  }
  if (createPage || form) {
    routes.push(
      guarded(`${path}/new`, 'create', async () => {
        if (createPage) {
          const Create = await createPage();
          return <Create />;
        }
        const { CreatePage } = await import('./crud/form/FormPage');
        return <CreatePage key={concept} resource={resource} sections={form ?? []} />;
      }),
    );
  }
  if (showPage || shown) {
    routes.push(
      guarded(`${path}/:id`, 'read', async () => {
        if (showPage) {
          const Show = await showPage();
          return <WithId>{(id) => <Show key={id} id={id} />}</WithId>;
        }
        const { ShowPage } = await import('./crud/page/ShowPage');
        return (
          <WithId>{(id) => <ShowPage key={id} resource={resource} page={shown ?? { sections: [] }} id={id} />}</WithId>
        );
      }),
    );
  }
  if (form) {
    routes.push(
      guarded(`${path}/:id/edit`, 'update', async () => {
        if (editPage) {
          const Edit = await editPage();
          return <WithId>{(id) => <Edit key={id} id={id} />}</WithId>;
        }
        const { EditPage } = await import('./crud/form/FormPage');
        return <WithId>{(id) => <EditPage key={id} resource={resource} sections={form} id={id} />}</WithId>;
      }),
    );
  }
  return routes;
}

/** The pages inside the shell: the home, those that belong to no resource, and those of the resources. */
export const pages = (): RouteObject[] => [
  { path: '/', element: <Home /> },
  { path: '/go/:concept/:id?', element: <GoPage /> },
  page('/referentials/:id/compare', async () => (await import('./staff/referential/ComparePage')).ComparePage),
  page('/document-template', async () => (await import('./staff/document/TemplatePage')).TemplatePage),
  page('/undelivered-mails', async () => (await import('./staff/account/UndeliveredPage')).UndeliveredPage),
  page('/installation', async () => (await import('./staff/health/HealthPage')).HealthPage),
  page('/my-access', async () => (await import('./staff/own-access/OwnAccessPage')).OwnAccessPage),
  ...allResources().flatMap(routesOf),
  { path: '*', element: <NotFound /> },
];

/** Fetches the code of all pages, one after the other: the next one opens at once, without a network too. */
export async function fetchPages(): Promise<void> {
  for (const { lazy } of pages()) {
    // A page that cannot be fetched now is asked for again when it is opened.
    if (typeof lazy === 'function') await lazy().catch(() => undefined);
  }
}
