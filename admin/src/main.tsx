import '@ant-design/v5-patch-for-react-19';
import 'antd/dist/reset.css';
import './theme/base.css';
import './theme/forms.css';
import './theme/tools.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { register } from './crud/registry';
import { resources } from './declared-resources';
import { preferredLanguage, setLanguage, startI18n } from './i18n/i18n';
import { reportCrash, reportErrors } from './lite/kit/browser-errors';
import { readSession, signInAddress } from './providers/session';
import { fetchPages } from './routes';
import { StartFailure } from './shell/StartFailure';

/** Milliseconds before the code of other pages is fetched: whoever came for one thing has done it by then. */
const leftToFirstPage = 10_000;

reportErrors('admin');

const element = document.getElementById('root');
if (!element) throw new Error('The page has no root');
const root = createRoot(element);

async function start() {
  await startI18n();
  const session = await readSession();
  if (!session) return window.location.replace(signInAddress());
  if (session.role === 'AGENT') return window.location.replace('/agent');
  await setLanguage(preferredLanguage(session.locale), false);
  register(resources);
  root.render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  );
  window.setTimeout(fetchPages, leftToFirstPage);
}

// A tab left open over an upgrade asks for files that are gone: the page of today knows the new ones. Without a network it
// would be no page at all.
window.addEventListener('vite:preloadError', () => {
  void fetch('/', { method: 'HEAD' }).then(
    () => window.location.reload(),
    () => undefined,
  );
});

start().catch((error: unknown) => {
  console.error(error);
  reportCrash(error);
  root.render(<StartFailure error={error} />);
});
