import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { describeConcepts } from './concept/describe.js';
import { makeSchema } from './graphql/schema.js';
import { projectRoot } from './project.js';

/** What is generated from the declarations and committed: the SDL, and the metadata behind the admin's screens. */
export const generated = async (): Promise<{ file: string; content: string }[]> => [
  { file: 'schema/schema.graphql', content: `${printSchema(lexicographicSortSchema(await makeSchema()))}\n` },
  { file: 'admin/src/generated/concepts.json', content: `${JSON.stringify(describeConcepts(), null, 1)}\n` },
];

/** Writes it (npm run generate). */
export const emit = async (): Promise<void> => {
  for (const { file, content } of await generated()) {
    const target = path.join(projectRoot, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
};
