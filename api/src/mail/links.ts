import type { Locale, TokenPurpose } from '../domain/codes.js';
import { mailWords, writeLetter } from './letters.js';
import type { Letter } from './post.js';

export interface LinkLetter {
  purpose: TokenPurpose;
  name: string;
  locale: Locale;
  /** The whole address. */
  link: string;
  expiresAt: Date;
  timeZone: string;
  /** Name of the EPCI, for those who belong to one. */
  epci?: string | undefined;
}

/** The mail that brings an invitation or a reset link. */
export const letterOfLink = ({ purpose, name, locale, link, expiresAt, timeZone, epci }: LinkLetter): Letter => {
  const say = mailWords[locale];
  const kind = purpose === 'INVITATION' ? 'invitation' : 'reset';
  const until = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(expiresAt);
  return writeLetter(locale, {
    subject: say(`${kind}.subject`),
    name,
    parts: [
      { paragraph: say(`${kind}.lead`, { until, place: epci ? say('place', { epci }) : '' }) },
      { link: say(`${kind}.action`), address: link },
      { paragraph: say(`${kind}.after`) },
    ],
  });
};
