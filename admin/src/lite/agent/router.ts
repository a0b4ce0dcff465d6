import { type MouseEvent, useEffect, useState } from 'react';
import { addresses, goAddress, type Page } from './addresses.js';

function pageAt(path: string): Page | null {
  const bare = path.replace(/\/+$/, '');
  return (Object.keys(addresses) as Page[]).find((page) => addresses[page] === bare) ?? null;
}

/** What was followed from a mail is the page itself from then on, for a reload or the way back. */
function arrive(): Page | null {
  const there = goAddress(location.pathname);
  if (there) history.replaceState(null, '', there);
  return pageAt(location.pathname);
}

/** A few pages need no library: the address says which one, and the browser's own "back" works. */
export function usePage(): { page: Page | null; follow: (event: MouseEvent<HTMLAnchorElement>) => void } {
  const [page, setPage] = useState(arrive);
  useEffect(() => {
    const read = () => setPage(pageAt(location.pathname));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // Opening in a new tab or window stays the browser's business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { pathname } = event.currentTarget;
    if (pathname !== location.pathname) history.pushState(null, '', pathname);
    setPage(pageAt(pathname));
    scrollTo(0, 0);
  };
  return { page, follow };
}

let leaving = false;
// The browser may bring the page back as it was left.
addEventListener('pageshow', () => {
  leaving = false;
});

/** To the sign-in, and back here afterwards unless one signed out: then, what was still being read is refused, and that is no news. */
export function leaveToSignIn({ back = true } = {}): void {
  if (leaving) return;
  leaving = true;
  location.assign(back ? `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}` : '/sign-in');
}
