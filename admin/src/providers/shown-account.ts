/**
 * The account that this page was opened with. Each request says so, and the API refuses it once another tab has moved the session to
 * another EPCI: what is saved here would be saved there.
 */
export const shownAccount = { id: '' };

export const accountHeader = (): Record<string, string> =>
  shownAccount.id ? { 'x-parvis-account': shownAccount.id } : {};
