import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { describeConcepts } from './concept/describe.js';
import { allConcepts } from './concept/meta.js';
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

/** What is generated from the declarations and committed: the SDL, the metadata behind the admin's screens and their terms, the names of what these ask. */
export const generated = async (): Promise<{ file: string; content: string }[]> => [
  { file: 'schema/schema.graphql', content: `${printSchema(lexicographicSortSchema(await makeSchema()))}\n` },
  { file: operationsFile, content: `${JSON.stringify(operationNames(), null, 2)}\n` },
  { file: 'admin/src/generated/concepts.json', content: `${JSON.stringify(describeConcepts(), null, 1)}\n` },
  ...languages.map((language) => ({
    file: `admin/src/generated/terms.${language}.json`,
    content: `${JSON.stringify(termsIn(language), null, 1)}\n`,
  })),
];

/** Writes it (npm run generate). */
export const emit = async (): Promise<void> => {
  for (const { file, content } of await generated()) {
    const target = path.join(projectRoot, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
};
