import { AccessPassword } from './AccessPassword.js';
import { AccessSessions } from './AccessSessions.js';

/** One's own way in: where one is signed in, and the password. */
export function AccessPage() {
  return (
    <>
      <AccessSessions />
      <AccessPassword />
    </>
  );
}
