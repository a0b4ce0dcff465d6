import { parseArgs } from 'node:util';
import { runOnDatabase } from './command.js';
import { fileAsTyped } from './config.js';
import { openToRestore, restore } from './database/backup/restore.js';
import { written } from './database/backup/words.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';
import { settleCopy } from './setup/settle-copy.js';

const usage = `npm run restore -- FILE

Restores a backup into an empty database (another PARVIS_DATA, or DATABASE_URL), brings it to this version and verifies it.
Everybody signs in anew with the password they had; links that were sent open nothing any more; no mail leaves twice.`;

const readArguments = async () => {
  let named: string[] = [];
  try {
    named = parseArgs({ allowPositionals: true }).positionals;
  } catch {
    // An option that is not ours.
  }
  const [file, ...others] = named;
  if (!file || others.length > 0) throw new StartProblem(usage);
  return withProgress('Checking the file', () => openToRestore(fileAsTyped(file)));
};

runOnDatabase(readArguments, async (backup, { owner }, { clock }) => {
  let damaged = 0;
  const restored = await withProgress('Restoring the backup', () =>
    restore(owner, backup, async ({ em }) => {
      damaged = await settleCopy(em, clock, new Date(backup.header.madeAt));
    }),
  );
  const remark =
    damaged > 0 ? `${damaged} kept files are not what their SHA-256 says: they were damaged before the backup.\n` : '';
  return `Restored and verified: ${written(restored)}.\n${remark}Start Parvis with npm start.\n`;
});
