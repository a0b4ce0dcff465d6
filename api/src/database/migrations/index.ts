import { Migration20261121000100 } from './Migration20261121000100.js';

const classes = [Migration20261121000100];

/** Every migration, in order. Once landed, a migration is not edited. */
export const migrations = classes.map((migration) => ({ name: migration.name, class: migration }));
