import { Migration20261121000100 } from './Migration20261121000100.js';
import { Migration20261121000200 } from './Migration20261121000200.js';
import { Migration20261121000400 } from './Migration20261121000400.js';
import { Migration20261122000100 } from './Migration20261122000100.js';
import { Migration20261122000200 } from './Migration20261122000200.js';
import { Migration20261122000300 } from './Migration20261122000300.js';
import { Migration20261122000400 } from './Migration20261122000400.js';
import { Migration20261122000410 } from './Migration20261122000410.js';
import { Migration20261122000420 } from './Migration20261122000420.js';
import { Migration20261122000430 } from './Migration20261122000430.js';
import { Migration20261122000500 } from './Migration20261122000500.js';
import { Migration20261122000600 } from './Migration20261122000600.js';
import { Migration20261122000700 } from './Migration20261122000700.js';
import { Migration20261122000900 } from './Migration20261122000900.js';
import { Migration20261122001100 } from './Migration20261122001100.js';
import { Migration20261122001200 } from './Migration20261122001200.js';
import { Migration20261122001300 } from './Migration20261122001300.js';

const classes = [
  Migration20261121000100,
  Migration20261121000200,
  Migration20261121000400,
  Migration20261122000100,
  Migration20261122000200,
  Migration20261122000300,
  Migration20261122000400,
  Migration20261122000410,
  Migration20261122000420,
  Migration20261122000430,
  Migration20261122000500,
  Migration20261122000600,
  Migration20261122000700,
  Migration20261122000900,
  Migration20261122001100,
  Migration20261122001200,
  Migration20261122001300,
];

/** Every migration, in order. Once landed, a migration is not edited. */
export const migrations = classes.map((migration) => ({ name: migration.name, class: migration }));
