import { existsSync } from 'node:fs';
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
