import { type ConceptMeta, isStored, targetOf } from '../src/concept/meta.js';
import { inputName } from '../src/write/input.js';
import { fillerOf } from './row-maker.js';

/** What new rows are made of that need more than some value in each field that must have one. */
const newRows: Record<string, Record<string, unknown>> = {
  Plan: { name: 'P', startsOn: '2030-01-01', endsOn: '2031-01-01' },
  Milestone: { planId: 'Plan', body: 'CIL', label: 'L', startsOn: '2030-01-01' },
  Commune: { inseeCode: '38001', name: 'Les Abrets' },
  Organisation: { name: 'O', kind: 'COMMUNE', communeId: 'Commune' },
  Guichet: { name: 'G', organisationId: 'Organisation', communeId: 'Commune' },
  Agent: { lastName: 'N', firstName: 'P', organisationId: 'Organisation' },
  Assignment: { agentId: 'Agent', guichetId: 'Guichet', startsOn: '2010-01-01', endsOn: '2010-12-31' },
  Convention: { guichetId: 'Guichet', level: 'INFO', startsOn: '2030-01-01', endsOn: '2031-01-01' },
  Meeting: {
    ...{ kind: 'TECHNICAL', title: 'T', heldOn: '2030-01-01', startTime: '09:00', endTime: '10:00', levels: ['INFO'] },
    organiserId: 'Organisation',
  },
  Request: { guichetId: 'Guichet', channel: 'POST', registeredOn: '2026-03-01', seniorityOn: '2026-03-01' },
  Referential: { name: 'R', number: 9, validFrom: '2040-01-01' },
  Obligation: { referentialId: 'Referential', level: 'INFO', kind: 'ETP', text: 'T' },
  ReferentialItem: { referentialId: 'Referential', kind: 'MISSION', code: 'NEW', levels: ['INFO'], label: 'L' },
  AnalystScope: { accountId: 'Account', epciId: 'Epci' },
};

/** What a new row of a concept that people add is made of; a relation is said by the concept that it leads to. */
export const newRowOf = (concept: ConceptMeta): Record<string, unknown> =>
  newRows[concept.name] ??
  Object.fromEntries(
    [...concept.fields.values()]
      .filter(
        (field) =>
          isStored(field) &&
          (field.write === 'both' || field.write === 'create') &&
          !field.nullable &&
          field.default === undefined,
      )
      .map((field) => [
        inputName(field),
        field.kind === 'one' ? targetOf(field).name : fillerOf(concept.name, field, 9000, {}),
      ]),
  );

export const isRelation = (name: string): boolean => name.endsWith('Id');
