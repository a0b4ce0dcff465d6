/** Rows of a page: when nothing is said, and at most. */
export const pageDefault = 50;
export const pageMax = 100;
