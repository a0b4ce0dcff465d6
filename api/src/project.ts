import { fileURLToPath } from 'node:url';

/** The checkout: the folder that holds `package.json`, two levels above this file in `api/src` and in `api/dist` alike. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
