import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout: the nearest folder above this file that holds the lockfile, for the sources and for `dist/` alike. */
export const projectRoot = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package-lock.json'))) {
    if (path.dirname(folder) === folder)
      throw new Error('Parvis runs from its own checkout only: package-lock.json was not found.');
    folder = path.dirname(folder);
  }
  return folder;
})();

/** Such as `0.1.0`. */
export const versionOfParvis: string = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version;
