import { lazy, Suspense } from 'react';
import type { Role } from '../../crud/metadata';
import { useRole } from '../../shell/session-context';
import { HomeSkeleton } from './HomeSkeleton';
import './home.css';

const StaffHome = lazy(() => import('./staff/StaffHome').then((file) => ({ default: file.StaffHome })));
const AnalystHome = lazy(() => import('./AnalystHome').then((file) => ({ default: file.AnalystHome })));
const AdminHome = lazy(() => import('./AdminHome').then((file) => ({ default: file.AdminHome })));

/** Agents have pages of their own: they never arrive here. */
const homes: Partial<Record<Role, typeof StaffHome>> = {
  EPCI_STAFF: StaffHome,
  ANALYST: AnalystHome,
  ADMIN: AdminHome,
};

/** The first page: what the role comes for. */
export function Home() {
  const Page = homes[useRole()];
  return <Suspense fallback={<HomeSkeleton />}>{Page && <Page />}</Suspense>;
}
