import { Migration } from '@mikro-orm/migrations';

/** What tables and policies call: written by hand, because entities cannot declare functions. */
export class Migration20261121000100 extends Migration {
  override up(): void {
    // Bodies name tables that the next migration makes.
    this.addSql('set local check_function_bodies = off');

    // Accent- and case-insensitive form of a text, for searching: "Saint-Étienne" → "saint etienne".
    this.addSql(`
      create function fold(value text) returns text language sql immutable parallel safe strict as $$
        select regexp_replace(
          replace(replace(regexp_replace(normalize(lower(value), nfd), '[\\u0300-\\u036f]', '', 'g'), 'œ', 'oe'), 'æ', 'ae'),
          '[-''’ \\u00a0\\u202f]+', ' ', 'g')
      $$`);

    // Meetings where the calling agent has a line: policies of meetings read it, past the policies of attendance.
    this.addSql(`
      create function caller_meetings() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
        select array_agg(a.meeting_id) from attendance a
        where a.agent_id = nullif(current_setting('app.agent_id', true), '')::bigint
      $$`);

    // What sign-in may know of the network: an agent's guichets on a day, with the level that each keeps. The same
    // sentences as `inForceOn` and `Guichet.level`; a test compares them.
    this.addSql(`
      create function agent_guichets(agent bigint, day date) returns table (guichet_id bigint, level text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select distinct g.id, coalesce(
          (select v.level from convention_version v
           where v.guichet_id = g.id and v.state in ('SIGNED', 'TERMINATED')
             and v.starts_on <= day and day <= least(v.ends_on, v.terminated_on)
           limit 1),
          g.level_agreed)
        from assignment a join guichet g on g.id = a.guichet_id
        where a.agent_id = agent and a.starts_on <= day and (a.ends_on is null or day <= a.ends_on)
      $$`);

    // The language of one's own account: the one column that everybody may change, whatever the policies of accounts say.
    this.addSql(`
      create function set_own_locale(chosen text) returns void
      language sql volatile security definer set search_path = public, pg_temp as $$
        update account set locale = chosen
        where id = nullif(current_setting('app.account_id', true), '')::bigint and locale <> chosen
      $$`);
  }
}
