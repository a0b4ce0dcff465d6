import { MenuOutlined } from '@ant-design/icons';
import { type HttpError, useList } from '@refinedev/core';
import { Button, Drawer, Grid, Layout } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import type { Row } from '../crud/define';
import { sessionLoss } from '../providers/session-loss';
import { sizes } from '../theme/tokens';
import { Crumbs } from './Crumbs';
import { Navigation } from './Navigation';
import { UnsavedChangesNotifier } from './UnsavedChanges';
import { DisplayMenu, UserMenu } from './UserMenu';

const SessionDialog = lazy(async () => ({ default: (await import('./SessionDialog')).SessionDialog }));

/** What is around every page: skip link, menu (a drawer on a narrow screen), header, session dialog. */
export function Shell() {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const fetching = useNavigation().state === 'loading';
  const arrived = useRef(pathname);

  // A new page is announced from its top, not from wherever the last press was.
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <Layout className="shell">
      <a className="skip-link" href="#main">
        {t('menu.skip')}
      </a>
      {wide && (
        <Layout.Sider width={sizes.sider} className="shell-sider no-print">
          <Brand />
          <Navigation />
        </Layout.Sider>
      )}
      {!wide && (
        <Drawer
          placement="left"
          width={280}
          open={open}
          onClose={() => setOpen(false)}
          title={<Brand />}
          styles={{ body: { padding: 8 } }}
        >
          <Navigation onNavigate={() => setOpen(false)} />
        </Drawer>
      )}
      <Layout>
        <Layout.Header className="shell-header no-print">
          {!wide && (
            <Button type="text" icon={<MenuOutlined />} aria-label={t('menu.open')} onClick={() => setOpen(true)} />
          )}
          <EpciName />
          <div className="shell-tools">
            <DisplayMenu />
            <UserMenu />
          </div>
        </Layout.Header>
        <main id="main" ref={main} tabIndex={-1} className="shell-main" aria-busy={fetching}>
          {fetching && <div className="shell-fetching" role="presentation" />}
          <Crumbs />
          <Outlet />
        </main>
      </Layout>
      <SessionLoss />
      <UnsavedChangesNotifier />
      <ScrollRestoration />
    </Layout>
  );
}

/** The dialog is fetched when a session is first lost, and stays to close in its own time. */
function SessionLoss() {
  const lost = useSyncExternalStore(sessionLoss.subscribe, sessionLoss.get);
  const [needed, setNeeded] = useState(lost);
  if (lost && !needed) setNeeded(true);
  return <Suspense fallback={null}>{needed && <SessionDialog open={lost} />}</Suspense>;
}

function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="brand-ground" />
        <path d="M8 24V13l8-6 8 6v11M13 24v-7h6v7M6 26h20" className="brand-lines" />
      </svg>
      {t('app.name')}
    </Link>
  );
}

/** The EPCI whose network this is; how many, for who sees several. */
function EpciName() {
  const { t } = useTranslation();
  const { result } = useList<Row, HttpError>({
    resource: 'epcis',
    pagination: { currentPage: 1, pageSize: 1, mode: 'server' },
    meta: { paths: ['name'] },
    queryOptions: { staleTime: 600_000 },
    errorNotification: false,
  });
  const [first] = result.data;
  const several = (result.total ?? 0) > 1;
  return (
    <span className="epci-name">{several ? t('menu.epcis', { count: result.total }) : String(first?.name ?? '')}</span>
  );
}
