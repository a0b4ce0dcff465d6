import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeReachable, reachableFolder } from './binaries.js';
import { canEnter, type Identity } from './identity.js';
import { DatabaseProblem } from './problem.js';

/** A Unix socket's path holds 107 bytes on Linux, 103 on macOS. */
const longestSocketPath = 103;

/** Where it is said that the server lives elsewhere. */
const pointerIn = (folder: string): string => path.join(folder, 'elsewhere');

/** A folder of the disk that holds the server's data, which are in the given one or elsewhere. */
export function placeOf(folder: string): string {
  const pointer = pointerIn(folder);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder;
}

/**
 * The folder that holds everything of the server (data, socket, log), created, owned by the server's user.
 *
 * Usually `<folder>/postgresql`. Where the server's user cannot enter (root in a private home), a folder under
 * /var/lib/parvis whose path is kept in `<folder>/elsewhere`: removing `<folder>` starts afresh in either case.
 */
export function serverFolder(folder: string, identity: Identity): string {
  makeOwned(folder, identity);
  const here = path.join(folder, 'postgresql');
  const place = placeOf(folder);
  let home = place === folder ? here : place;
  if (home === here && !existsSync(here) && !canEnter(identity, folder)) {
    makeReachable();
    home = path.join(reachableFolder, randomBytes(6).toString('hex'));
    writeFileSync(pointerIn(folder), `${home}\n`);
  }
  makeOwned(home, identity);
  if (!canEnter(identity, home)) {
    throw new DatabaseProblem(
      `The user "${identity.name}", who runs the embedded PostgreSQL, can no longer enter ${home}: ` +
        'give back the access, or move the data folder and say where with PARVIS_DATA.',
    );
  }
  return home;
}

/** The folder of the Unix socket: with the data where the path is short enough, else in the temporary folder. */
export function socketFolder(home: string, identity: Identity): string {
  const near = path.join(home, 'run');
  const fits = Buffer.byteLength(path.join(near, '.s.PGSQL.5432')) <= longestSocketPath;
  const folder = fits
    ? near
    : path.join(os.tmpdir(), `parvis-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = lstatSync(folder);
  const allowed = [process.getuid?.(), identity.uid];
  // In a shared temporary folder somebody else could have put a folder, or a link to one, under this name.
  if (!owner.isDirectory() || (process.platform !== 'win32' && !allowed.includes(owner.uid))) {
    throw new DatabaseProblem(`${folder} belongs to somebody else: remove it, or choose a shorter PARVIS_DATA.`);
  }
  chmodSync(folder, 0o700);
  own(folder, identity);
  return folder;
}

/** Creates a folder, and what is missing above it, for the server's user whatever the umask says. */
function makeOwned(folder: string, identity: Identity): void {
  let first: string | undefined;
  try {
    first = mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DatabaseProblem(
      `The data folder ${folder} cannot be created (${code}): choose another with PARVIS_DATA.`,
    );
  }
  if (!first) return;
  for (let created = folder; created.startsWith(first); created = path.dirname(created)) {
    chmodSync(created, 0o755);
    own(created, identity);
  }
}

function own(folder: string, { uid, gid }: Identity): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}
