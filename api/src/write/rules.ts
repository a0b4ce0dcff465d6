import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConceptClass, ConceptMeta } from '../concept/meta.js';
import type { Caller } from '../identity/access/caller.js';

/** What a rule may check before a row is saved: `before` is the row as it was, without it the row is new. */
export type BeforeSave<T> = (change: {
  em: EntityManager;
  caller: Caller;
  row: T;
  before?: Readonly<T>;
}) => void | Promise<void>;
export type BeforeDelete<T> = (change: { em: EntityManager; caller: Caller; row: T }) => void | Promise<void>;

interface Rules {
  beforeSave?: BeforeSave<never>;
  beforeDelete?: BeforeDelete<never>;
}
const rules = new Map<ConceptClass, Rules>();

const register = (type: ConceptClass, rule: Rules): void => {
  const [name] = Object.keys(rule) as [keyof Rules];
  if (rules.get(type)?.[name]) throw new Error(`${type.name} has more than one ${name}`);
  rules.set(type, { ...rules.get(type), ...rule });
};

/**
 * Declares the rule that every plain write of a concept asks before it saves a row: it throws the refusal. Called in a file named
 * `*.service.ts`, which the schema finds (`graphql/schema.ts`): an entity that named its service would be imported by it in turn.
 */
export const beforeSave = <T extends object>(type: ConceptClass<T>, rule: BeforeSave<T>): BeforeSave<T> => {
  register(type, { beforeSave: rule as BeforeSave<never> });
  return rule;
};

/** Declares the rule that every plain write of a concept asks before it removes a row. */
export const beforeDelete = <T extends object>(type: ConceptClass<T>, rule: BeforeDelete<T>): BeforeDelete<T> => {
  register(type, { beforeDelete: rule as BeforeDelete<never> });
  return rule;
};

export const rulesOf = (concept: ConceptMeta): Rules => rules.get(concept.type) ?? {};
