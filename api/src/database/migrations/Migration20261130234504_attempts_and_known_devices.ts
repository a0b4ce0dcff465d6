import { Migration } from '@mikro-orm/migrations';

export class Migration20261130234504_attempts_and_known_devices extends Migration {

  override name = 'Migration20261130234504_attempts_and_known_devices';

  override up(): void | Promise<void> {
    this.addSql(`create table "attempt" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);
    this.addSql(`create index "attempt_expire_index" on "attempt" ("expire");`);

    this.addSql(`create table "known_device" ("token_hash" text not null, "account_id" bigint not null, "seen_at" timestamptz(3) not null, primary key ("token_hash", "account_id"));`);
    this.addSql(`create index "known_device_account_id_index" on "known_device" ("account_id");`);

    this.addSql(`alter table "attempt" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "attempt" to "parvis_sign_in" using (true) with check (true);`);

    this.addSql(`alter table "known_device" add constraint "known_device_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "known_device" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "known_device" to "parvis_sign_in" using (true) with check (true);`);
  }

}
