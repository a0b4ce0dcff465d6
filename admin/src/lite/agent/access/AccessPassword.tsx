import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../kit/field.js';
import { useLocale } from '../../kit/language.js';
import { Button, FailureNotice, Notice } from '../../kit/parts.js';
import { Failure, request } from '../../kit/request.js';
import { useAction } from '../../kit/use-query.js';
import { useTexts } from '../texts.js';

/** Changes one's own password, with the present one. The API judges it, and its sentence says why. */
export function AccessPassword() {
  const t = useTexts();
  const { locale } = useLocale();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const changing = useAction(async () => {
    setDone(false);
    await request('/auth/password', locale, { present, password });
    setPresent('');
    setPassword('');
    setDone(true);
  });
  const { failure } = changing;
  const wrongAt = (field: string) => (failure instanceof Failure && failure.field === field ? failure.message : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void changing.send();
  };
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      <h2>{t('access.password')}</h2>
      {done ? (
        <Notice tone="good" alert>
          <p>{t('access.changed')}</p>
        </Notice>
      ) : null}
      {failure && !wrongAt('present') && !wrongAt('password') ? <FailureNotice failure={failure} writing /> : null}
      <PasswordField
        label={t('access.present')}
        name="present"
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
        wrong={wrongAt('present')}
      />
      <PasswordField
        label={t('access.new')}
        help={t('access.newHelp')}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        wrong={wrongAt('password')}
      />
      <Button submit main sending={changing.sending}>
        {t('access.change')}
      </Button>
    </form>
  );
}
