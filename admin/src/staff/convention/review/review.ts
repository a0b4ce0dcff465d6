import { createContext, useContext } from 'react';
import type { RemarkFragment } from '../../../generated/graphql';

export type Remark = RemarkFragment;

/** The review of the version on the screen: its remarks, and what the reader may do with them. */
export interface Review {
  versionId: string;
  remarks: readonly Remark[];
  /** Is it the time of remarks, and may this person make them? */
  open: boolean;
  /** Reads the page again. */
  onChanged: () => Promise<unknown>;
}

const ReviewContext = createContext<Review>({
  versionId: '',
  remarks: [],
  open: false,
  onChanged: async () => undefined,
});
export const ReviewProvider = ReviewContext.Provider;
export const useReview = (): Review => useContext(ReviewContext);

/** The fields that have open remarks, in the order given, with how many. */
export function openByField(remarks: readonly Remark[], fields: readonly string[]): { field: string; count: number }[] {
  const open = remarks.filter(({ state }) => state === 'OPEN');
  // A remark on a field that this page does not name is not lost: it comes last.
  const named = [...new Set([...fields, ...open.map(({ field }) => field)])];
  return named
    .map((field) => ({ field, count: open.filter((remark) => remark.field === field).length }))
    .filter(({ count }) => count > 0);
}

/** Where a field of the version stands on the page. */
export const anchorOf = (field: string): string => `field-${field}`;
