import { Migration } from '@mikro-orm/migrations';

export class Migration20261201020100_request_key extends Migration {

  override name = 'Migration20261201020100_request_key';

  override up(): void | Promise<void> {
    this.addSql(`create table "request_key" ("account_id" bigint not null, "key" uuid not null, "operation" text not null, "input_hash" text not null, "row_key" bigint null, "at" timestamptz(3) not null default now(), primary key ("account_id", "key"));`);

    this.addSql(`alter table "request_key" add constraint "request_key_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "request_key" enable row level security;`);
    this.addSql(`create policy "own_only" on "request_key" to "parvis_admin", "parvis_staff", "parvis_agent" using (account_id = (select nullif(current_setting('app.account_id', true), ''))::bigint) with check (account_id = (select nullif(current_setting('app.account_id', true), ''))::bigint);`);
    this.addSql(`create policy "cleared" on "request_key" to "parvis_sign_in" using (true);`);
  }

}
