import { textsIn } from '../kit/i18n.js';
import en from './locales/en.json';
import fr from './locales/fr.json';

export const useTexts = textsIn(fr, en);

/** What each role is called here. */
export function useRoleNames(): Readonly<Record<string, string>> {
  const t = useTexts();
  return {
    ADMIN: t('role.ADMIN'),
    EPCI_STAFF: t('role.EPCI_STAFF'),
    AGENT: t('role.AGENT'),
    ANALYST: t('role.ANALYST'),
  };
}
