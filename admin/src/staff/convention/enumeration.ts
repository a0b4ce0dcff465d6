import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** "le niveau, les dates et le référentiel" */
export function useEnumeration(): (parts: readonly string[]) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    return (parts) => list.format(parts);
  }, [i18n.language]);
}
