import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute, type TypedText } from './graphql';

/** Reads a typed document; read again when its variables or the language change. */
export function useRead<Result, Variables>(
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
    placeholderData: (previous) => previous,
  });
}
