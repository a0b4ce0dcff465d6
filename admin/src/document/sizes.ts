import i18next from 'i18next';
import { formatNumber } from '../i18n/format';

/** Bytes as people say them: "3,2 Mo". */
export const formatSize = (bytes: number): string => {
  if (bytes >= 1024 * 1024) return i18next.t('document.megabytes', { size: formatNumber(bytes / (1024 * 1024), 1) });
  return i18next.t('document.kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / 1024)), 0) });
};
