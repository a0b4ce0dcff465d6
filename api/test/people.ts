import { sql } from 'kysely';
import type { Orm } from '../src/database/orm.js';
import { signingIn } from '../src/identity/access/sign-in-role.js';
import { issueLink } from '../src/identity/sign-in/link-tokens.js';
import { hashPassword } from '../src/identity/sign-in/passwords.js';
import type { TokenPurpose } from '../src/identity/sign-in/token.codes.js';

/** Of every account below that has one. */
export const password = 'une phrase assez longue';

/**
 * People who sign in, and as much of a network as decides what they are: two EPCIs, the second overseas; in the first three
 * guichets and two agents. Léa works at guichets 1 and 2 and left 3 in 2025; Noé begins at 1 in 2027. Accounts: 1 staff,
 * 2 Léa, 3 an analyst of both EPCIs, 4 a national analyst, 5 an administrator, 6 staff of the second EPCI, 7 someone who
 * left, 8 someone invited who has no password yet.
 */
export const makePeople = async (orm: Orm): Promise<void> => {
  const hash = await hashPassword(password);
  await orm.em.fork().execute(`
    insert into epci (siren, name, time_zone) values
      ('243800984', 'Pays Voironnais', 'Europe/Paris'), ('249740119', 'CINOR', 'Indian/Reunion');
    insert into commune (epci_id, insee_code, name) values (1, '38511', 'Le Tour'), (2, '97411', 'Saint-Denis');
    insert into organisation (epci_id, name, kind) values (1, 'Commune', 'COMMUNE'), (2, 'Commune', 'COMMUNE');
    insert into guichet (epci_id, name, organisation_id, commune_id, level_agreed) values
      (1, 'Un', 1, 1, 'INFO'), (1, 'Deux', 1, 1, 'CONSEIL'), (1, 'Trois', 1, 1, 'SUIVI');
    insert into referential (epci_id, name, number, valid_from, state) values (1, 'R', 1, '2016-01-01', 'PUBLISHED');
    insert into convention (epci_id, guichet_id, number) values (1, 1, '2024-01');
    insert into convention_version
      (epci_id, convention_id, guichet_id, rank, state, referential_id, level, registers, dossier_unique, starts_on, ends_on, signed_on)
      values (1, 1, 1, 1, 'SIGNED', 1, 'SUIVI', true, true, '2024-01-01', '2026-12-31', '2023-12-01');
    insert into agent (epci_id, organisation_id, first_name, last_name) values
      (1, 1, 'Léa', 'Abel'), (1, 1, 'Noé', 'Bost'), (2, 2, 'Zoé', 'Hoarau');
    insert into assignment (epci_id, agent_id, guichet_id, starts_on, ends_on) values
      (1, 1, 1, '2024-01-01', null), (1, 1, 2, '2024-01-01', '2026-03-12'), (1, 1, 3, '2024-01-01', '2025-12-31'),
      (1, 2, 1, '2027-01-01', null);
    insert into account (email, display_name, role, epci_id, national, agent_id, locale, ended_at) values
      ('staff@voiron.test', 'Sam Staff', 'EPCI_STAFF', 1, false, null, 'fr', null),
      ('lea@voiron.test', 'Léa Abel', 'AGENT', 1, false, 1, 'en', null),
      ('analyst@voiron.test', 'Ana Lyste', 'ANALYST', 1, false, null, 'fr', null),
      ('national@etat.test', 'Nat Ional', 'ANALYST', null, true, null, 'fr', null),
      ('admin@parvis.test', 'Ada Min', 'ADMIN', null, false, null, 'fr', null),
      ('staff@cinor.test', 'Rita Union', 'EPCI_STAFF', 2, false, null, 'fr', null),
      ('gone@voiron.test', 'Guy Parti', 'EPCI_STAFF', 1, false, null, 'fr', '2026-01-01'),
      ('new@voiron.test', 'Nina Neuve', 'EPCI_STAFF', 1, false, null, 'fr', null);
    insert into analyst_scope (account_id, epci_id) values (3, 2);
  `);
  await givePasswords(orm, 'id <> 8', hash);
};

/** Gives each account of a condition a password of its own. */
export const givePasswords = async (orm: Orm, condition: string, hash?: string): Promise<void> => {
  await orm.em.fork().execute(`
    insert into credential (id, password_hash, changed_at)
      select id, '${hash ?? (await hashPassword(password))}', now() from account where ${condition};
    insert into credential_account (account_id, credential_id, used_at) select id, id, now() from account where ${condition};
    select setval('credential_id_seq', (select max(id) from credential));
  `);
};

/** A link as an invitation or a reset makes it. @returns its secret */
export const aLink = (orm: Orm, accountId: string, purpose: TokenPurpose, now: Date): Promise<string> =>
  signingIn(orm.em.fork(), (em) => issueLink(em, accountId, purpose, now));

/** A clock that tests move. */
export const aClock = (start = '2026-03-12T09:00:00Z') => {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass: (span: { minutes?: number; hours?: number; days?: number }) => {
      time += ((span.minutes ?? 0) + 60 * (span.hours ?? 0) + 1440 * (span.days ?? 0)) * 60_000;
    },
  };
};

/** How many rows of a table fulfil a condition, seen by the owner. */
export const countOf = async (orm: Orm, table: string, condition = 'true'): Promise<number> => {
  const statement = sql<{ count: string }>`select count(*) from ${sql.table(table)} where ${sql.raw(condition)}`;
  const { rows } = await statement.execute(orm.em.fork().getKysely());
  return Number(rows[0]?.count);
};
