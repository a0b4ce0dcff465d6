import { parseArgs } from 'node:util';
import { runOnDatabase } from './command.js';
import { fileAsTyped } from './config.js';
import { written } from './database/backup/words.js';
import { writeBackup } from './database/backup/write.js';
import { StartProblem } from './problem.js';
import { withProgress } from './progress.js';

const usage = `npm run backup -- FILE

Writes everything that Parvis holds into one file, while people use it, and reads the file back. Sessions and links that
open accounts stay out. The file is worth as much as the database: keep it elsewhere, where few can read it.`;

const readArguments = (): string => {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    const [file, ...others] = positionals;
    if (file && others.length === 0) return fileAsTyped(file);
  } catch {
    // An option that is not ours.
  }
  throw new StartProblem(usage);
};

runOnDatabase(readArguments, async (file, { owner }) => {
  const backup = await withProgress('Writing the backup', () => writeBackup(owner, file));
  return `${backup.file} holds ${written(backup)}. It was read back and is whole.\n`;
});
