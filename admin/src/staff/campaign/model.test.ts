import { describe, expect, it } from 'vitest';
import {
  blocks,
  type Card,
  choiceOf,
  countByVerdict,
  type Line,
  lacking,
  moveTo,
  progressOf,
  takenLines,
} from './model';

const aLine = (given: Partial<Line>): Line => ({
  guichetId: 'a',
  guichetName: 'Mairie',
  communeName: 'Rives',
  organisationName: 'Commune de Rives',
  currentLevel: 'INFO',
  currentConventionNumber: 'PV-1',
  currentEndsOn: '2026-12-31',
  proposedLevel: 'INFO',
  verdict: 'KEPT',
  reasons: ['LEVEL_IN_FORCE'],
  obstacleId: null,
  obstacleNumber: null,
  obstacleEndsOn: null,
  closedOn: null,
  ...given,
});
const aCard = (state: Card['version']['state'], availableTransitions: Card['version']['availableTransitions'] = []) =>
  ({
    id: 'c',
    number: 'PV-2',
    guichet: { id: 'g', name: 'Mairie', commune: { id: 'm', name: 'Rives' } },
    version: { id: 'v', revision: 1, state, status: 'DRAFT', level: 'INFO', availableTransitions },
  }) satisfies Card;
const submit = (missing: Card['version']['availableTransitions'][number]['missing'] = []) =>
  ({ transition: 'SUBMIT', to: 'IN_REVIEW', asks: [], missing }) as const;
const cancel = { transition: 'CANCEL', to: 'CANCELLED', asks: ['CANCELLATION_MOTIVE'], missing: [] } as const;
const open = (...moves: readonly object[]) => moves as Card['version']['availableTransitions'];

describe('the lines of a preview', () => {
  it('are all taken where the level is known, and none that is left out', () => {
    const lines = [
      aLine({ guichetId: 'a' }),
      aLine({ guichetId: 'b', verdict: 'TO_DISCUSS', proposedLevel: null }),
      aLine({ guichetId: 'c', verdict: 'LEFT_OUT', proposedLevel: null }),
      aLine({ guichetId: 'd', verdict: 'PROPOSED', proposedLevel: 'SUIVI' }),
    ];
    expect(takenLines(lines, {})).toEqual([
      { guichetId: 'a', level: 'INFO' },
      { guichetId: 'd', level: 'SUIVI' },
    ]);
    const chosen = {
      b: { taken: true, level: 'CONSEIL' },
      c: { taken: true, level: 'INFO' },
      d: { taken: false, level: 'SUIVI' },
    } as const;
    expect(takenLines(lines, chosen)).toEqual([
      { guichetId: 'a', level: 'INFO' },
      { guichetId: 'b', level: 'CONSEIL' },
    ]);
    expect(choiceOf(chosen, aLine({ guichetId: 'd' })).taken).toBe(false);
    expect(countByVerdict(lines)).toEqual({ KEPT: 1, PROPOSED: 1, TO_DISCUSS: 1, LEFT_OUT: 1 });
  });
});

describe('the board', () => {
  it('says what a card lacks for its next step, not for giving it up', () => {
    expect(lacking(aCard('DRAFT', open(submit(['RECEPTION_MODES']), cancel)))).toEqual(['RECEPTION_MODES']);
    expect(lacking(aCard('DRAFT', open(submit(), cancel)))).toEqual([]);
    expect(lacking(aCard('SIGNED'))).toEqual([]);
  });

  it('counts what blocks, most frequent first', () => {
    const cards = [
      aCard('DRAFT', open(submit(['RECEPTION_MODES', 'LEVEL']))),
      aCard('DRAFT', open(submit(['RECEPTION_MODES']))),
    ];
    expect(blocks(cards)).toEqual([
      { need: 'RECEPTION_MODES', count: 2 },
      { need: 'LEVEL', count: 1 },
    ]);
  });

  it('progresses towards all signed; what was given up counts no more', () => {
    const cards = [aCard('SIGNED'), aCard('TERMINATED'), aCard('TO_SIGN'), aCard('CANCELLED')];
    expect(progressOf(cards)).toEqual({ signed: 2, total: 3 });
  });

  it('moves a card only where a transition leads', () => {
    const card = aCard('DRAFT', open(submit(), cancel));
    expect(moveTo(card, 'IN_REVIEW')?.transition).toBe('SUBMIT');
    expect(moveTo(card, 'SIGNED')).toBeUndefined();
  });
});
