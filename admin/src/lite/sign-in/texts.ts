import { textsIn } from '../kit/words.js';
import en from './words.en.json';
import fr from './words.fr.json';

export const useTexts = textsIn('sign-in', fr, en);

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
