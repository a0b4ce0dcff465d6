// npm run migration:create [-- name]: writes the migration that brings the committed ones to what the entities declare. It is found by
// its name: review it, and commit it.
import { onDraftDatabase } from './draft-database.js';

const name = process.argv[2]?.replaceAll(/\W+/g, '_');
const { fileName, diff } = await onDraftDatabase((orm) => orm.migrator.create(undefined, false, false, name));
process.stdout.write(
  diff.up.length > 0
    ? `api/src/database/migrations/${fileName}\n`
    : 'The entities and the migrations agree: nothing to write.\n',
);
