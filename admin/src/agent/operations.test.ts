import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../light/graphql.js';
import * as operations from './operations.js';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
const declared: [string, Operation<unknown, never>][] = Object.entries(operations);

describe('what the agents’ pages ask', () => {
  it.each(declared)('%s is understood by the API', (_name, { text }) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});
