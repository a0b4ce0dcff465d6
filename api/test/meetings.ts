/** A network with meetings in every state, and the people who ask: for the tests of meetings, sheets and participation. */

import { encodeId } from '../src/concept/id.js';
import type { Caller } from '../src/identity/access/caller.js';
import { startTestApi, type TestApi } from './api.js';

export const DAY = '2026-03-12';
const caller = (given: Partial<Caller> = {}): Caller => ({
  role: 'EPCI_STAFF',
  dbRole: 'parvis_staff',
  locale: 'fr',
  today: DAY,
  accountId: '1',
  epciId: '1',
  epciIds: ['1'],
  guichetIds: [],
  reviewIds: [],
  levels: [],
  ...given,
});
export const staff = caller();
export const otherStaff = caller({ epciId: '2', epciIds: ['2'] });
export const analyst = caller({ role: 'ANALYST', dbRole: 'parvis_analyst' });
export const agent = (agentId: string, given: Partial<Caller> = {}): Caller =>
  caller({ role: 'AGENT', dbRole: 'parvis_agent', agentId, guichetIds: ['1'], levels: ['CONSEIL'], ...given });
export const ana = agent('1');

export const meetingId = (key: number) => encodeId('Meeting', key);
export const agentId = (key: number) => encodeId('Agent', key);

/**
 * Meetings of EPCI 1, for CONSEIL: 1 planned tomorrow, 2 open today, 3 planned yesterday, 4 closed a week ago, 5 cancelled,
 * 7 planned tonight; 6 of EPCI 2, open.
 */
const network = `
    truncate epci cascade;
    insert into epci (id, siren, name) values (1, '243800984', 'Pays Voironnais'), (2, '200040715', 'Grenoble');
    insert into commune (id, epci_id, insee_code, name) values (1, 1, '38563', 'Voiron'), (2, 2, '38185', 'Grenoble'), (3, 1, '38239', 'Moirans');
    insert into organisation (id, epci_id, name, kind) values (1, 1, 'Ville de Voiron', 'COMMUNE'), (2, 2, 'Ville de Grenoble', 'COMMUNE');
    insert into guichet (id, epci_id, name, organisation_id, commune_id, level_agreed, closed_on) values
      (1, 1, 'Service logement', 1, 1, 'CONSEIL', null), (2, 2, 'Grenoble', 2, 2, 'CONSEIL', null),
      (3, 1, 'Mairie de Moirans', 1, 3, 'CONSEIL', null), (4, 1, 'Fermé', 1, 3, 'CONSEIL', '2020-01-01'), (5, 1, 'Info', 1, 3, 'INFO', null);
    insert into agent (id, epci_id, organisation_id, last_name, first_name) values
      (1, 1, 1, 'Éluard', 'Ana'), (2, 1, 1, 'Durand', 'Bob'), (3, 2, 2, 'Autre', 'Zoé'), (4, 1, 1, 'Faure', 'Inès');
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on) values
      (1, 1, 1, '2020-01-01', null), (1, 2, 1, '2020-01-01', null), (1, 2, 3, '2020-01-01', null), (2, 3, 2, '2020-01-01', null),
      (1, 4, 1, '2020-01-01', '2021-01-01'), (1, 4, 5, '2020-01-01', null);
    insert into meeting (id, epci_id, kind, title, held_on, start_time, end_time, levels, state) values
      (1, 1, 'TECHNICAL', 'Demain', '2026-03-13', '14:00', '16:00', '{CONSEIL}', 'PLANNED'),
      (2, 1, 'TECHNICAL', 'Aujourd’hui', '${DAY}', '14:00', '16:00', '{CONSEIL}', 'OPEN'),
      (3, 1, 'TECHNICAL', 'Hier', '2026-03-11', '14:00', '16:00', '{CONSEIL}', 'PLANNED'),
      (4, 1, 'TRAINING', 'Il y a une semaine', '2026-03-05', '14:00', '16:00', '{CONSEIL}', 'CLOSED'),
      (5, 1, 'COTECH', 'Annulée', '2026-03-20', '14:00', '16:00', '{CONSEIL}', 'CANCELLED'),
      (6, 2, 'TECHNICAL', 'Ailleurs', '${DAY}', '14:00', '16:00', '{CONSEIL}', 'OPEN'),
      (7, 1, 'TECHNICAL', 'Ce soir', '${DAY}', '18:00', '19:00', '{CONSEIL}', 'PLANNED');
    insert into attendance (epci_id, meeting_id, agent_id, state, signed_by) values
      (1, 4, 1, 'ABSENT', null), (1, 4, 2, 'PRESENT', 'SHEET'), (1, 3, 2, 'REGISTERED', null);
    select ${['epci', 'commune', 'organisation', 'guichet', 'agent', 'meeting'].map((table) => `setval('${table}_id_seq', 100)`)}`;

export interface MeetingApi {
  api: TestApi;
  /** Puts the network back as it was. */
  reset(): Promise<void>;
  /** What the one operation answers, or the name of the refusal. */
  answer(who: Caller, source: string, variables?: Record<string, unknown>): Promise<{ id: string }>;
  /** The sheet of a meeting, by agent. */
  lines(meeting: number): Promise<Record<string, unknown>[]>;
}

export async function startMeetingApi(): Promise<MeetingApi> {
  const api = await startTestApi(DAY);
  return {
    api,
    async reset() {
      await api.orm.em.fork().execute(network);
    },
    async answer(who, source, variables = {}) {
      const { data, errors } = await api.ask(who, source, variables);
      return (errors[0]?.name ?? Object.values(data)[0]) as unknown as { id: string };
    },
    lines: (meeting) =>
      api.orm.em.fork().execute(
        `select agent_id::int as agent, state, mode, signed_by, contributed, confirmation, revision
         from attendance where meeting_id = ${meeting} order by agent_id`,
      ),
  };
}
