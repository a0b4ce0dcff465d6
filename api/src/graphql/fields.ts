import { type DocumentNode, GraphQLError, Kind, parse, type SelectionSetNode, type ValidationRule } from 'graphql';

/**
 * Fields of one selection at most, those of its fragments and of the same field asked for again among them: the largest of our
 * own has 39. And of a whole request, each fragment counted wherever it is used: the largest of our own has 134.
 */
const limits = { selection: 200, request: 2000 };

/**
 * Has a document more fields than are answered in one go? Counted before it is validated, since GraphQL then compares each two
 * fields of a selection that have the same name.
 */
const isBeyond = ({ definitions }: DocumentNode): boolean => {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  );
  let all = 0;
  /** Selections that are answered as one: those of a field asked for more than once. */
  const exceeds = (selections: SelectionSetNode[]): boolean => {
    const inner = new Map<string, SelectionSetNode[]>();
    const used = new Set<string>();
    let count = 0;
    const collect = (selection: SelectionSetNode | undefined): void => {
      for (const one of selection?.selections ?? []) {
        // Spreads count too: they are looked through in pairs as well.
        count += 1;
        if (count > limits.selection) return;
        if (one.kind === Kind.INLINE_FRAGMENT) collect(one.selectionSet);
        else if (one.kind === Kind.FIELD) {
          const key = one.alias?.value ?? one.name.value;
          if (one.selectionSet) inner.set(key, [...(inner.get(key) ?? []), one.selectionSet]);
        } else if (!used.has(one.name.value)) {
          used.add(one.name.value);
          collect(fragments.get(one.name.value));
        }
      }
    };
    for (const selection of selections) collect(selection);
    all += count;
    return count > limits.selection || all > limits.request || [...inner.values()].some(exceeds);
  };
  // Fragments that nobody uses are compared within as well.
  return definitions.some((one) => 'selectionSet' in one && exceeds([one.selectionSet]));
};

/** Stands for what is not validated: Apollo has no way to refuse a document between parsing and validating it. */
const refused = parse('{ __typename }');

/** The document to validate: itself, or one that `withinFields` refuses. */
export const limited = (document: DocumentNode): DocumentNode => (isBeyond(document) ? refused : document);

export const withinFields: ValidationRule = (context) => {
  if (context.getDocument() === refused)
    context.reportError(new GraphQLError(`Fields limit of ${limits.selection} exceeded.`));
  return {};
};
