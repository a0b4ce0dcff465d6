import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { run } from '../kit/graphql.js';
import { Icon, type IconName } from '../kit/icons.js';
import { type Locale, useLocale } from '../kit/language.js';
import { Button, FailureNotice, LanguageSwitch, Notice, Skeleton } from '../kit/parts.js';
import { isSignedOut, request } from '../kit/request.js';
import { forgetQueries, type Loaded, useAction, useQuery } from '../kit/use-query.js';
import { addresses, type Page } from './addresses.js';
import { AgentProvider } from './context.js';
import { DeskPage } from './DeskPage.js';
import { Digest } from './Digest.js';
import { loadHome } from './home.js';
import { MeetingsPage } from './MeetingsPage.js';
import type { Home, OwnAccount } from './model.js';
import { OtherAccounts } from './OtherAccounts.js';
import { setMyLocale } from './operations.js';
import { ParticipationPage } from './ParticipationPage.js';
import { leaveToSignIn, usePage } from './router.js';
import { useTexts } from './texts.js';

/** In the bar; the others are reached from these, when there is something to do there. */
const bar = ['meetings', 'participation', 'guichet'] as const;
const icons: Readonly<Record<(typeof bar)[number], IconName>> = {
  meetings: 'calendar',
  participation: 'pen',
  guichet: 'desk',
};

/** Few agents have a convention to read again: its page is fetched when it is opened. */
const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage.js')).ReviewPage }));

/** Opened once a year, or when a phone was lost. */
const AccessPage = lazy(async () => ({ default: (await import('./access/AccessPage.js')).AccessPage }));

const pages: Readonly<Record<Page, () => ReactNode>> = {
  meetings: MeetingsPage,
  participation: ParticipationPage,
  guichet: DeskPage,
  convention: () => (
    <Suspense fallback={<Skeleton />}>
      <ReviewPage />
    </Suspense>
  ),
  access: () => (
    <Suspense fallback={<Skeleton />}>
      <AccessPage />
    </Suspense>
  ),
};

/** The agents' three pages: a bar to go from one to another, and the page. */
export function Agent() {
  const t = useTexts();
  const { locale, suggest } = useLocale();
  const { page, follow } = usePage();
  const home = useQuery('home', () => loadHome(locale));
  const names: Readonly<Record<Page, string>> = {
    meetings: t('nav.meetings'),
    participation: t('nav.participation'),
    guichet: t('nav.guichet'),
    convention: t('nav.convention'),
    access: t('nav.access'),
  };
  const signedOut = isSignedOut(home.failure);
  const spoken = home.data?.locale;
  useEffect(() => {
    if (signedOut) leaveToSignIn();
  }, [signedOut]);
  useEffect(() => {
    if (spoken) suggest(spoken);
  }, [spoken, suggest]);

  // The API's own sentences follow the account's language. What this page shows has changed already.
  const speak = (chosen: Locale) => void run(setMyLocale, { locale: chosen }, chosen).catch(() => {});

  return (
    <>
      <a className="skip button" href="#content">
        {t('nav.skip')}
      </a>
      <header className="head">
        <div className="head-inside">
          <p className="brand">Parvis</p>
          <p className="head-name">{home.data?.me?.displayName}</p>
          <LanguageSwitch onChosen={speak} />
          <SignOut />
        </div>
      </header>
      <nav className="bar no-print" aria-label={t('nav.label')}>
        <ul>
          {bar.map((name) => (
            <li key={name}>
              <a href={addresses[name]} onClick={follow} aria-current={name === page ? 'page' : undefined}>
                <Icon name={icons[name]} />
                <span>{names[name]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Content
        page={page}
        accounts={home.data?.accounts ?? []}
        name={home.data?.me?.displayName ?? ''}
        title={page ? names[page] : t('unknownPage')}
      >
        <Body home={home} page={page} follow={follow} signedOut={signedOut} />
      </Content>
    </>
  );
}

/** The page under its title. Going to another page moves the focus there, so that a screen reader says where one is. */
function Content(props: {
  page: Page | null;
  title: string;
  name: string;
  accounts: readonly OwnAccount[];
  children: ReactNode;
}) {
  const { page, title, name, accounts, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    document.title = `${title} · Parvis`;
    if (shown.current !== page) heading.current?.focus();
    shown.current = page;
  }, [page, title]);
  return (
    <main className="content stack" id="content">
      <div>
        <p className="who soft small">{name}</p>
        <OtherAccounts accounts={accounts} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
    </main>
  );
}

type HomeQuery = Loaded<Home>;
type Follow = ReturnType<typeof usePage>['follow'];

function Body(props: { home: HomeQuery; page: Page | null; follow: Follow; signedOut: boolean }) {
  const { home, page, follow, signedOut } = props;
  const t = useTexts();
  const { data, failure, reload } = home;
  if (data && data.role !== 'AGENT')
    return (
      <Notice tone="info">
        <p>{t('notAgent.text')}</p>
        <a className="button" href="/">
          {t('notAgent.action')}
        </a>
      </Notice>
    );
  if (!data) return failure && !signedOut ? <FailureNotice failure={failure} onRetry={reload} /> : <Skeleton />;
  const Shown = page && pages[page];
  return (
    <AgentProvider value={{ home: data, reload, follow }}>
      {failure && !signedOut ? (
        <div className="stack stack-close">
          <FailureNotice failure={failure} onRetry={reload} />
          <p className="soft small">{t('stale')}</p>
        </div>
      ) : null}
      {Shown ? (
        <Shown />
      ) : (
        <a className="button" href={addresses.meetings} onClick={follow}>
          {t('nav.meetings')}
        </a>
      )}
      {page === 'meetings' ? (
        <>
          {/* Without an address there are no mails, and no password. */}
          {data.email === null ? null : <Digest />}
          <p className="no-print">
            <a href={addresses.access} onClick={follow}>
              {t(data.email === null ? 'access.sessions' : 'access.link')}
            </a>
          </p>
        </>
      ) : null}
    </AgentProvider>
  );
}

function SignOut() {
  const t = useTexts();
  const { locale } = useLocale();
  const leaving = useAction(async () => {
    await request('/auth/sign-out', locale, {});
    forgetQueries();
    leaveToSignIn({ back: false });
    await new Promise(() => {});
  });
  return (
    <Button plain icon="leave" sending={leaving.sending} onPress={() => void leaving.send()}>
      <span className="sign-out-word">{t('signOut')}</span>
    </Button>
  );
}
