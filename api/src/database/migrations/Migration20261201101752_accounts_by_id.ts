import { Migration } from '@mikro-orm/migrations';

/** Each password goes on opening the account that it opened. */
export class Migration20261201101752_accounts_by_id extends Migration {

  override name = 'Migration20261201101752_accounts_by_id';

  override up(): void | Promise<void> {
    this.addSql(`alter table "credential" add "id" bigserial;`);
    this.addSql(`create table "credential_account" ("account_id" bigint not null, "credential_id" bigint not null, "used_at" timestamptz(3) not null, primary key ("account_id"));`);
    this.addSql(`create index "credential_account_credential_id_index" on "credential_account" ("credential_id");`);
    this.addSql(`insert into "credential_account" ("account_id", "credential_id", "used_at") select "account_id", "id", "changed_at" from "credential";`);

    this.addSql(`alter table "credential" drop constraint "credential_account_id_foreign";`);
    this.addSql(`alter table "credential" drop constraint "credential_pkey";`);
    this.addSql(`alter table "credential" drop column "account_id";`);
    this.addSql(`alter table "credential" add primary key ("id");`);

    this.addSql(`alter table "credential_account" add constraint "credential_account_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "credential_account" add constraint "credential_account_credential_id_foreign" foreign key ("credential_id") references "credential" ("id");`);
    this.addSql(`alter table "credential_account" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "credential_account" to "parvis_sign_in" using (true) with check (true);`);

    this.addSql(`alter table "account" drop constraint "account_email_key";`);
    this.addSql(`alter table "account" alter column "email" drop not null;`);
    this.addSql(`create index "account_email_index" on "account" ("email");`);
    this.addSql(`create unique index "account_email_epci_id_agent_id_key" on "account" (coalesce(email, ''), coalesce(epci_id, 0), coalesce(agent_id, 0));`);
    this.addSql(`alter table "account" add constraint "account_email" check (role = 'AGENT' or email is not null);`);

    this.addSql(`alter table "token" add "mailed_to" text null;`);
  }

}
