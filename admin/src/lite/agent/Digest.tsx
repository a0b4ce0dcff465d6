import { useEffect, useRef } from 'react';
import { FailureNotice } from '../kit/parts.js';
import { useAgent, useChange } from './context.js';
import { setMyDigest } from './operations.js';
import { useTexts } from './texts.js';

/** Whether a mail tells what waits: the link in that mail leads here. */
export function Digest() {
  const t = useTexts();
  const { home } = useAgent();
  const change = useChange(setMyDigest);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (new URLSearchParams(location.search).get('digest.label') === 'off') box.current?.focus();
  }, []);
  const on = home.me?.digest ?? true;
  return (
    <footer className="digest no-print">
      {change.failure ? <FailureNotice failure={change.failure} writing /> : null}
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={on}
          aria-disabled={change.sending || undefined}
          onChange={() => void change.send({ on: !on })}
        />
        <span>
          {t('digest.label')} <span className="soft small">{t('digest.help')}</span>
        </span>
      </label>
    </footer>
  );
}
