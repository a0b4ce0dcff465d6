import type { ConceptMeta } from '../concept/meta.js';
import type { BeforeDelete, BeforeSave } from './rows.js';

/** The plain writes of a concept that people have, and its rules for them. */
export interface PlainWrites<T = never> {
  create?: boolean;
  update?: boolean;
  delete?: boolean;
  beforeSave?: BeforeSave<T>;
  beforeDelete?: BeforeDelete<T>;
}

const declared = new Map<string, PlainWrites>();

export const declarePlainWrites = (concept: ConceptMeta, writes: PlainWrites): void => {
  declared.set(concept.name, writes);
};

/** For whoever writes rows of any concept, such as an undo: by the same rules as people. */
export const plainWritesOf = (concept: ConceptMeta): PlainWrites => declared.get(concept.name) ?? {};
