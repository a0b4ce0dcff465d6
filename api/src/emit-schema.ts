import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { allConcepts } from './concept/meta.js';
import { describeConcepts } from './graphql/describe.js';
import { operationsFile } from './graphql/operations.js';
import { makeSchema } from './graphql/schema.js';
import { projectRoot } from './project.js';
import { type Language, languages, texts } from './words/words.js';

/** How the pages name what they ask of any concept (`admin/src/providers/documents.ts`). */
const ofConcepts = ['List', 'Export', 'One', 'Create', 'Update', 'Delete'];

/** The names of the operations that our own pages ask: those of their documents, and those made from the declarations. */
const operationNames = (): string[] => {
  const sources = path.join(projectRoot, 'admin', 'src');
  const documents = globSync('**/*.graphql', { cwd: sources }).map((file) =>
    parse(readFileSync(path.join(sources, file), 'utf8')),
  );
  const written = documents
    .flatMap(({ definitions }) => definitions)
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name ? [one.name.value] : []));
  const made = allConcepts().flatMap(({ name }) => ofConcepts.map((verb) => `${verb}${name}`));
  return [...new Set([...written, ...made])].sort();
};

/** What the screens call concepts, their fields and codes, in a language. */
const termsIn = (language: Language) => {
  const { concepts, enums } = texts[language];
  return { concepts, enums };
};

/** All of it would weigh more than the pages of a light entry: its `terms.json` names the labels that it shows. */
interface ShownTerms {
  enums: string[];
  fields?: Record<string, string[]>;
}
const labelsIn = (language: Language, { enums, fields = {} }: ShownTerms) => {
  const all = texts[language];
  const labels = (words: Record<string, { label: string }> = {}, names = Object.keys(words)) =>
    Object.fromEntries(names.map((name) => [name, words[name]?.label]));
  return Object.fromEntries([
    ...enums.map((name) => [name, labels(all.enums[name]?.values)]),
    ...Object.entries(fields).map(([concept, names]) => [concept, labels(all.concepts[concept]?.fields, names)]),
  ]);
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** The terms of the screens, by file. */
const terms = (): { file: string; content: string }[] => {
  const lite = path.join(projectRoot, 'admin', 'src', 'lite');
  const entries = globSync('**/terms.json', { cwd: lite })
    .sort()
    .map((file) => ({
      name: path.dirname(file).split(path.sep).join('.'),
      shown: JSON.parse(readFileSync(path.join(lite, file), 'utf8')) as ShownTerms,
    }));
  return languages.flatMap((language) => [
    { file: `admin/src/generated/terms.${language}.json`, content: json(termsIn(language)) },
    ...entries.map(({ name, shown }) => ({
      file: `admin/src/generated/terms.${name}.${language}.json`,
      content: json(labelsIn(language, shown)),
    })),
  ]);
};

/** What is generated from the declarations and committed: the SDL, the metadata behind the admin's screens and their terms, the names of what these ask. */
export const generated = async (): Promise<{ file: string; content: string }[]> => {
  const schema = await makeSchema();
  return [
    { file: 'schema/schema.graphql', content: `${printSchema(lexicographicSortSchema(schema))}\n` },
    { file: operationsFile, content: `${JSON.stringify(operationNames(), null, 2)}\n` },
    { file: 'admin/src/generated/concepts.json', content: json(describeConcepts(schema)) },
    ...terms(),
  ];
};

/** Writes it (npm run generate). */
export const emit = async (): Promise<void> => {
  for (const { file, content } of await generated()) {
    const target = path.join(projectRoot, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
};
