import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LocaleProvider } from './i18n.js';

/** Puts an entry into its page. */
export function start(entry: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>{entry}</LocaleProvider>
    </StrictMode>,
  );
}
