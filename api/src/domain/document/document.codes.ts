/** What a tag of a document's template stands for: a text, yes or no, several elements. */
export const TagKind = ['VALUE', 'CONDITION', 'LIST'] as const;
export type TagKind = (typeof TagKind)[number];

/** What a tag of a document's template is about. */
export const TagGroup = ['PARTIES', 'TERM', 'SERVICE', 'MEANS', 'AGENTS', 'REGISTRATION', 'CHANGES'] as const;
export type TagGroup = (typeof TagGroup)[number];
