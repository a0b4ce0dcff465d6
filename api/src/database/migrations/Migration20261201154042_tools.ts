import { Migration } from '@mikro-orm/migrations';

export class Migration20261201154042_tools extends Migration {

  override name = 'Migration20261201154042_tools';

  override up(): void | Promise<void> {
    this.addSql(`create table "tool" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "title" varchar(200) not null, "kind" text not null, "version" varchar(40) null, "date" date null, "link" varchar(2000) not null);`);
    this.addSql(`create index "tool_epci_id_index" on "tool" ("epci_id");`);

    this.addSql(`alter table "tool" add constraint "tool_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "tool" add constraint "tool_kind_check" check ("kind" in ('LEAFLET', 'GUIDE', 'FORM', 'TEMPLATE', 'WEBSITE'));`);
    this.addSql(`alter table "tool" enable row level security;`);
    this.addSql(`create policy "tool_staff_select" on "tool" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "tool_staff_insert" on "tool" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "tool_staff_update" on "tool" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "tool_staff_delete" on "tool" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "tool_agent_select" on "tool" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "tool_analyst_select" on "tool" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "tool_national_select" on "tool" for select to "parvis_national" using (true);`);
  }

}
