import dayjs from 'dayjs';
import { createContext, useContext } from 'react';
import type { Role } from '../crud/metadata';
import type { Session } from '../providers/session';

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around');
  return session;
}
export const useRole = (): Role => useSession().role;
/** Today for the service, 'YYYY-MM-DD'. */
export const useToday = (): string => useSession().today ?? dayjs().format('YYYY-MM-DD');
