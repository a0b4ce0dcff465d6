import { DriverException } from '@mikro-orm/core';
import { GraphQLError } from 'graphql';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { errorFor, isForOperators, refusalOf } from './errors.js';

const ofServer = (code: string) => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });
const ofSystem = (code: string, syscall = 'connect') =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

const cases: [said: string, error: Error, name: string][] = [
  ['a connection exception', ofServer('08006'), 'ConnectionLost'],
  ['a connection that could not be made', ofServer('08001'), 'ConnectionLost'],
  ['an administrator’s end', ofServer('57P01'), 'ConnectionLost'],
  ['a crash', ofServer('57P02'), 'ConnectionLost'],
  ['a transaction that slept', ofServer('25P03'), 'ConnectionLost'],
  ['a reset', ofSystem('ECONNRESET'), 'ConnectionLost'],
  ['a broken pipe', ofSystem('EPIPE'), 'ConnectionLost'],
  ['an end', new Error('Connection terminated unexpectedly'), 'ConnectionLost'],
  [
    'a client that broke',
    new Error('Client has encountered a connection error and is not queryable'),
    'ConnectionLost',
  ],
  ['a client that was closed', new Error('Client was closed and is not queryable'), 'ConnectionLost'],
  ['a start', ofServer('57P03'), 'DatabaseStarting'],
  ['nobody there', ofSystem('ECONNREFUSED'), 'DatabaseStarting'],
  ['no socket', ofSystem('ENOENT'), 'DatabaseStarting'],
  ['a pool that was closed', new Error('Cannot use a pool after calling end on the pool'), 'DatabaseStarting'],
  ['no answer', new Error('Query read timeout'), 'DatabaseSilent'],
  ['no greeting', new Error('Connection terminated due to connection timeout'), 'DatabaseSilent'],
  ['a full disk', ofServer('53100'), 'DiskFull'],
  ['no memory', ofServer('53200'), 'OutOfMemory'],
  ['no connection left', ofServer('53300'), 'DatabaseUnavailable'],
  ['a full pool', new Error('timeout exceeded when trying to connect'), 'DatabaseUnavailable'],
  ['a lock held too long', ofServer('55P03'), 'DatabaseUnavailable'],
];

describe('a database that cannot answer is told of by its own name', () => {
  it.each(cases)('%s', (_said, error, name) => {
    for (const originalError of [error, new DriverException(error)]) {
      const [french, english] = (['fr', 'en'] as const).map((locale) =>
        errorFor(new GraphQLError('', { originalError }), locale, 'r'),
      );
      expect(french?.extensions).toEqual({ code: 'UNAVAILABLE', name, requestId: 'r' });
      expect(english?.extensions.name).toBe(name);
      expect(french?.message).toMatch(/^\p{Lu}.+\.$/u);
      expect(french?.message).not.toBe(english?.message);
    }
  });

  it('a file that is not there is no database that starts', () => {
    const absent = ofSystem('ENOENT', 'open');
    expect([refusalOf(absent), refusalOf(new DriverException(absent))]).toEqual([undefined, undefined]);
  });

  it('whoever runs it reads in the log of a full disk, of no memory, and of what nobody foresaw; not of a lost connection', () => {
    const told = [ofServer('53100'), new DriverException(ofServer('53200')), new Error('x'), ofServer('08006')];
    expect(told.map(isForOperators)).toEqual([true, true, true, false]);
  });

  it('a message that the server does not understand is the caller’s', () => {
    expect(errorFor(new GraphQLError('', { originalError: ofServer('08P01') }), 'fr', 'r').extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });
});
