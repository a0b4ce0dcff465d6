import { createContext, type MouseEvent, useContext } from 'react';
import { type Operation, run } from '../kit/graphql.js';
import { useLocale } from '../kit/language.js';
import { isSignedOut } from '../kit/request.js';
import { type Action, useAction } from '../kit/use-query.js';
import type { Home } from './model.js';
import { leaveToSignIn } from './router.js';

interface AgentPages {
  readonly home: Home;
  readonly reload: () => Promise<void>;
  /** For links to another of the three pages: goes there without loading anew. */
  readonly follow: (event: MouseEvent<HTMLAnchorElement>) => void;
}

const Context = createContext<AgentPages | null>(null);
export const AgentProvider = Context;

/** Who is here, and their meetings. */
export function useAgent(): AgentPages {
  const pages = useContext(Context);
  if (!pages) throw new Error('useAgent outside of the agents’ pages');
  return pages;
}

/**
 * A change: sent once, then what it touches is read again. After a failure too, since an answer that was lost may have
 * been kept. A session that ended leads to the sign-in and back.
 */
export function useChange<Variables>(
  operation: Operation<unknown, Variables>,
  onChanged?: () => Promise<void>,
): Action<[Variables]> {
  const { locale } = useLocale();
  const { reload } = useAgent();
  const refresh = () => Promise.all([reload(), onChanged?.()]);
  return useAction(async (variables: Variables) => {
    try {
      await run(operation, variables, locale);
    } catch (failure) {
      if (isSignedOut(failure)) leaveToSignIn();
      else void refresh();
      throw failure;
    }
    await refresh();
  });
}
