import { migrate } from '../src/database/migrate.js';
import { checkGiven } from '../src/database/server/given.js';

// A process of its own for `upgrade.drill.ts` to kill: says when it begins.
console.log('begins');
await migrate(await checkGiven(process.env.MIGRATED ?? '', 'MIGRATED'));
