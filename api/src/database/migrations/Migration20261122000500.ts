import { Migration } from '@mikro-orm/migrations';

/** The end that a version was signed with, and what the checks of the life of a convention need. */
export class Migration20261122000500 extends Migration {
  override up(): void {
    this.addSql(`alter table "convention_version" add column "signed_ends_on" date null;`);

    // What is locked or open of a version, also for those who may not read its comments: names of fields alone.
    this.addSql(`
      create function open_comment_fields(of_version bigint) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(distinct c.field::text order by c.field::text), '{}')
        from convention_comment c where c.version_id = of_version and c.state = 'OPEN'
      $$`);
  }

  override down(): void {
    this.addSql('drop function open_comment_fields(bigint)');
    this.addSql(`alter table "convention_version" drop column "signed_ends_on";`);
  }
}
