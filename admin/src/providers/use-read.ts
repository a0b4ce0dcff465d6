import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute, type TypedText } from './graphql';

/** A typed document under its name, with its variables and the language. */
const reading = <Result, Variables>(
  name: string,
  document: TypedText<Result, Variables>,
  variables: Variables,
  language: string,
) => ({
  queryKey: ['read', name, variables, language],
  queryFn: ({ signal }: { signal: AbortSignal }) => execute(document, variables, { signal }),
});

/** Reads a typed document; read again when its variables or the language change, what was there stays until then. */
export function useRead<Result, Variables>(
  name: string,
  document: TypedText<Result, Variables>,
  variables: Variables,
  enabled = true,
) {
  const { i18n } = useTranslation();
  return useQuery({
    ...reading(name, document, variables, i18n.language),
    enabled,
    placeholderData: (previous) => previous,
  });
}

/** All that a page shows, in one request; read again whenever one comes back to it, since forms elsewhere change what it tells. */
export function usePage<Result, Variables>(
  name: string,
  document: TypedText<Result, Variables>,
  variables: Variables,
  enabled = true,
) {
  const { i18n } = useTranslation();
  return useQuery({
    ...reading(name, document, variables, i18n.language),
    enabled,
    staleTime: 0,
    refetchOnMount: 'always',
  });
}

/**
 * Reads again what is on the screen, and the rest when it is next opened. The promise ends when all of it is there or, with the
 * name that a page reads under, when that page is: one goes on working on it while its history still comes.
 */
export function useRefresh(page?: string): () => Promise<void> {
  const client = useQueryClient();
  return () => {
    if (page === undefined) return client.invalidateQueries();
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== page });
    return client.invalidateQueries({ queryKey: ['read', page] });
  };
}
