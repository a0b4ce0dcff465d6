// Stands for the application in the tests of the embedded server: opens the folder given, says so, and waits for a signal.
import { openDatabase } from '../src/database/server/open.js';

const [dataFolder = ''] = process.argv.slice(2);
try {
  const database = await openDatabase({ dataFolder });
  process.once('SIGTERM', () => {
    void database.stop().then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify({ connection: database.owner })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ problem: (error as Error).message })}\n`);
  process.exit(1);
}
