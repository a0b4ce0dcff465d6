import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `.ts` where the sources run (tests, development), `.js` in the build. */
const extension = path.extname(import.meta.filename);

/**
 * Everything that the modules of `api/src` export whose file name fits, in the order of their paths: a new file is found by
 * its name, and no list names it.
 *
 * @param name a glob of the file's name without its extension, such as `*.entity`
 */
export const exportsOf = async (name: string): Promise<unknown[]> => {
  const files = globSync(`**/${name}${extension}`, { cwd: import.meta.dirname }).sort();
  const modules: object[] = [];
  // One after the other: Vite's module runner may evaluate a module twice when several that import it are asked for at once.
  for (const file of files) modules.push(await import(pathToFileURL(path.join(import.meta.dirname, file)).href));
  return modules.flatMap((module) => Object.values(module));
};
