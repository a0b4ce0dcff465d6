import { useEffect } from 'react';

/** The page's heading; the tab's name follows it. */
export function Heading({ children }: { children: string }) {
  useEffect(() => {
    document.title = `${children} · Parvis`;
  }, [children]);
  return <h1>{children}</h1>;
}
