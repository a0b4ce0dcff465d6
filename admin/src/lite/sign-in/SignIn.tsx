import { type ReactNode, useEffect, useState } from 'react';
import { type Locale, useLocale } from '../kit/language.js';
import { LanguageSwitch } from '../kit/parts.js';
import { AccountChoice } from './AccountChoice.js';
import { type Account, options, session } from './auth.js';
import { destination } from './destination.js';
import { ForgottenForm } from './ForgottenForm.js';
import { LinkPage } from './LinkPage.js';
import { takeLinkToken } from './link-token.js';
import { PasswordForm } from './PasswordForm.js';
import { Personas } from './Personas.js';
import { useTexts } from './texts.js';
import { useOnce } from './use-once.js';

/** Goes to where the person works. The session says the role; the address may say which page. */
async function goOn(locale: Locale): Promise<void> {
  const open = await session(locale);
  const next = new URLSearchParams(location.search).get('next');
  location.replace(destination(open?.role ?? '', next, location.origin));
  // The page is leaving: what was pressed stays busy until it has left.
  await new Promise(() => {});
}

/** Once, before anything renders: the address bar forgets it. */
const arrivedWith = takeLinkToken();

/** The secret of the link that was opened; null without one. */
function useLinkToken(): string | null {
  const [token, setToken] = useState(arrivedWith);
  useEffect(() => {
    // Another link opened in the same tab differs by its fragment alone: the browser loads nothing.
    const take = () => setToken((before) => takeLinkToken() || before);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

export function SignIn() {
  const { locale } = useLocale();
  const token = useLinkToken();
  const enter = () => goOn(locale);
  /** What the password opens, when there is more than one to begin with. */
  const [choice, setChoice] = useState<readonly Account[]>([]);
  const chooseOrEnter = async () => {
    const { accounts = [] } = (await session(locale)) ?? {};
    if (accounts.length < 2) return enter();
    setChoice(accounts);
  };
  const offered = useOnce(() => options(locale));
  /** The address of who forgot their password. */
  const [forgotten, setForgotten] = useState<string | null>(null);
  if (choice.length > 0)
    return (
      <Frame>
        <AccountChoice accounts={choice} onEntered={enter} />
      </Frame>
    );
  return token === null ? (
    <Frame wide>
      <div className="sides">
        {forgotten === null ? (
          <PasswordForm onEntered={chooseOrEnter} onForgotten={offered?.mail ? setForgotten : undefined} />
        ) : (
          <ForgottenForm email={forgotten} onBack={() => setForgotten(null)} />
        )}
        <Personas onEntered={enter} />
      </div>
    </Frame>
  ) : (
    <Frame>
      <LinkPage key={token} token={token} onEntered={enter} />
    </Frame>
  );
}

function Frame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const t = useTexts();
  return (
    <div className={wide ? 'frame frame-wide' : 'frame'}>
      <header className="frame-head">
        <div>
          <p className="brand">Parvis</p>
          <p className="soft small">{t('service')}</p>
        </div>
        <LanguageSwitch />
      </header>
      <main className="stack">{children}</main>
    </div>
  );
}
