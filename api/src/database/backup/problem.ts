import { codeOf, isConnectionLost } from '../lost.js';

/** A backup cannot be made, read or restored. The message is a sentence for whoever asked for it: what is wrong, and what to do. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

/** What the system says of files, in words. */
const ofFiles: Readonly<Record<string, (file: string) => string>> = {
  ENOSPC: (file) => `There is no room left on the disk of ${file}.`,
  EDQUOT: (file) => `There is no room left for this user on the disk of ${file}.`,
  EFBIG: (file) => `The disk of ${file} takes no file of that size.`,
  EROFS: (file) => `${file} is on a disk that can only be read.`,
  EACCES: (file) => `This user may not use ${file}: give it the right, or choose another place.`,
  EPERM: (file) => `This user may not use ${file}: give it the right, or choose another place.`,
  ENOENT: (file) => `There is no ${file}, or no folder for it.`,
  ENOTDIR: (file) => `${file} is not in a folder.`,
  EISDIR: (file) => `${file} is a folder: name a file in it.`,
  EIO: (file) => `The disk of ${file} answers with errors.`,
};

/** What PostgreSQL says, by SQLSTATE. */
const ofDatabase: Readonly<Record<string, string>> = {
  '42501': 'the user of the database may not do it: Parvis needs the owner of its tables, who may create roles',
  '53100': 'there is no room left on the disk of the database',
  '53200': 'the database has no memory left',
  '57P03': 'the database is starting or stopping: try again in a moment',
};

/**
 * What went wrong with a backup, in words where it is known.
 *
 * @param doing the beginning of a sentence, such as `The backup could not be restored`
 */
export const asProblem = (error: unknown, file: string, doing: string): Error => {
  if (error instanceof BackupProblem || !(error instanceof Error)) return error as Error;
  const ofFile = ofFiles[codeOf(error)];
  // Of a socket the system says the same words.
  if (ofFile && Reflect.get(error, 'syscall') !== 'connect') return new BackupProblem(ofFile(file), { cause: error });
  const known = isConnectionLost(error) ? 'the connection to the database was lost' : ofDatabase[codeOf(error)];
  return known ? new BackupProblem(`${doing}: ${known} (${error.message}).`, { cause: error }) : error;
};
