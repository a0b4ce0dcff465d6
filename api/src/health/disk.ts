import { statfs } from 'node:fs/promises';
import { placeOf } from '../database/server/folder.js';

/**
 * Bytes that are left to the embedded database.
 *
 * @param dataFolder `PARVIS_DATA`
 * @throws Error of the system when the folder is not there
 */
export const freeBytes = async (dataFolder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(placeOf(dataFolder));
  return bavail * bsize;
};
