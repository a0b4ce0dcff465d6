import { type FormEvent, useRef, useState } from 'react';
import { Field, PasswordField } from '../kit/field.js';
import { useLocale } from '../kit/language.js';
import { Button, FailureNotice } from '../kit/parts.js';
import { useAction } from '../kit/use-query.js';
import { signIn } from './auth.js';
import { Heading } from './Heading.js';
import { useTexts } from './texts.js';

export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

interface Props {
  onEntered: () => Promise<void>;
  /** Asks for a link by mail, with the address typed so far; absent where no mail leaves. */
  onForgotten?: ((email: string) => void) | undefined;
}

/** E-mail and password. What is wrong is said under its field, and the first such field gets the cursor. */
export function PasswordForm({ onEntered, onForgotten }: Props) {
  const t = useTexts();
  const { locale } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<{ email?: string | undefined; password?: string | undefined }>({});
  const entering = useAction(async () => {
    await signIn(locale, email.trim(), password);
    await onEntered();
  });
  const emailWrong = () =>
    email.trim() === '' ? t('emailMissing') : looksLikeEmail(email) ? undefined : t('emailOdd');
  const focus = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = { email: emailWrong(), password: password === '' ? t('passwordMissing') : undefined };
    setWrong(found);
    if (found.email) return focus('email');
    if (found.password) return focus('password');
    if (!(await entering.send())) focus('password');
  };

  return (
    <form className="card stack" ref={form} onSubmit={submit} noValidate>
      <Heading>{t('title')}</Heading>
      {entering.failure ? <FailureNotice failure={entering.failure} /> : null}
      <Field
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        onLeave={() => email && setWrong((other) => ({ ...other, email: emailWrong() }))}
        wrong={wrong.email}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(value) => {
          setPassword(value);
          setWrong((other) => ({ ...other, password: undefined }));
        }}
        wrong={wrong.password}
      />
      <Button submit main big sending={entering.sending}>
        {t('signIn')}
      </Button>
      {onForgotten ? (
        <Button plain onPress={() => onForgotten(email)}>
          {t('forgotten')}
        </Button>
      ) : (
        <p className="soft small">
          <strong>{t('forgotten')}</strong> {t('forgottenHelp')}
        </p>
      )}
    </form>
  );
}
