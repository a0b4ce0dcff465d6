/**
 * The secret of the link that an address is, and the address without it. Links carry it in their fragment, which browsers send to
 * nobody; those mailed before carry it in their query.
 *
 * @returns `null` as the secret of an address that is no link; '' for a link whose secret is missing
 */
export function linkTokenOf(address: string): { token: string | null; rest: string } {
  const url = new URL(address);
  const former = url.searchParams.get('token');
  const token = url.pathname === '/sign-in/link' ? url.hash.slice(1) : former;
  if (token === null) return { token, rest: url.pathname + url.search };
  url.searchParams.delete('token');
  return { token, rest: `/sign-in/link${url.search}` };
}

/** Takes the secret out of the address bar, so that it stays neither in sight nor in the browser's history. */
export function takeLinkToken(): string | null {
  const { token, rest } = linkTokenOf(location.href);
  if (token) history.replaceState(history.state, '', rest);
  return token;
}
