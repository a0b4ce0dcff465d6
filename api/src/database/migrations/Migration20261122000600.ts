import { Migration } from '@mikro-orm/migrations';

/** Up to which day each EPCI was told what the days brought, and the choice of one's own daily digest. */
export class Migration20261122000600 extends Migration {
  override up(): void {
    this.addSql(`create table "notice_watermark" ("epci_id" bigint not null, "told_until" date not null, primary key ("epci_id"));`);
    this.addSql(`alter table "notice_watermark" add constraint "notice_watermark_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "notice_watermark" enable row level security;`);
    this.addSql(`create policy "outbox_only" on "notice_watermark" to "parvis_outbox" using (true) with check (true);`);

    // As the language of one's own account: whatever the policies of accounts say, this column is one's own to change.
    this.addSql(`
      create function set_own_digest(chosen boolean) returns void
      language sql volatile security definer set search_path = public, pg_temp as $$
        update account set digest = chosen
        where id = nullif(current_setting('app.account_id', true), '')::bigint and digest <> chosen
      $$`);
  }
}
