import type { Refusal } from '../../base/refusal.js';
import type { ConventionState } from '../convention/convention.codes.js';
import { ScanTooEarly } from './document.errors.js';

/** A signed scan is of what is to sign, or was signed. */
const scanned: Readonly<Record<ConventionState, boolean>> = {
  DRAFT: false,
  IN_REVIEW: false,
  CORRECTION: false,
  TO_SIGN: true,
  SIGNED: true,
  TERMINATED: true,
  CANCELLED: false,
};
export const scanRefusal = (state: ConventionState): Refusal | null => (scanned[state] ? null : new ScanTooEarly());

const longest = 200;

/** The name of a received file: no path, nothing that a file system minds, and its extension. */
export const fileNameOf = (given: string, extension: string, otherwise: string): string => {
  const base = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .trim();
  return `${[...(base || otherwise)].slice(0, longest - extension.length - 1).join('')}.${extension}`;
};

/** `Content-Disposition` of a download, with its name in full for those who read RFC 5987 and in plain letters for others. */
export const attachment = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]|["\\]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
};
