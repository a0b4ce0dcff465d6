/** Words that end the list of tables behind `from`. */
const afterTables = ['where', 'group', 'having', 'order', 'limit', 'offset', 'fetch', 'window', 'for'];
const setOperators = ['union', 'intersect', 'except'];
/** Words that follow a table and are not another name for it. */
const afterTable = [
  ...afterTables,
  ...setOperators,
  ...['join', 'inner', 'left', 'right', 'full', 'cross', 'natural', 'on', 'using', 'tablesample'],
];

const token = /\s+|'(?:[^']|'')*'|"(?:[^"]|"")*"|--|\/\*|\$\w*\$|[a-z_]\w*|\d+|./giy;
const isName = (text: string | undefined): text is string => text !== undefined && /^(?:[a-z_]\w*|".*")$/i.test(text);
const nameIn = (text: string): string => (text.startsWith('"') ? text.slice(1, -1) : text.toLowerCase());

/** What stands between two parentheses. */
interface Level {
  /** It is a `select`, and this is what follows its `from`. */
  select: boolean;
  tables: boolean;
}

/**
 * A row policy over recorded rows. The function that reads recorded rows runs with its owner's rights, who is bound by no policy:
 * each table that the policy looks into is replaced by that table's own function, which keeps to the table's policies.
 *
 * A table that was overlooked would be read as it is now, and whole. Hence only the plain forms are taken: `from` or `join`, one
 * table behind each.
 *
 * @param functionOf name of the function that gives the recorded rows of a table; none for a table without history
 * @throws Error that says what cannot be rewritten
 */
export const recordedPolicy = (policy: string, functionOf: (table: string) => string | undefined): string => {
  const refuse: (what: string) => never = (what) => {
    throw new Error(`A policy cannot be asked of recorded rows: ${what} in "${policy}"`);
  };
  const texts = policy.match(token) ?? [];
  const tokens = texts.flatMap((text, at) => (text.trim() ? [{ text, word: text.toLowerCase(), at }] : []));
  const levels: Level[] = [{ select: false, tables: false }];

  const rewriteTable = (index: number): void => {
    const [named, next, third] = tokens.slice(index, index + 3);
    if (named?.text === '(') {
      if (next?.word !== 'select') refuse('a parenthesis that is no select, behind from or join,');
      return;
    }
    if (!named || !isName(named.text) || named.word === 'lateral' || named.word === 'only')
      refuse(`"${named?.text ?? ''}" behind from or join`);
    if (next?.text === '.') refuse(`the schema "${named.text}"`);
    // A function that gives rows reads them by its own rights, as it does in the policy of the table.
    if (next?.text === '(') return;
    const recorded = functionOf(nameIn(named.text)) ?? refuse(`the table "${named.text}", which has no history,`);
    const alias = next?.word === 'as' ? isName(third?.text) : isName(next?.text) && !afterTable.includes(next.word);
    texts[named.at] = `"${recorded}"(asked_moment)${alias ? '' : ` as "${nameIn(named.text)}"`}`;
  };

  tokens.forEach(({ text, word }, index) => {
    const level = levels.at(-1) ?? refuse('a parenthesis too many');
    const [before, next] = [tokens[index - 1]?.word, tokens[index + 1]?.word];
    if (/^(?:--|\/\*|\$\w*\$)$/.test(text)) refuse(`"${text}"`);
    else if (text.startsWith("'") && text.includes('\\')) refuse('a backslash');
    else if (text === "'" || text === '"') refuse('a quotation mark without its pair');
    else if (text === '(') {
      if (next === 'with') refuse('with');
      if (next === 'table') refuse('table');
      levels.push({ select: next === 'select', tables: false });
    } else if (text === ')') levels.pop();
    else if (text === ',' && level.tables) refuse('a comma between tables');
    else if (word === 'join') {
      if (!level.tables) refuse('join without a from');
      rewriteTable(index + 1);
    }
    // Else it is that of `extract(… from …)` or of `is distinct from`.
    else if (word === 'from' && level.select && before !== 'distinct') {
      level.tables = true;
      rewriteTable(index + 1);
    } else if (afterTables.includes(word) || setOperators.includes(word)) level.tables = false;
  });
  if (levels.length !== 1) refuse('a parenthesis without its pair');
  return texts.join('');
};
