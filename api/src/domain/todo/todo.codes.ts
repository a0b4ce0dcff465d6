/** What waits for somebody: the home, the digest and the agents' page tell it alike. */
export const ToDoKind = [
  'CONVENTION_ENDS',
  'CONVENTIONS_END',
  'EXPIRED_TO_SETTLE',
  'DRAFT_WAITING',
  'DRAFTS_WAITING',
  'COMMENTS_TO_ANSWER',
  'DELIBERATION_MISSING',
  'SHEET_TO_CLOSE',
  'MEETING_COMING',
  'DECLARATION_TO_CONFIRM',
  'OBLIGATION_MISSED',
] as const;
export type ToDoKind = (typeof ToDoKind)[number];
