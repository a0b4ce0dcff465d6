import { useLayoutEffect } from 'react';

/** A page that one may go back to. */
export interface Step {
  label: string;
  href: string;
}

interface Place {
  above: Step[];
  here: string;
}

const nowhere: Place = { above: [], here: '' };
let place = nowhere;
const listeners = new Set<() => void>();

/** Where one is, for the breadcrumb of the shell. */
export const shownPlace = {
  get: () => place,
  set(next: Place) {
    place = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

interface Options {
  /** Steps of the breadcrumb before this page, beside the list that its address belongs to. */
  above?: Step[] | undefined;
  /** What the breadcrumb calls this page, when that is not its title. */
  here?: string;
}

/** The title of the page, in the browser's tab and at the end of the breadcrumb. */
export function usePageTitle(title: string, { above = [], here = title }: Options = {}): void {
  const steps = JSON.stringify(above);
  useLayoutEffect(() => {
    document.title = title ? `${title} – Parvis` : 'Parvis';
    shownPlace.set({ above: JSON.parse(steps), here });
    return () => shownPlace.set(nowhere);
  }, [title, here, steps]);
}
