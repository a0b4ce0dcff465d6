import { describe, expect, it, test } from 'vitest';
import { type CampaignGuichet, type CampaignVersion, judgeCampaign, proposedTerms } from './campaign.rules.js';

const today = '2026-03-12';
const term = { startsOn: '2027-01-01', endsOn: '2032-12-31' };

const aVersion = (given: Partial<CampaignVersion> = {}): CampaignVersion => ({
  id: '1',
  conventionId: '1',
  number: 'PV-2023-01',
  state: 'SIGNED',
  level: 'SUIVI',
  startsOn: '2023-01-01',
  endsOn: '2026-12-31',
  terminatedOn: null,
  campaignName: null,
  ...given,
});
const aGuichet = (given: Partial<CampaignGuichet> = {}): CampaignGuichet => ({
  closedOn: null,
  levelAgreed: null,
  levelProposed: null,
  proposal: null,
  versions: [],
  missesObligation: false,
  ...given,
});
const bound = (given: Partial<CampaignGuichet> = {}) => aGuichet({ versions: [aVersion()], ...given });
const judged = (guichet: CampaignGuichet) => judgeCampaign(guichet, term, today);

describe('the level that a campaign puts forward', () => {
  test.each<[said: string, guichet: CampaignGuichet, verdict: string, level: string | null, reasons: string[]]>([
    ['is the one in force when nobody says otherwise', bound(), 'KEPT', 'SUIVI', ['LEVEL_IN_FORCE']],
    [
      'is the one in force when the proposal agrees',
      bound({ levelProposed: 'SUIVI', proposal: 'DISCUSSED' }),
      'KEPT',
      'SUIVI',
      ['LEVEL_IN_FORCE'],
    ],
    [
      'is the one agreed when it differs from the one in force',
      bound({ levelAgreed: 'CONSEIL', levelProposed: 'INFO', proposal: 'AGREED' }),
      'PROPOSED',
      'CONSEIL',
      ['LEVEL_AGREED'],
    ],
    [
      'is the one proposed once the proposal is agreed, even where the level agreed was not entered',
      bound({ levelProposed: 'INFO', proposal: 'AGREED' }),
      'PROPOSED',
      'INFO',
      ['LEVEL_AGREED'],
    ],
    [
      'is discussed while an open proposal differs from the one in force, which stays meanwhile',
      bound({ levelProposed: 'CONSEIL', proposal: 'PROPOSED' }),
      'TO_DISCUSS',
      'SUIVI',
      ['LEVEL_IN_FORCE', 'PROPOSAL_DIFFERS'],
    ],
    [
      'is discussed where an older agreement differs and nobody knows how it ended',
      bound({ levelAgreed: 'INFO' }),
      'TO_DISCUSS',
      'SUIVI',
      ['LEVEL_IN_FORCE', 'PROPOSAL_DIFFERS'],
    ],
    [
      'is the one agreed where no convention is in force',
      aGuichet({ levelAgreed: 'INFO' }),
      'PROPOSED',
      'INFO',
      ['LEVEL_AGREED'],
    ],
    [
      'is discussed where the only level is a proposal',
      aGuichet({ levelProposed: 'INFO', proposal: 'PROPOSED' }),
      'TO_DISCUSS',
      'INFO',
      ['LEVEL_PROPOSED'],
    ],
    [
      'is discussed where the level agreed meets another proposal',
      aGuichet({ levelAgreed: 'INFO', levelProposed: 'SUIVI', proposal: 'DISCUSSED' }),
      'TO_DISCUSS',
      'INFO',
      ['LEVEL_AGREED', 'PROPOSAL_DIFFERS'],
    ],
    ['is to be found where there is none', aGuichet(), 'TO_DISCUSS', null, ['NO_LEVEL']],
    [
      'is discussed where the guichet fails its obligations, whatever it is',
      bound({ missesObligation: true }),
      'TO_DISCUSS',
      'SUIVI',
      ['LEVEL_IN_FORCE', 'OBLIGATION_MISSED'],
    ],
    [
      'is that of the avenant signed since, not yet in force',
      bound({
        versions: [
          aVersion({ endsOn: '2026-06-30' }),
          aVersion({ id: '2', level: 'CONSEIL', startsOn: '2026-07-01', endsOn: '2026-12-31' }),
        ],
      }),
      'KEPT',
      'CONSEIL',
      ['LEVEL_IN_FORCE'],
    ],
    [
      'is that of the convention signed for later, where none is in force today',
      aGuichet({ versions: [aVersion({ level: 'INFO', startsOn: '2026-06-01' })] }),
      'KEPT',
      'INFO',
      ['LEVEL_IN_FORCE'],
    ],
    [
      'is not that of a convention that ended',
      aGuichet({ versions: [aVersion({ endsOn: '2025-12-31' })] }),
      'TO_DISCUSS',
      null,
      ['NO_LEVEL'],
    ],
  ])('%s', (_said, guichet, verdict, proposedLevel, reasons) => {
    expect(judged(guichet)).toMatchObject({ verdict, proposedLevel, reasons });
  });
});

describe('a guichet is left out', () => {
  test.each<[said: string, guichet: CampaignGuichet, reason: string, number: string | null]>([
    ['when it closes before the first day', bound({ closedOn: '2027-01-01' }), 'CLOSES_BEFORE', null],
    ['when it closes within the term', bound({ closedOn: '2027-01-02' }), 'CLOSES_DURING', null],
    ['when it closes on the last day', bound({ closedOn: '2032-12-31' }), 'CLOSES_DURING', null],
    [
      'when a convention in force goes past the first day',
      aGuichet({ versions: [aVersion({ endsOn: '2027-01-01' })] }),
      'BOUND_BEYOND',
      'PV-2023-01',
    ],
    ...(['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN'] as const).map(
      (state): [string, CampaignGuichet, string, string] => [
        `when a convention for those days is in the state ${state}`,
        bound({
          versions: [
            aVersion(),
            aVersion({ id: '2', number: 'PV-2026-09', state, startsOn: '2027-01-01', endsOn: '2028-12-31' }),
          ],
        }),
        'ALREADY_IN_PREPARATION',
        'PV-2026-09',
      ],
    ),
  ])('%s', (_said, guichet, reason, number) => {
    const { verdict, reasons, proposedLevel, obstacle } = judged(guichet);
    expect({ verdict, reasons, proposedLevel }).toEqual({
      verdict: 'LEFT_OUT',
      reasons: [reason],
      proposedLevel: null,
    });
    expect(obstacle?.number ?? null).toBe(number);
  });
  it('not when it closes on the day after the last', () => {
    expect(judged(bound({ closedOn: '2033-01-01' })).verdict).toBe('KEPT');
  });

  it('but not for what was terminated in time, nor for an avenant of earlier days', () => {
    const versions = [
      aVersion({ state: 'TERMINATED', endsOn: '2028-12-31', terminatedOn: '2026-12-31' }),
      aVersion({ id: '2', state: 'CORRECTION', startsOn: '2026-07-01' }),
    ];
    expect(judged(aGuichet({ versions }))).toMatchObject({ verdict: 'KEPT', source: { id: '1' } });
  });
});

describe('what is proposed for each plan', () => {
  const plans = [
    { id: 'old', startsOn: '2015-01-01', endsOn: '2020-12-31' },
    { id: 'now', startsOn: '2021-01-01', endsOn: '2026-12-31' },
    { id: 'next', startsOn: '2027-01-01', endsOn: '2036-12-31' },
  ];
  const referential = (id: string, validFrom: string, validTo: string | null, published = true) =>
    ({ id, name: id, published, validFrom, validTo, termTooLong: 'WARN' }) as const;
  const referentials = [
    referential('draft', '2027-01-01', null, false),
    referential('r2', '2027-01-01', null),
    referential('r1', '2015-01-01', '2027-01-01'),
  ];
  const proposed = (some = plans) => proposedTerms({ plans: some, planMaxYears: 6, referentials }, '2026-03-12');
  it('is from its first day, or today, as far as a convention may go, under the référentiel published by then', () => {
    expect(proposed().map(({ plan, referential: of, ...terms }) => ({ ...terms, plan: plan.id, of: of?.id }))).toEqual([
      { plan: 'old', startsOn: '2026-03-12', endsOn: '2032-03-11', of: 'r1', recommended: false },
      { plan: 'now', startsOn: '2026-03-12', endsOn: '2026-12-31', of: 'r1', recommended: false },
      { plan: 'next', startsOn: '2027-01-01', endsOn: '2032-12-31', of: 'r2', recommended: true },
    ]);
  });
  it('recommends the next plan, or else the one that runs, or the last', () => {
    const recommended = (some: typeof plans) => proposed(some).find((one) => one.recommended)?.plan.id;
    expect(recommended(plans.slice(0, 2))).toBe('now');
    expect(recommended(plans.slice(0, 1))).toBe('old');
    expect(proposed([])).toEqual([]);
  });
});
