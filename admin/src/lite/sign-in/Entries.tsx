import { type ReactNode, useState } from 'react';
import { FailureNotice } from '../kit/parts.js';
import { useAction } from '../kit/use-query.js';
import { useTexts } from './texts.js';

/** A way in: one press enters. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly detail: ReactNode;
}

/** Ways in, of which one is pressed; it stays busy until the page has left. */
export function Entries({ entries, onEnter }: { entries: readonly Entry[]; onEnter: (key: string) => Promise<void> }) {
  const t = useTexts();
  const [pressed, setPressed] = useState<string | null>(null);
  const entering = useAction(async (key: string) => {
    setPressed(key);
    await onEnter(key);
  });
  return (
    <>
      {entering.failure ? <FailureNotice failure={entering.failure} /> : null}
      <ul className="stack stack-close">
        {entries.map(({ key, name, detail }) => (
          <li key={key}>
            <button
              type="button"
              className="card persona"
              aria-disabled={entering.sending || undefined}
              onClick={() => void entering.send(key)}
            >
              <span>
                <strong>{name}</strong>
                <span className="soft small">{detail}</span>
              </span>
              {entering.sending && pressed === key ? (
                <span className="spinner" aria-hidden="true" />
              ) : (
                <span className="persona-enter" aria-hidden="true">
                  {t('enterAs')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className="hidden" role="status">
        {entering.sending ? t('opening') : ''}
      </p>
    </>
  );
}
