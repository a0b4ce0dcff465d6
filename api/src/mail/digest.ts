import type { Locale, NoticeKind } from '../domain/codes.js';
import type { ToDoLine } from '../domain/todo/index.js';
import { writtenDay } from '../words/format.js';
import { mailWords, type Part, writeLetter } from './letters.js';
import type { Letter } from './post.js';

/** Something that a day brought to a convention, new since the last digest. */
export interface News {
  kind: NoticeKind;
  dueOn: string;
  number: string;
  guichetName: string;
  /** From the root of the site. */
  path: string;
}

export interface DigestLetter {
  name: string;
  locale: Locale;
  publicUrl: string;
  toDo: ToDoLine[];
  news: News[];
  /** The person's home, from the root of the site. */
  home: string;
}

/** Enough for a morning; the page has the rest. */
const shown = 12;

/** The mail of a day: what is new, then what is to do, in the order of the home. */
export const letterOfDigest = ({ name, locale, publicUrl, toDo, news, home }: DigestLetter): Letter => {
  const say = mailWords[locale];
  const rest = toDo.length - shown;
  const parts: Part[] = [];
  if (news.length > 0)
    parts.push(
      { heading: say('digest.news') },
      {
        lines: news.map(({ kind, dueOn, number, guichetName, path }) => ({
          text: say(`digest.notice.${kind}`, { number, guichet: guichetName, day: writtenDay(dueOn, locale) }),
          address: `${publicUrl}${path}`,
        })),
      },
    );
  if (toDo.length > 0)
    parts.push(
      { heading: say('digest.toDo') },
      {
        lines: toDo.slice(0, shown).map(({ title, detail, dueOn, path }) => ({
          text: `${title} (${dueOn ? writtenDay(dueOn, locale) : say('digest.noDay')})`,
          detail,
          address: `${publicUrl}${path}`,
        })),
      },
    );
  if (rest > 0) parts.push({ paragraph: say('digest.more', { count: rest }) });
  parts.push(
    { link: say('digest.open'), address: `${publicUrl}${home}` },
    { small: say('digest.stop'), address: `${publicUrl}${home}?digest=off` },
  );
  const subject = toDo.length > 0 ? say('digest.subject', { count: toDo.length }) : say('digest.newsSubject');
  return writeLetter(locale, { subject, name, parts });
};
