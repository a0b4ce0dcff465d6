import { expect, it } from 'vitest';
import { addressOf } from './addresses';

const version = { concept: 'ConventionVersion', id: 'v1' };

it.each([
  [{ ...version, parentId: 'c1' }, '/conventions/c1?version=v1'],
  [version, '/convention-versions/v1'],
  [{ concept: 'ConventionVersion', status: 'DRAFT' }, '/convention-versions?status=DRAFT'],
  [
    { concept: 'ConventionVersion', status: 'IN_FORCE', endsOn: '2026-12-31' },
    '/convention-versions?status=IN_FORCE&endsOn=2026-12-31..2026-12-31',
  ],
  [{ concept: 'Attendance', id: 'a1', parentId: 'm1' }, '/meetings/m1'],
  [{ concept: 'Meeting', id: 'm1' }, '/meetings/m1'],
  [{ concept: 'Guichet', id: 'g1', obligation: 'MEETINGS', obligationState: 'AT_RISK' }, '/guichets/g1'],
  [
    { concept: 'Guichet', obligation: 'MEETINGS', obligationState: 'AT_RISK' },
    '/?state=AT_RISK&obligation=MEETINGS#compliance',
  ],
  [{ concept: 'Gone', id: 'x' }, '/'],
])('%j is read at %s', (subject, address) => {
  expect(addressOf(subject)).toBe(address);
});
