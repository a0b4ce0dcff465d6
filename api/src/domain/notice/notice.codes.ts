/** What people are told of once, about a signed version, when its day comes. */
export const NoticeKind = ['IN_FORCE', 'ENDS_IN_12_MONTHS', 'ENDS_IN_6_MONTHS', 'ENDS_IN_3_MONTHS', 'EXPIRED'] as const;
export type NoticeKind = (typeof NoticeKind)[number];
