import { expect, it } from 'vitest';
import { boundUntil, type Guichet } from './network';

const guichet = (status: string | undefined): Guichet =>
  ({
    conventionInForce: status && {
      endsOn: '2026-06-30',
      convention: { latest: { status, endsOn: '2026-12-31' } },
    },
  }) as Guichet;

it('a guichet is bound up to the end of a signed avenant to come, not of one that is being prepared', () => {
  expect(boundUntil(guichet('UPCOMING'))).toBe('2026-12-31');
  expect(boundUntil(guichet('IN_REVIEW'))).toBe('2026-06-30');
  expect(boundUntil(guichet(undefined))).toBeUndefined();
});
