import type { Locale } from '../base/codes.js';
import type { TokenPurpose } from '../identity/sign-in/token.codes.js';
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
  epci: string | null;
  /** Name of who invites; null when a command does, or the person themselves asked. */
  by: string | null;
}

/** The mail that brings an invitation or a reset link. */
export const letterOfLink = ({ purpose, name, locale, link, expiresAt, timeZone, epci, by }: LinkLetter): Letter => {
  const say = mailWords[locale];
  const kind = purpose === 'INVITATION' ? 'invitation' : 'reset';
  const until = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(expiresAt);
  const place = epci ? say('place', { epci }) : '';
  return writeLetter(locale, {
    subject: say(`${kind}.subject`),
    name,
    parts: [
      {
        paragraph: say(purpose === 'INVITATION' && by ? 'invitation.leadBy' : `${kind}.lead`, {
          until,
          place,
          by: by ?? '',
        }),
      },
      { link: say(`${kind}.action`), address: link },
      { paragraph: say(`${kind}.after`) },
    ],
  });
};

/** The mail that tells a former address that an account has left it. */
export const letterOfLeaving = ({
  name,
  locale,
  epci,
  by,
}: Pick<LinkLetter, 'name' | 'locale' | 'epci' | 'by'>): Letter => {
  const say = mailWords[locale];
  return writeLetter(locale, {
    subject: say('address.subject'),
    name,
    parts: [
      { paragraph: say('address.lead', { by: by ?? 'Parvis', place: epci ? say('place', { epci }) : '' }) },
      { paragraph: say('address.after') },
    ],
  });
};
