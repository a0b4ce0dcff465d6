import { Migration } from '@mikro-orm/migrations';

export class Migration20261201105627_security_events extends Migration {

  override name = 'Migration20261201105627_security_events';

  override up(): void | Promise<void> {
    this.addSql(`create table "security_event" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "occurred_at" timestamptz(3) not null, "kind" text not null, "account_id" bigint null, "target_id" bigint null, "epci_id" bigint null, "detail" varchar(200) null, "device" varchar(60) null, "network" varchar(60) null, "request_id" varchar(60) null);`);
    this.addSql(`create index "security_event_account_id_index" on "security_event" ("account_id");`);
    this.addSql(`create index "security_event_target_id_index" on "security_event" ("target_id");`);
    this.addSql(`create index "security_event_epci_id_index" on "security_event" ("epci_id");`);
    this.addSql(`create index "security_event_epci_occurred_at_index" on "security_event" ("epci_id", "occurred_at");`);
    this.addSql(`create index "security_event_occurred_at_index" on "security_event" ("occurred_at");`);

    this.addSql(`alter table "security_event" add constraint "security_event_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "security_event" add constraint "security_event_target_id_foreign" foreign key ("target_id") references "account" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "security_event" add constraint "security_event_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "security_event" add constraint "security_event_kind_check" check ("kind" in ('SIGN_IN', 'SIGN_IN_FAILED', 'LIMIT_REACHED', 'REFUSED', 'LINK_MADE', 'LINK_USED', 'PASSWORD_CHANGED', 'RIGHTS_CHANGED', 'EXPORT', 'DOWNLOAD', 'PAGE_READ'));`);
    this.addSql(`alter table "security_event" enable row level security;`);
    this.addSql(`create policy "security_event_admin_select" on "security_event" for select to "parvis_admin" using (true);`);
    this.addSql(`create policy "security_event_staff_select" on "security_event" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "security_event_sign_in_insert" on "security_event" for insert to "parvis_sign_in" with check ((true) and ("account_id" is null or exists (select 1 from "account" r where r.id = "security_event"."account_id")) and ("target_id" is null or exists (select 1 from "account" r where r.id = "security_event"."target_id")));`);
    this.addSql(`create policy "security_event_erasure_delete" on "security_event" for delete to "parvis_erasure" using (occurred_at < now() - '1 year'::interval);`);
  }

}
