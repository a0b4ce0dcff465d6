import { useAgent } from '../context.js';
import { AccessPassword } from './AccessPassword.js';
import { AccessSessions } from './AccessSessions.js';

/** One's own way in: where one is signed in, and the password. */
export function AccessPage() {
  const { home } = useAgent();
  return (
    <>
      <AccessSessions />
      {/* Without an address a link enters: there is no password to change. */}
      {home.email === null ? null : <AccessPassword />}
    </>
  );
}
