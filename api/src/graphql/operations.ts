import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project.js';

/** The names of what our own pages ask, below the project (`npm run generate`). */
export const operationsFile = 'schema/operations.json';

const file = path.join(projectRoot, operationsFile);
// Whoever generates it for the first time has none.
const known = new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);

/**
 * An operation as the log and the metrics name it: by its own name if it is one of our pages', else `other`. Whoever writes queries
 * names them as they like, as often as they like.
 */
export const nameOfOperation = (name: string | null | undefined): string => (name && known.has(name) ? name : 'other');
