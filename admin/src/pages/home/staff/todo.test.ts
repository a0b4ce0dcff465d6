import { describe, expect, it } from 'vitest';
import type { StaffHomeQuery } from '../../../generated/graphql';
import { toDo } from './todo';

type Version = StaffHomeQuery['underway']['nodes'][number];
type Report = StaffHomeQuery['complianceReport'][number];

const today = '2026-03-12';
let made = 0;
const aVersion = (of: Partial<Version> & { at?: string } = {}): Version => {
  made += 1;
  const { at = `g${made}`, ...given } = of;
  return {
    id: `v${made}`,
    status: 'IN_FORCE',
    rank: 1,
    startsOn: '2023-01-01',
    endsOn: '2026-04-30',
    terminatedOn: null,
    guichet: { id: at, name: `Mairie ${at}`, closedOn: null },
    convention: { id: `c${made}`, number: `PV-${made}` },
    ...given,
  };
};
const aHome = (of: {
  inForce?: Version[];
  underway?: Version[];
  reports?: Report[];
  months?: number;
}): StaffHomeQuery =>
  ({
    epcis: { nodes: [{ id: 'e', name: 'Pays', conventionAlertMonths: of.months ?? 6 }] },
    inForce: { totalCount: 0, nodes: of.inForce ?? [] },
    underway: { nodes: of.underway ?? [] },
    toCome: { nodes: [] },
    notClosed: { nodes: [] },
    declarations: { nodes: [] },
    complianceReport: of.reports ?? [],
  }) as unknown as StaffHomeQuery;
const aReport = (guichetId: string, judgements: { kind: string; status: string; next?: string }[]): Report =>
  ({
    guichetId,
    guichetName: guichetId,
    judgements: judgements.map(({ kind, status, next }) => ({
      kind,
      status,
      nextMeeting: next ? { id: `m${next}`, title: 'Formation', heldOn: next, kind: 'TRAINING' } : null,
    })),
  }) as unknown as Report;

describe('what staff has to do', () => {
  it('a convention that ends within the alert of the EPCI is there, a later one is not', () => {
    const inForce = [aVersion({ endsOn: '2026-09-12' }), aVersion({ endsOn: '2026-09-13' })];
    expect(toDo(aHome({ inForce }), today)).toMatchObject([{ what: 'ending', date: '2026-09-12' }]);
    expect(toDo(aHome({ inForce, months: 3 }), today)).toEqual([]);
  });
  it('a terminated convention ends on its last day; one of a guichet that closes asks for nothing', () => {
    const terminated = aVersion({ endsOn: '2028-12-31', terminatedOn: '2026-05-31' });
    const closing = aVersion({ guichet: { id: 'z', name: 'Mairie z', closedOn: '2026-06-30' } });
    expect(toDo(aHome({ inForce: [terminated, closing] }), today)).toMatchObject([
      { what: 'ending', date: '2026-05-31' },
    ]);
  });
  it('a convention whose successor is signed asks for nothing', () => {
    const inForce = [aVersion({ at: 'a' })];
    const underway = [aVersion({ at: 'a', status: 'UPCOMING', startsOn: '2026-05-01' })];
    expect(toDo(aHome({ inForce, underway }), today)).toEqual([]);
  });
  it('a convention that ends and its draft are one thing, not two', () => {
    const underway = [aVersion({ at: 'a', status: 'DRAFT', startsOn: '2026-05-01' })];
    const items = toDo(aHome({ inForce: [aVersion({ at: 'a' })], underway }), today);
    expect(items).toMatchObject([{ what: 'ending', successor: { status: 'DRAFT' } }]);
  });
  it('many conventions that end on one day are one line', () => {
    const inForce = ['a', 'b', 'c', 'd'].map((at) => aVersion({ at, endsOn: '2026-06-30' }));
    expect(toDo(aHome({ inForce }), today)).toMatchObject([{ what: 'endingTogether', count: 4, prepared: 0 }]);
  });
  it('guichets that lack the same thing and wait for the same meeting are one line, what has no day comes last', () => {
    const items = toDo(
      aHome({
        inForce: [aVersion()],
        reports: [
          aReport('a', [
            { kind: 'DEDICATED_AGENT', status: 'NOT_MET' },
            { kind: 'MEETINGS', status: 'AT_RISK', next: '2026-04-07' },
          ]),
          aReport('b', [
            { kind: 'MEETINGS', status: 'AT_RISK', next: '2026-04-07' },
            { kind: 'ETP', status: 'MET' },
          ]),
        ],
      }),
      today,
    );
    expect(items.map(({ what, date }) => [what, date])).toEqual([
      ['obligation', '2026-04-07'],
      ['ending', '2026-04-30'],
      ['obligation', null],
    ]);
    expect(items[0]).toMatchObject({ guichets: [{ id: 'a' }, { id: 'b' }] });
  });
});
