import { describe, expect, it } from 'vitest';
import { aGuichet, anObligation, aSegment, TODAY } from '../../../test/compliance-builders.js';
import type { CommitmentFacts, ReferentialFacts } from './commitment.rules.js';
import { judgeGuichet } from './compliance.rules.js';
import { segmentsAtLevel, segmentsUnder, statusChange } from './supposition.rules.js';

const meetings = (id: string, level: 'INFO' | 'CONSEIL', target: number) => ({
  ...anObligation('MEETINGS', { id, target }),
  level,
});
const present: ReferentialFacts = {
  id: 'present',
  validFrom: '2016-01-01',
  validTo: null,
  obligations: [meetings('one', 'INFO', 1), meetings('three', 'CONSEIL', 3)],
};
const draft: ReferentialFacts = {
  id: 'draft',
  validFrom: '2027-01-01',
  validTo: null,
  obligations: [meetings('two', 'INFO', 2)],
};
const facts: CommitmentFacts = {
  openedOn: null,
  closedOn: null,
  levelAgreed: 'INFO',
  versions: [
    {
      id: 'v1',
      state: 'SIGNED',
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
      terminatedOn: null,
      level: 'INFO',
      referentialId: 'present',
      etp: 0.4,
    },
  ],
  referentials: [present, draft],
};

describe('as if everything followed one référentiel', () => {
  it('the signed convention and the agreed level after it are judged by that one, though it holds later', () => {
    expect(
      segmentsUnder(facts, 2026, 'draft').map(({ from, to, obligations }) => [from, to, obligations?.[0]?.id]),
    ).toEqual([
      ['2026-01-01', '2026-06-30', 'two'],
      ['2026-07-01', '2026-12-31', 'two'],
    ]);
  });
});

describe('as if the guichet were of another level', () => {
  it('it is so on every day of the year that it is open, under the référentiel of today, at the ETP of its convention', () => {
    const opened = { ...facts, openedOn: '2026-03-01' };
    expect(segmentsAtLevel(opened, 2026, 'CONSEIL', TODAY)).toMatchObject([
      { from: '2026-03-01', to: '2026-12-31', level: 'CONSEIL', etp: 0.4, obligations: [{ id: 'three', target: 3 }] },
    ]);
  });
  it('a guichet that is closed all year has nothing to keep', () => {
    expect(segmentsAtLevel({ ...facts, closedOn: '2025-06-01' }, 2026, 'CONSEIL', TODAY)).toEqual([]);
  });
  it('where no référentiel holds today, nobody knows', () => {
    const [only] = segmentsAtLevel({ ...facts, referentials: [draft] }, 2026, 'INFO', TODAY);
    expect(only?.obligations).toBeNull();
  });
});

describe('the standing of a guichet', () => {
  const judged = (modes: 'TELEPHONE'[] | null) =>
    judgeGuichet(
      aGuichet({
        receptionModes: modes,
        segments: [
          aSegment({
            obligations: [
              anObligation('RECEPTION_MODES', { modes: ['TELEPHONE'] }),
              anObligation('DOSSIER_UNIQUE', { target: 1 }),
            ],
          }),
        ],
      }),
      TODAY,
    );
  it('changes with the obligation that is met no more, which says why', () => {
    expect(statusChange(judged(['TELEPHONE']), judged([]))).toMatchObject({
      before: 'MET',
      after: 'NOT_MET',
      reasons: [{ kind: 'RECEPTION_MODES', before: 'MET', after: 'NOT_MET' }],
    });
  });
  it('is the same when nothing that sums it up changes', () => {
    expect(statusChange(judged([]), judged([]))).toBeNull();
  });
  it('an obligation that only one version asks for has no status under the other', () => {
    const none = judgeGuichet(aGuichet({ segments: [aSegment({ obligations: [] })] }), TODAY);
    expect(statusChange(none, judged(['TELEPHONE']))).toMatchObject({
      before: null,
      after: 'MET',
      reasons: [
        { before: null, after: 'MET' },
        { before: null, after: 'MET' },
      ],
    });
  });
});
