import { describe, expect, it } from 'vitest';
import { mistakeIn } from './rules';
import { changesOf, compare, filledOf, inputsOf, startValues, valuesOfRow } from './values';

const inputs = inputsOf(
  'Guichet',
  { title: 'x', fields: ['name', 'commune', 'registers', 'receptionModes', 'latitude', 'level'] },
  'update',
);
const row = {
  id: '1',
  name: 'Mairie',
  commune: { id: 'c1', name: 'Voiron' },
  registers: null,
  receptionModes: [],
  latitude: 45.3,
};
const before = valuesOfRow(inputs, row);

describe('the values of a form', () => {
  it('take the names of the API’s inputs, and leave out what nobody writes', () => {
    expect(before).toEqual({ name: 'Mairie', communeId: 'c1', registers: null, receptionModes: [], latitude: 45.3 });
  });
  it('only what changed is sent, texts tidied, an emptied text as nothing', () => {
    expect(changesOf(inputs, before, { ...before, name: '  Mairie annexe ', latitude: null })).toEqual({
      name: 'Mairie annexe',
      latitude: null,
    });
    expect(changesOf(inputs, before, { ...before, name: ' Mairie ' })).toEqual({});
  });
  it('“none of them” and “never entered” are not the same', () => {
    expect(changesOf(inputs, before, { ...before, receptionModes: null })).toEqual({ receptionModes: null });
  });
  it('a new one sends what was filled in', () => {
    expect(filledOf(inputs, { name: 'A', communeId: null, registers: false, receptionModes: undefined })).toEqual({
      name: 'A',
      registers: false,
    });
  });
  it('a new one starts with the usual values and with what the address brings', () => {
    const fields = inputsOf('Assignment', { title: 'x', fields: ['agent', 'guichet', 'dedicated', 'etp'] }, 'create');
    expect(startValues(fields, new URLSearchParams('guichetId=g1&other=x'))).toEqual({
      agentId: null,
      guichetId: 'g1',
      dedicated: false,
      etp: null,
    });
  });
  it('what can only be given at first is not asked again', () => {
    expect(inputsOf('Assignment', { title: 'x', fields: ['agent', 'etp'] }, 'update').map(({ name }) => name)).toEqual([
      'etp',
    ]);
  });
});

describe('when somebody else saved first', () => {
  const theirs = { ...before, name: 'Mairie de Voiron', registers: true };
  it('a field changed on both sides has to be chosen', () => {
    expect(compare(inputs, before, { ...before, name: 'Hôtel de ville' }, theirs)).toEqual({
      both: [{ name: 'name', mine: 'Hôtel de ville', theirs: 'Mairie de Voiron' }],
      onlyTheirs: [{ name: 'registers', mine: null, theirs: true }],
    });
  });
  it('the same change on both sides is no conflict', () => {
    expect(compare(inputs, before, { ...before, name: 'Mairie de Voiron' }, theirs).both).toEqual([]);
  });
});

describe('the checks of a field', () => {
  const input = (concept: Parameters<typeof inputsOf>[0], path: string) => {
    const [found] = inputsOf(concept, { title: 'x', fields: [path] }, 'create');
    if (!found) throw new Error(path);
    return found;
  };
  it.each([
    ['Guichet', 'name', '   ', 'required'],
    ['Guichet', 'name', 'x'.repeat(201), 'tooLong'],
    ['Guichet', 'latitude', 91, 'atMost'],
    ['Guichet', 'latitude', 45.1234567, 'decimals'],
    ['Commune', 'population', -1, 'atLeast'],
    ['Commune', 'population', 1.5, 'integer'],
    ['Assignment', 'startsOn', '', 'required'],
    ['Assignment', 'startsOn', '0020-01-01', 'date'],
    ['Assignment', 'etp', 1.2, 'atMost'],
    ['Agent', 'email', 'nobody', 'email'],
    ['Meeting', 'levels', [], 'oneAtLeast'],
    ['ConventionVersion', 'missions', ['x'.repeat(61)], 'tooLong'],
    ['Meeting', 'startTime', '14', 'time'],
    [
      'Guichet',
      'openingHours',
      { slots: [{ weekday: 'MON', from: '14:00', to: '12:00', weeks: 'ALL', byAppointment: false }], remark: null },
      'hours',
    ],
    [
      'Guichet',
      'openingHours',
      {
        slots: [
          { weekday: 'TUE', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false },
          { weekday: 'TUE', from: '11:00', to: '13:00', weeks: 'ODD', byAppointment: true },
        ],
        remark: null,
      },
      'hours',
    ],
  ] as const)('%s.%s refuses %j: %s', (concept, path, value, key) => {
    expect(mistakeIn(input(concept, path), value)?.[0]).toBe(key);
  });
  it.each([
    ['Guichet', 'latitude', null],
    ['ConventionVersion', 'missions', ['LEAFLETS']],
    [
      'Guichet',
      'openingHours',
      {
        slots: [
          { weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false },
          { weekday: 'MON', from: '12:00', to: '17:00', weeks: 'ALL', byAppointment: true },
        ],
        remark: null,
      },
    ],
    ['Agent', 'email', 'claire.exemple@mairie.fr'],
    ['Assignment', 'etp', 0.5],
  ] as const)('%s.%s takes %j', (concept, path, value) => {
    expect(mistakeIn(input(concept, path), value)).toBeUndefined();
  });
});
