/** Where to go after signing in: the address asked for when it is one of ours and meant for the role, else the role's home. */
export function destination(role: string, next: string | null, origin: string): string {
  const home = role === 'AGENT' ? '/agent' : '/';
  const asked = next === null ? null : samePath(next, origin);
  if (asked === null) return home;
  const isAgents = /^\/agent(?:[/?#]|$)/.test(asked);
  return isAgents === (role === 'AGENT') ? asked : home;
}

/** The path of an address of our own origin; null for another site, another scheme, and the sign-in itself. */
function samePath(next: string, origin: string): string | null {
  // Browsers read `/\site` and `//site` as another site, and ignore tabs and line breaks inside.
  if (!/^\/(?![/\\])/.test(next) || !URL.canParse(next, origin)) return null;
  const url = new URL(next, origin);
  if (url.origin !== origin || /^\/(?:sign-in|auth)(?:\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
