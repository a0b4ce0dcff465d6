import type { AuthProvider } from '@refinedev/core';
import { codeOf } from './errors';
import { type Session, signInAddress, signOut } from './session';
import { sessionLoss } from './session-loss';

/**
 * Signing in happens on a page of its own, so what is left to Refine is to know who is here and to notice when the session ends.
 * A session that ends under an open page never throws the page away: a dialog offers to sign in again (shell/SessionDialog).
 */
export const makeAuthProvider = (session: Session): AuthProvider => ({
  login: async () => ({ success: false }),
  async logout() {
    await signOut().catch(() => undefined);
    window.location.assign(signInAddress({ pathname: '/', search: '' } as Location));
    return { success: true };
  },
  check: async () => ({ authenticated: true }),
  async onError(error) {
    if (codeOf(error) === 'UNAUTHENTICATED') sessionLoss.set(true);
    return {};
  },
  getPermissions: async () => session.role,
  getIdentity: async () => session,
});
