import type { BaseRecord } from '@refinedev/core';
import type { ComponentType } from 'react';
import type { ConceptName, Field, FieldPath, Role } from './metadata';

/** A row as read: what the paths of the declaration ask for. */
export type Row = BaseRecord & { id: string; revision?: number };

export interface CellProps {
  row: Row;
}

/** A column: a path is enough. */
export interface Column<P extends string = string> {
  path: P;
  /** Not shown until asked for. */
  optional?: boolean;
  /** Instead of the value's usual look; `needs` are further paths to read for it. */
  render?: ComponentType<CellProps>;
  needs?: P[];
  width?: number;
}

/** A number that each EPCI sets for itself. */
export type Setting = FieldPath<'Epci'>;

/**
 * A named condition, one chip to press: "Se terminent dans les 6 mois". The label is `filters.<key>` of the words, which is
 * told the EPCI's own number as `count` where the condition depends on one.
 */
export interface Preset {
  preset: string;
  setting?: Setting;
  /** Whom it may show something; everybody when absent. */
  roles?: readonly Role[];
  where: (today: string, setting: number) => object;
}

export interface ListDeclaration<P extends string = string> {
  columns: (P | Column<P>)[];
  /** A path filters by value, in the way its kind allows; a preset is a condition with a name. */
  filters?: (P | Preset)[];
  /** `-name` is descending. The concept's own order when absent. */
  sort?: string[];
  /** A dated list that shows, until told otherwise, what holds today only. */
  today?: boolean;
  /** A component above the rows. */
  before?: ComponentType;
}

/** What a control of a form is given. */
export interface ControlProps {
  input: { path: string; name: string; field: Field };
  label: string;
  /** Given by the form item. */
  id?: string;
  value?: unknown;
  onChange?: ((value: unknown) => void) | undefined;
  onBlur?: () => void;
}

export interface FormField<P extends string = string> {
  path: P;
  /** Instead of the usual control of its kind: one that proposes a value, for example. */
  control?: ComponentType<ControlProps>;
  /** How its value is read where it is not typed: in a conflict, or while it is locked. */
  shown?: ComponentType<{ value: unknown; row: Partial<Row> }>;
  /** Whole width of the form. */
  wide?: boolean;
  /** Condition on the row that a relation may point to, in the API's words. */
  among?: object;
  /** Shown only then. */
  when?: (values: Record<string, unknown>) => boolean;
}

export interface FormSection<P extends string = string> {
  /** Key of `sections.*` in the words. */
  title: string;
  fields: (P | FormField<P>)[];
}

export interface PageProps {
  row: Row;
}

/** A related list on a page: some rows of a to-many relation, as a compact table. */
export interface RelatedList {
  many: string;
  columns: (string | Column)[];
  sort?: object[];
  filter?: object;
  /** Name of the relation that points back, so that "see all" and "add" know from where. */
  by: string;
  first?: number;
}

export type PageSection<P extends string = string> =
  | {
      title: string;
      fields: P[];
      /** Those that have nothing to say while empty: the end of what has not ended. */
      whenSet?: P[];
    }
  | { title: string; related: RelatedList }
  | { title: string; component: ComponentType<PageProps>; needs?: P[] };

export interface PageDeclaration<P extends string = string> {
  /** Fields shown beside the title: what state the thing is in. */
  state?: P[];
  sections: PageSection<P>[];
  /** Buttons of the thing's own operations, before edit and delete. */
  actions?: ComponentType<PageProps>;
  /** Right under the title: warnings, next step. */
  lead?: ComponentType<PageProps>;
  /** Paths that actions and lead need. */
  needs?: P[];
}

/** A page whose code is fetched when it is opened: `async () => (await import('./GuichetPage')).GuichetPage`. */
export type Loaded<Props = object> = () => Promise<ComponentType<Props>>;

/** The parts of the work, in the order of the menu. */
export const menuGroups = ['network', 'activity', 'framework', 'administration'] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface Resource<P extends string = string> {
  concept: ConceptName;
  icon?: ComponentType;
  /** Where the menu shows it, first position first; a resource without is reached from others. */
  menu?: { group: MenuGroup; position: number };
  list?: ListDeclaration<P> | undefined;
  form?: FormSection<P>[] | undefined;
  page?: PageDeclaration<P> | undefined;
  /** Fields that the generic screens leave out; all others are shown, named or not (complete.ts). */
  without?: P[];
  /** What this resource's pages offer, among what the API allows the role: all by default. */
  verbs?: ('create' | 'update' | 'delete')[];
  /** The list that its pages are reached from, when it is not its own. */
  under?: ConceptName;
  /** A page of its own instead of the generic form for adding. */
  createPage?: Loaded;
  /** A page of its own instead of the generic form for changing. */
  editPage?: Loaded<{ id: string }>;
  /** A page of its own instead of the generic one. */
  showPage?: Loaded<{ id: string }>;
}

/** Declares the screens of a concept. */
export const defineResource = <C extends ConceptName>(resource: Resource<FieldPath<C>> & { concept: C }): Resource =>
  resource;

export const columnOf = (column: string | Column): Column => (typeof column === 'string' ? { path: column } : column);
export const formFieldOf = (field: string | FormField): FormField =>
  typeof field === 'string' ? { path: field } : field;
export const isPreset = (filter: string | Preset): filter is Preset => typeof filter !== 'string';
