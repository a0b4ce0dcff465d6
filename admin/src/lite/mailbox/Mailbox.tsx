import { Fragment, useEffect, useRef, useState } from 'react';
import { type Locale, useLocale } from '../kit/language.js';
import { FailureNotice, LanguageSwitch, Notice, Skeleton } from '../kit/parts.js';
import { Failure, request } from '../kit/request.js';
import { useQuery } from '../kit/use-query.js';
import { useTexts } from './texts.js';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly status: 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED';
  readonly createdAt: string;
}

/** What everybody was sent, the latest first; none where there is no demonstration. */
const mails = async (locale: Locale): Promise<readonly Mail[]> => {
  try {
    return (await request('/demo/mailbox', locale)) as readonly Mail[];
  } catch (failure) {
    if (failure instanceof Failure && failure.code === 'NOT_FOUND') return [];
    throw failure;
  }
};

const opened = (): string | null => new URLSearchParams(location.search).get('mail');

/** The local mailbox of the demonstration: a list, and one mail at a time, which has its own address. */
export function Mailbox() {
  const t = useTexts();
  const { locale } = useLocale();
  const list = useQuery('mailbox', () => mails(locale));
  const [id, setId] = useState(opened);
  useEffect(() => {
    const follow = () => setId(opened());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const open = (next: string | null) => {
    history.pushState(null, '', next ? `/mailbox?mail=${next}` : '/mailbox');
    setId(next);
    scrollTo(0, 0);
  };
  const mail = list.data?.find((one) => one.id === id);
  return (
    <div className="mailbox">
      <header className="mailbox-head">
        <p className="brand">Parvis</p>
        <LanguageSwitch />
      </header>
      <main className="stack">
        {id && list.data ? (
          <OneMail mail={mail} onBack={() => open(null)} />
        ) : (
          <>
            <Heading>{t('title')}</Heading>
            <p className="soft">{t('lead')}</p>
            {list.failure ? <FailureNotice failure={list.failure} onRetry={list.reload} /> : null}
            {!list.data && !list.failure ? <Skeleton /> : null}
            {list.data?.length === 0 ? (
              <Notice tone="info">
                <p>{t('none')}</p>
              </Notice>
            ) : null}
            <ul className="stack stack-close">
              {list.data?.map((one) => (
                <li key={one.id}>
                  <button type="button" className="card mail-line" onClick={() => open(one.id)}>
                    <strong>{one.subject}</strong>
                    <span className="soft small">
                      {t('to', { name: one.to })} · {when(one.createdAt, locale)}
                      {one.status === 'SENT' ? '' : ` · ${t(`status.${one.status}`)}`}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <a href="/sign-in">{t('signIn')}</a>
      </main>
    </div>
  );
}

function OneMail({ mail, onBack }: { mail: Mail | undefined; onBack: () => void }) {
  const t = useTexts();
  const { locale } = useLocale();
  return (
    <>
      <button type="button" className="link-button" onClick={onBack}>
        {t('back')}
      </button>
      {mail ? (
        <article className="card stack">
          <Heading>{mail.subject}</Heading>
          <p className="soft small">
            {t('to', { name: mail.to })} · {when(mail.createdAt, locale)}
            {mail.status === 'SENT' ? '' : ` · ${t(`status.${mail.status}`)}`}
          </p>
          <div className="mail-text">{withLinks(mail.text)}</div>
        </article>
      ) : (
        <Notice tone="warn">
          <p>{t('away')}</p>
        </Notice>
      )}
    </>
  );
}

/** The page's heading, which takes the focus as one mail or the list comes; the tab's name follows it. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Parvis`;
    heading.current?.focus({ preventScroll: true });
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

const when = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  );

/** The plain text of a mail, whose addresses can be followed. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Fragment key={index}>{part}</Fragment>
    ),
  );
