import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, parse, separateOperations } from 'graphql';
import { projectRoot } from '../src/project.js';

const sources = path.join(projectRoot, 'admin', 'src');
const documents = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.graphql'),
);

/** What the pages ask, by the names of the operations. */
export const operations: Record<string, DocumentNode> = separateOperations(
  parse(documents.map((file) => readFileSync(path.join(sources, file), 'utf8')).join('\n')),
);
