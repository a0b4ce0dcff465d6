import { expect, it } from 'vitest';
import { eventsOf, signatoriesOf, type Version } from './events';

const version = (content: Partial<Version>) =>
  ({ state: 'SIGNED', startsOn: '2023-01-01', endsOn: '2026-12-31', ...content }) as Version;
const told = (...versions: Version[]) => eventsOf(versions).map(({ on, kind }) => `${on} ${kind}`);

it('a signed convention: deliberation, signature, start and end in order of date', () => {
  expect(told(version({ deliberationOn: '2022-11-03', signedOn: '2022-12-16' }))).toEqual([
    '2022-11-03 deliberated',
    '2022-12-16 signed',
    '2023-01-01 starts',
    '2026-12-31 ends',
  ]);
});

it('a terminated one ends on the day of its termination, not at its term', () => {
  const ended = version({
    state: 'TERMINATED',
    signedOn: '2022-12-16',
    noticeOn: '2024-01-10',
    terminatedOn: '2024-06-30',
  });
  expect(told(ended)).toEqual([
    '2022-12-16 signed',
    '2023-01-01 starts',
    '2024-01-10 noticed',
    '2024-06-30 terminated',
  ]);
});

it('one read without remarks, signed and withdrawn never starts', () => {
  const back = {
    state: 'CANCELLED',
    reviewedAt: '2022-11-20T10:00:00.000Z',
    signedOn: '2022-12-16',
    withdrawnOn: '2022-12-20',
  } as const;
  expect(told(version(back))).toEqual(['2022-11-20 reviewed', '2022-12-16 signed', '2022-12-20 withdrawn']);
});

it('a draft has no start and no end yet', () => {
  expect(told(version({ state: 'DRAFT' }))).toEqual([]);
});

it('signatories are read whatever old data holds', () => {
  expect(signatoriesOf([{ party: 'Commune', name: 'A. Maire', quality: 'maire' }, { name: 'sans partie' }, 3])).toEqual(
    [{ party: 'Commune', name: 'A. Maire', quality: 'maire', signedOn: null }],
  );
  expect(signatoriesOf(null)).toEqual([]);
});
