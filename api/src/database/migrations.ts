import type { Migration } from '@mikro-orm/migrations';
import { exportsOf } from '../discover.js';

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** Every migration, in order: the classes of `migrations/Migration*.ts`. Once landed, a migration is not edited. */
export const migrations = ((await exportsOf('Migration*')) as MigrationClass[]).map((migration) => ({
  name: migration.name,
  class: migration,
}));
