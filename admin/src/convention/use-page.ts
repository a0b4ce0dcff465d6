import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute, type TypedText } from '../providers/graphql';

/** All that a page shows, in one request; read again whenever one comes back to it, since forms elsewhere change what it tells. */
export function usePage<Result, Variables>(
  name: string,
  document: TypedText<Result, Variables>,
  variables: Variables,
  enabled = true,
) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['read', name, variables, i18n.language],
    queryFn: ({ signal }) => execute(document, variables, { signal }),
    enabled,
    staleTime: 0,
    refetchOnMount: 'always',
  });
}

/** Reads again what is on the screen, and the rest when it is next opened. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
