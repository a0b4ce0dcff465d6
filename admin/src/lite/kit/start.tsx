import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Entry, reportErrors } from './browser-errors.js';
import { LocaleProvider } from './language.js';

/** Puts an entry into its page, and tells the API of its mistakes. */
export function start(name: Entry, entry: ReactNode): void {
  reportErrors(name);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>{entry}</LocaleProvider>
    </StrictMode>,
  );
}
