import { type FormEvent, useState } from 'react';
import { PasswordField } from '../kit/field.js';
import { useLocale } from '../kit/language.js';
import { Button, FailureNotice, Notice, Skeleton } from '../kit/parts.js';
import { Failure } from '../kit/request.js';
import { useAction, useQuery } from '../kit/use-query.js';
import { type Link, lookAtLink, openLink } from './auth.js';
import { Heading } from './Heading.js';
import { useTexts } from './texts.js';

/** Rule of the service: length, and nothing else. The API holds it too. */
const SHORTEST = 12;

/** What an invitation or reset link opens: whom it is for, and a password to choose. Only the button uses the link up. */
export function LinkPage({ token, onEntered }: { token: string; onEntered: () => Promise<void> }) {
  const { locale } = useLocale();
  const link = useQuery(`link ${token} ${locale}`, () => lookAtLink(locale, token));
  if (link.data)
    return link.data.email === null ? (
      <EnterByLink link={link.data} token={token} onEntered={onEntered} />
    ) : (
      <ChoosePassword link={{ ...link.data, email: link.data.email }} token={token} onEntered={onEntered} />
    );
  if (!link.failure) return <Skeleton cards={1} />;
  if (link.failure instanceof Failure && link.failure.kind === 'refused') return <DeadLink failure={link.failure} />;
  return <FailureNotice failure={link.failure} onRetry={link.reload} />;
}

/** Spent, expired or unknown: the API's sentence, and the way out. */
function DeadLink({ failure }: { failure: Failure }) {
  const t = useTexts();
  return (
    <section className="card stack">
      <Heading>{t('link.title')}</Heading>
      <Notice tone="warn" alert>
        <p>{failure.message}</p>
      </Notice>
      <p>{t('link.help')}</p>
      <a className="button" href="/sign-in">
        {t('link.signIn')}
      </a>
    </section>
  );
}

interface Opening<L> {
  link: L;
  token: string;
  onEntered: () => Promise<void>;
}

/** An agent without an address has no use for a password: nothing to type. */
function EnterByLink({ link: { name, epci }, token, onEntered }: Opening<Link>) {
  const t = useTexts();
  const { locale } = useLocale();
  const entering = useAction(async () => {
    await openLink(locale, token, {});
    await onEntered();
  });
  return (
    <section className="card stack">
      <Heading>{t('invitation.title')}</Heading>
      <p>{epci ? t('enter.leadAt', { name, epci }) : t('enter.lead', { name })}</p>
      {entering.failure ? <FailureNotice failure={entering.failure} /> : null}
      <Button main big sending={entering.sending} onPress={() => void entering.send()}>
        {t('invitation.action')}
      </Button>
    </section>
  );
}

function ChoosePassword(props: Opening<Link & { email: string }>) {
  const t = useTexts();
  const { locale } = useLocale();
  const { purpose, email, name, epci } = props.link;
  const kind = purpose === 'INVITATION' ? 'invitation' : 'reset';
  const [password, setPassword] = useState('');
  /** Whether it is one that they have already: whoever works for two EPCIs keeps theirs. */
  const [present, setPresent] = useState(false);
  const [left, setLeft] = useState(false);
  const choosing = useAction(async () => {
    await openLink(locale, props.token, { password, present });
    await props.onEntered();
  });
  const missing = (present ? 1 : SHORTEST) - [...password].length;
  const refused =
    choosing.failure instanceof Failure && choosing.failure.field === 'password' ? choosing.failure : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setLeft(true);
    if (missing > 0) event.currentTarget.querySelector<HTMLInputElement>('[name="password"]')?.focus();
    else void choosing.send();
  };
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <Heading>{t(`${kind}.title`)}</Heading>
      <p>{t(present ? 'present.lead' : `${kind}.lead`, { name, email, place: epci ? t('place', { epci }) : '' })}</p>
      {choosing.failure && !refused ? <FailureNotice failure={choosing.failure} /> : null}
      <div className="hidden" aria-hidden="true">
        {/* For password managers, which keep the address with the password. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly tabIndex={-1} />
      </div>
      <PasswordField
        key={String(present)}
        label={t(present ? 'present.password' : 'newPassword')}
        help={present ? undefined : t('newPasswordHelp')}
        name="password"
        autoComplete={present ? 'current-password' : 'new-password'}
        value={password}
        onChange={setPassword}
        onLeave={() => password && setLeft(true)}
        wrong={left && missing > 0 ? t(present ? 'passwordMissing' : 'tooShort', { count: missing }) : refused?.message}
      />
      <Button submit main big sending={choosing.sending}>
        {t(`${kind}.action`)}
      </Button>
      {kind === 'invitation' ? (
        <Button
          plain
          onPress={() => {
            setPresent(!present);
            setPassword('');
            setLeft(false);
            choosing.clear();
          }}
        >
          {t(present ? 'present.not' : 'present.offer')}
        </Button>
      ) : null}
    </form>
  );
}
