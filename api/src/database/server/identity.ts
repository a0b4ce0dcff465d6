import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseProblem } from './problem.js';

/** The system user that the PostgreSQL processes run as. */
export interface Identity {
  name: string;
  /** Absent when it is the user of this process: nothing to change to. */
  uid?: number;
  gid?: number;
}

/**
 * Chooses who runs the server. An ordinary user: oneself. Root, which PostgreSQL refuses: the owner of the data, else of
 * the nearest existing folder above it (the owner of the checkout, who can then start it without root), else the
 * user `postgres`, created if absent.
 *
 * @throws DatabaseProblem when the user id has no name: PostgreSQL's initdb and peer authentication both need one
 */
export function chooseIdentity(dataFolder: string): Identity {
  const uid = process.getuid?.();
  if (uid === undefined) return { name: os.userInfo().username };
  if (uid !== 0) {
    const name = userName(uid);
    if (!name) {
      throw new DatabaseProblem(
        `The embedded PostgreSQL cannot run here: the user id ${uid} has no name on this system. ` +
          'Run Parvis as a user with a name, or give it a PostgreSQL (15 or later) with DATABASE_URL.',
      );
    }
    return { name };
  }
  for (const folder of [path.join(dataFolder, 'data'), nearestExisting(dataFolder)]) {
    const owner = existsSync(folder) ? statSync(folder) : undefined;
    const name = owner && owner.uid !== 0 ? userName(owner.uid) : undefined;
    if (owner && name) return { name, uid: owner.uid, gid: owner.gid };
  }
  return postgresUser();
}

/** Whether this user can enter a folder, asked of the system itself: modes, groups and access lists all count. */
export function canEnter(identity: Identity, folder: string): boolean {
  if (identity.uid === undefined) return true;
  const { uid, gid } = identity;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0;
}

function nearestExisting(folder: string): string {
  let above = path.resolve(folder);
  while (!existsSync(above) && path.dirname(above) !== above) above = path.dirname(above);
  return above;
}

function postgresUser(): Identity {
  const known = passwd().find(([name]) => name === 'postgres');
  if (!known) {
    const made = spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
    if (made.status !== 0) {
      throw new DatabaseProblem(
        'PostgreSQL refuses to run as root, and the user "postgres" could not be created. ' +
          'Run Parvis as an ordinary user, or give it a PostgreSQL (15 or later) with DATABASE_URL.',
      );
    }
  }
  const [name, , uid, gid] = known ?? passwd().find(([user]) => user === 'postgres') ?? [];
  return { name: name ?? 'postgres', uid: Number(uid), gid: Number(gid) };
}

/** The name of a user id, also for users of a directory service, which `id` asks and `/etc/passwd` does not hold. */
function userName(uid: number): string | undefined {
  const local = passwd().find(([, , id]) => Number(id) === uid);
  if (local) return local[0];
  const asked = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() || undefined : undefined;
}

function passwd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length > 3);
  } catch {
    return [];
  }
}
