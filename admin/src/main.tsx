import './without-eval';
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
import { StartFailure } from './shell/StartFailure';

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
  return root.render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  );
}

// A tab left open over an upgrade asks for files that are gone: the page of today knows the new ones.
window.addEventListener('vite:preloadError', () => window.location.reload());

start().catch((error: unknown) => {
  console.error(error);
  reportCrash(error);
  root.render(<StartFailure error={error} />);
});
