import type { AuthProvider } from '@refinedev/core';
import { type Session, signInAddress, signOut } from './session';

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
  // An answer that says the session is over has opened the dialog already (providers/graphql). Refine tells an error
  // again for as long as a page holds it: heard here, it would open the dialog again after one has signed in.
  onError: async () => ({}),
  getPermissions: async () => session.role,
  getIdentity: async () => session,
});
