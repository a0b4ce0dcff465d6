import { type FormEvent, useRef, useState } from 'react';
import { Field } from '../kit/field.js';
import { useLocale } from '../kit/language.js';
import { Button, FailureNotice, Notice } from '../kit/parts.js';
import { useAction } from '../kit/use-query.js';
import { askForLink } from './auth.js';
import { Heading } from './Heading.js';
import { looksLikeEmail } from './PasswordForm.js';
import { useTexts } from './texts.js';

interface Props {
  /** The address typed on the sign-in form. */
  email: string;
  onBack: () => void;
}

/** Asks for a link by mail. The answer is the same for every address: nobody learns here who has an account. */
export function ForgottenForm({ email: typed, onBack }: Props) {
  const t = useTexts();
  const { locale } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState(typed);
  const [wrong, setWrong] = useState<string>();
  const [sent, setSent] = useState(false);
  const asking = useAction(async () => {
    await askForLink(locale, email.trim());
    setSent(true);
  });
  const problem = () => (email.trim() === '' ? t('emailMissing') : looksLikeEmail(email) ? undefined : t('emailOdd'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problem();
    setWrong(found);
    if (found) form.current?.querySelector<HTMLInputElement>('[name="email"]')?.focus();
    else void asking.send();
  };
  const back = (
    <Button plain onPress={onBack}>
      {t('backToSignIn')}
    </Button>
  );
  if (sent)
    return (
      <section className="card stack">
        <Heading>{t('linkAsked.title')}</Heading>
        <Notice tone="info" alert>
          <p>{t('linkAsked.text', { email: email.trim() })}</p>
        </Notice>
        <p>{t('linkAsked.help')}</p>
        {back}
      </section>
    );
  return (
    <form className="card stack" ref={form} onSubmit={submit} noValidate>
      <Heading>{t('askLink.title')}</Heading>
      <p>{t('askLink.lead')}</p>
      {asking.failure ? <FailureNotice failure={asking.failure} /> : null}
      <Field
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        onLeave={() => email && setWrong(problem())}
        wrong={wrong}
      />
      <Button submit main big sending={asking.sending}>
        {t('askLink.action')}
      </Button>
      {back}
    </form>
  );
}
