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
  }

  override down(): void {
    this.addSql('drop function caller_meetings()');
    this.addSql('drop function fold(text)');
  }
}
