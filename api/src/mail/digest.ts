import type { Locale, Role } from '../base/codes.js';
import type { NoticeKind } from '../domain/notice/notice.codes.js';
import type { ToDoLine } from '../domain/todo/index.js';
import { publicLinks, type Subject } from '../public-links.js';
import { writtenDay } from '../words/format.js';
import { mailWords, type Part, writeLetter } from './letters.js';
import type { Letter } from './post.js';

/** Something that a day brought to a convention, new since the last digest. */
export interface News {
  kind: NoticeKind;
  dueOn: string;
  number: string;
  guichetName: string;
  subject: Subject;
}

export interface DigestLetter {
  name: string;
  locale: Locale;
  publicUrl: string;
  /** The reader's: agents have pages of their own. */
  role: Role | 'ANONYMOUS';
  toDo: ToDoLine[];
  news: News[];
}

/** Enough for a morning; the page has the rest. */
const shown = 12;

/** The mail of a day: what is new, then what is to do, in the order of the home. */
export const letterOfDigest = ({ name, locale, publicUrl, role, toDo, news }: DigestLetter): Letter => {
  const say = mailWords[locale];
  const links = publicLinks(publicUrl);
  const rest = toDo.length - shown;
  const parts: Part[] = [];
  if (news.length > 0)
    parts.push(
      { heading: say('digest.news') },
      {
        lines: news.map(({ kind, dueOn, number, guichetName, subject }) => ({
          text: say(`digest.notice.${kind}`, { number, guichet: guichetName, day: writtenDay(dueOn, locale) }),
          address: links.subject(subject, role),
        })),
      },
    );
  if (toDo.length > 0)
    parts.push(
      { heading: say('digest.toDo') },
      {
        lines: toDo.slice(0, shown).map(({ title, detail, dueOn, subject }) => ({
          text: `${title} (${dueOn ? writtenDay(dueOn, locale) : say('digest.noDay')})`,
          detail,
          address: links.subject(subject, role),
        })),
      },
    );
  if (rest > 0) parts.push({ paragraph: say('digest.more', { count: rest }) });
  parts.push(
    { link: say('digest.open'), address: links.home(role) },
    { small: say('digest.stop'), address: links.stopDigest(role) },
  );
  const subject = toDo.length > 0 ? say('digest.subject', { count: toDo.length }) : say('digest.newsSubject');
  return writeLetter(locale, { subject, name, parts });
};
