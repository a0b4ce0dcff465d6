import { columnOf, formFieldOf, type Resource } from './define';
import { conceptOf, type Field } from './metadata';

/** Of every row, not of a concept. */
const technical = new Set(['id', 'revision', 'epci']);
const stamps = ['createdAt', 'updatedAt'];

const isPlain = ({ kind }: Field) => kind !== 'many' && kind !== 'json' && kind !== 'id';
const isColumn = (field: Field) => isPlain(field) && field.kind !== 'longtext';
const isWritten = ({ write }: Field) => write !== 'none';

/**
 * Adds to a declaration what it does not name, so that a new field of a concept is seen without a line here: a column to choose in
 * the list, an input in the form's last section, a fact in the page's last section. What must not be shown is named in `without`.
 */
export function complete(resource: Resource): Resource {
  const { concept, list, form, page, without = [] } = resource;
  const fields = Object.entries(conceptOf(concept).fields).filter(
    ([name]) => !technical.has(name) && !without.includes(name),
  );
  const missing = (named: readonly string[], wanted: (field: Field) => boolean): string[] => {
    const known = new Set(named.map((path) => path.split('.')[0]));
    const direct = new Set(named);
    // A relation shown by one of its fields is shown; so is a field of its own name.
    return fields
      .filter(([name, field]) => !direct.has(name) && !known.has(name) && !stamps.includes(name) && wanted(field))
      .map(([name]) => name);
  };

  const columns = list?.columns.map(columnOf) ?? [];
  const moreColumns = [
    ...missing(
      columns.map(({ path }) => path),
      isColumn,
    ),
    ...stamps,
  ];
  const inputs = form?.flatMap((section) => section.fields).map((field) => formFieldOf(field).path) ?? [];
  const moreInputs = missing(inputs, (field) => isWritten(field) && isPlain(field));
  const facts = [
    ...(page?.state ?? []),
    ...(page?.sections.flatMap((section) =>
      'fields' in section ? section.fields : 'needs' in section ? (section.needs ?? []) : [],
    ) ?? []),
    ...conceptOf(concept).title,
  ];
  const moreFacts = missing(facts, isPlain);

  return {
    ...resource,
    list: list && { ...list, columns: [...list.columns, ...moreColumns.map((path) => ({ path, optional: true }))] },
    form: form && moreInputs.length > 0 ? [...form, { title: 'more', fields: moreInputs }] : form,
    page:
      page && moreFacts.length > 0
        ? { ...page, sections: [...page.sections, { title: 'more', fields: moreFacts, whenSet: moreFacts }] }
        : page,
  };
}
