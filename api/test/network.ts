import { encodeId } from '../src/concept/id.js';
import type { Caller } from '../src/identity/access/caller.js';
import type { TestApi } from './api.js';

/** The day of the tests that do not say another. */
export const TODAY = '2026-03-12';

const base = { locale: 'fr', today: TODAY, epciIds: [], guichetIds: [], reviewIds: [], levels: [] } as const;
const signedIn = (caller: Partial<Caller> & Pick<Caller, 'role' | 'dbRole'>): Caller => ({
  ...base,
  epciIds: [],
  guichetIds: [],
  reviewIds: [],
  levels: [],
  ...caller,
});

/** Someone of the staff of an EPCI. */
export const staffOf = ({ key }: { key: string }): Caller =>
  signedIn({ role: 'EPCI_STAFF', dbRole: 'parvis_staff', epciId: key, epciIds: [key] });

/** Callers of the little network below, by who they are. The keys are those of its rows. */
export const callers = {
  admin: signedIn({ role: 'ADMIN', dbRole: 'parvis_admin', accountId: '1' }),
  staff: signedIn({ role: 'EPCI_STAFF', dbRole: 'parvis_staff', accountId: '2', epciId: '1', epciIds: ['1'] }),
  agent: signedIn({
    role: 'AGENT',
    dbRole: 'parvis_agent',
    accountId: '3',
    epciId: '1',
    epciIds: ['1'],
    agentId: '1',
    guichetIds: ['1'],
    reviewIds: ['1'],
    levels: ['SUIVI'],
  }),
  analystOfOne: signedIn({ role: 'ANALYST', dbRole: 'parvis_analyst', accountId: '4', epciIds: ['1'] }),
  analystOfBoth: signedIn({ role: 'ANALYST', dbRole: 'parvis_analyst', accountId: '5', epciIds: ['1', '2'] }),
  national: signedIn({ role: 'ANALYST', dbRole: 'parvis_national', accountId: '6' }),
  anonymous: signedIn({ role: 'ANONYMOUS', dbRole: 'parvis_anonymous' }),
  foreignStaff: signedIn({ role: 'EPCI_STAFF', dbRole: 'parvis_staff', accountId: '7', epciId: '2', epciIds: ['2'] }),
} satisfies Record<string, Caller>;

export const idOf = (concept: string, key: number | string): string => encodeId(concept, key);

/**
 * Two EPCIs: in the first, guichets 1 (the agent's, level SUIVI) and 2; in the second, guichet 3. Every other concept
 * has row 1 for guichet 1, row 2 for guichet 2 where it goes by guichet, and its last row in the second EPCI.
 */
export const makeNetwork = async ({ orm }: TestApi): Promise<void> => {
  await orm.em.fork().execute(`
    insert into epci (siren, name) values ('243800984', 'Pays Voironnais'), ('200040715', 'Grenoble-Alpes Métropole');
    insert into plan (epci_id, name, starts_on, ends_on) values (1, 'Plan 2022', '2022-07-01', '2028-06-30'), (2, 'Plan', '2022-07-01', '2028-06-30');
    insert into milestone (epci_id, plan_id, body, label, starts_on) values (1, 1, 'CIL', 'Vote', '2022-06-01'), (2, 2, 'CIL', 'Vote', '2022-06-01');
    insert into commune (epci_id, insee_code, name) values (1, '38563', 'Voiron'), (1, '38184', 'Rives'), (2, '38185', 'Grenoble');
    insert into organisation (epci_id, name, kind, commune_id) values
      (1, 'Commune de Voiron', 'COMMUNE', 1), (1, 'Pluralis', 'BAILLEUR', null), (2, 'Commune de Grenoble', 'COMMUNE', 3);
    insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed) values
      (1, 'Mairie de Voiron', 1, 1, 'SUIVI'), (1, 'Pluralis Rives', 2, 2, 'CONSEIL'), (2, 'Mairie de Grenoble', 3, 3, 'INFO');
    insert into referential (epci_id, name, number, valid_from, state) values (1, 'Référentiel', 1, '2015-01-01', 'PUBLISHED'), (2, 'Référentiel', 1, '2015-01-01', 'PUBLISHED');
    insert into referential_item (epci_id, referential_id, kind, code, levels, label) values (1, 1, 'MISSION', 'LEAFLETS', '{INFO}', 'Documents'), (2, 2, 'MISSION', 'LEAFLETS', '{INFO}', 'Documents');
    insert into document_template (epci_id, rank, in_use, file_name, size, sha256, added_by_name) values (1, 1, false, 'a.docx', 1, 'a', 'Équipe'), (2, 1, false, 'b.docx', 1, 'b', 'Autre');
    insert into campaign (epci_id, name, plan_id, referential_id, starts_on, ends_on) values (1, 'Renouvellement', 1, 1, '2028-07-01', '2034-06-30'), (2, 'Renouvellement', 2, 2, '2028-07-01', '2034-06-30');
    insert into obligation (epci_id, referential_id, level, kind, target, text) values
      (1, 1, 'SUIVI', 'MEETINGS', 2, 'Deux réunions'), (2, 2, 'SUIVI', 'MEETINGS', 2, 'Deux réunions');
    insert into agent (epci_id, organisation_id, last_name, first_name, email) values
      (1, 1, 'Martin', 'Claude', 'claude@example.org'), (1, 2, 'Petit', 'Dominique', 'dominique@example.org'), (2, 3, 'Roux', 'Camille', 'camille@example.org');
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, dedicated) values
      (1, 1, 1, '2024-01-01', false), (1, 2, 2, '2024-01-01', true), (2, 3, 3, '2024-01-01', false);
    insert into convention (epci_id, guichet_id, number) values (1, 1, 'PV-2022-01'), (1, 2, 'PV-2022-02'), (2, 3, 'G-1');
    insert into convention_version (epci_id, convention_id, guichet_id, rank, state, referential_id, level, starts_on, ends_on, signed_on)
      values (1, 1, 1, 1, 'SIGNED', 1, 'SUIVI', '2022-07-01', '2026-12-31', '2022-06-15'),
             (1, 2, 2, 1, 'SIGNED', 1, 'CONSEIL', '2022-07-01', '2026-12-31', '2022-06-15'),
             (2, 3, 3, 1, 'SIGNED', 2, 'INFO', '2022-07-01', '2026-12-31', '2022-06-15'),
             (1, 1, 1, 2, 'CORRECTION', 1, 'SUIVI', '2026-07-01', '2026-12-31', null);
    insert into convention_comment (epci_id, version_id, guichet_id, field, text, side, author_name) values
      (1, 4, 1, 'etp', 'Un mi-temps', 'GUICHET', 'Agent'), (1, 2, 2, 'etp', 'Un mi-temps', 'EPCI', 'Équipe'), (2, 3, 3, 'etp', 'Un mi-temps', 'EPCI', 'Autre');
    insert into convention_file (epci_id, version_id, guichet_id, kind, rank, file_name, media_type, size, sha256, added_by_name) values
      (1, 1, 1, 'SIGNED_SCAN', 1, 'a.pdf', 'application/pdf', 1, 'a', 'Équipe'), (1, 2, 2, 'SIGNED_SCAN', 1, 'b.pdf', 'application/pdf', 1, 'b', 'Équipe'), (2, 3, 3, 'SIGNED_SCAN', 1, 'c.pdf', 'application/pdf', 1, 'c', 'Autre');
    insert into notice (epci_id, version_id, kind, due_on) values (1, 1, 'IN_FORCE', '2022-07-01'), (1, 2, 'IN_FORCE', '2022-07-01'), (2, 3, 'IN_FORCE', '2022-07-01');
    insert into meeting (epci_id, kind, title, held_on, start_time, end_time, levels) values
      (1, 'TECHNICAL', 'Animation SUIVI', '2026-04-02', '14:00', '16:00', '{SUIVI}'),
      (1, 'TECHNICAL', 'Animation CONSEIL', '2026-04-09', '14:00', '16:00', '{CONSEIL}'),
      (2, 'TECHNICAL', 'Ailleurs', '2026-04-16', '14:00', '16:00', '{SUIVI}');
    insert into attendance (epci_id, meeting_id, agent_id, state) values (1, 1, 1, 'REGISTERED'), (1, 2, 2, 'REGISTERED'), (2, 3, 3, 'REGISTERED');
    insert into request (epci_id, guichet_id, number, channel, registered_on, seniority_on) values
      (1, 1, '0000326000001GDXXX', 'GUICHET', '2026-03-01', '2026-03-01'), (1, 2, null, 'ONLINE', '2026-03-01', '2026-03-01'),
      (2, 3, null, 'POST', '2026-03-01', '2026-03-01');
    insert into account (email, display_name, role, epci_id, agent_id, national) values
      ('admin@example.org', 'Admin', 'ADMIN', null, null, false), ('staff@example.org', 'Équipe', 'EPCI_STAFF', 1, null, false),
      ('agent@example.org', 'Agent', 'AGENT', 1, 1, false), ('un@example.org', 'Un', 'ANALYST', null, null, false),
      ('deux@example.org', 'Deux', 'ANALYST', null, null, false), ('tous@example.org', 'Tous', 'ANALYST', null, null, true),
      ('autre@example.org', 'Autre', 'EPCI_STAFF', 2, null, false);
    insert into analyst_scope (account_id, epci_id) values (4, 1), (5, 1), (5, 2);
    insert into security_event (occurred_at, kind, account_id, epci_id) values (now(), 'SIGN_IN', 2, 1), (now(), 'SIGN_IN', 3, 1), (now(), 'SIGN_IN', 7, 2);
  `);
};
