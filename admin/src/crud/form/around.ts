import { createContext, type ReactNode, useContext } from 'react';

/** What a screen puts around a field of its form. */
export interface Around {
  /** Why it cannot be changed now: it is shown, not asked. */
  locked?: string;
  /** What stands under it: what somebody says of it. */
  note?: ReactNode;
}

/** Around each field of the form, by its path. */
export const AroundContext = createContext<(path: string) => Around>(() => ({}));
export const AroundProvider = AroundContext.Provider;
export const useAround = (path: string): Around => useContext(AroundContext)(path);
