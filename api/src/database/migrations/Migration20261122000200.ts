import { Migration } from '@mikro-orm/migrations';

/** Référentiels as data, reviews, campaigns, files, notices and mails. */
export class Migration20261122000200 extends Migration {

  override up(): void | Promise<void> {
    this.addSql(`create table "document_template" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "rank" int not null, "in_use" boolean not null default true, "file_name" varchar(200) not null, "size" int not null, "sha256" varchar(64) not null, "added_by_name" varchar(120) not null);`);
    this.addSql(`create index "document_template_epci_id_index" on "document_template" ("epci_id");`);
    this.addSql(`alter table "document_template" add constraint "document_template_epci_rank_key" unique ("epci_id", "rank");`);

    this.addSql(`create table "mail" ("id" bigserial primary key, "account_id" bigint null, "to_address" text not null, "kind" text not null, "dedupe_key" text not null, "subject" text not null, "text" text not null, "html" text not null, "status" text not null default 'QUEUED', "attempts" int not null default 0, "problem" text null, "created_at" timestamptz(3) not null default now(), "sent_at" timestamptz(3) null);`);
    this.addSql(`create index "mail_account_id_index" on "mail" ("account_id");`);
    this.addSql(`alter table "mail" add constraint "mail_dedupe_key_key" unique ("dedupe_key");`);

    this.addSql(`create table "campaign" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "name" varchar(200) not null, "plan_id" bigint not null, "referential_id" bigint not null, "starts_on" date not null, "ends_on" date not null);`);
    this.addSql(`create index "campaign_epci_id_index" on "campaign" ("epci_id");`);
    this.addSql(`create index "campaign_plan_id_index" on "campaign" ("plan_id");`);
    this.addSql(`create index "campaign_referential_id_index" on "campaign" ("referential_id");`);

    this.addSql(`create table "notice" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "version_id" bigint not null, "kind" text not null, "due_on" date not null);`);
    this.addSql(`create index "notice_epci_id_index" on "notice" ("epci_id");`);
    this.addSql(`create index "notice_version_id_index" on "notice" ("version_id");`);
    this.addSql(`alter table "notice" add constraint "notice_version_kind_due_on_key" unique ("version_id", "kind", "due_on");`);

    this.addSql(`create table "convention_file" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "version_id" bigint not null, "guichet_id" bigint not null, "kind" text not null, "rank" int not null, "file_name" varchar(200) not null, "media_type" varchar(100) not null, "size" int not null, "sha256" varchar(64) not null, "added_by_name" varchar(120) not null);`);
    this.addSql(`create index "convention_file_epci_id_index" on "convention_file" ("epci_id");`);
    this.addSql(`create index "convention_file_version_id_index" on "convention_file" ("version_id");`);
    this.addSql(`create index "convention_file_guichet_id_index" on "convention_file" ("guichet_id");`);
    this.addSql(`alter table "convention_file" add constraint "convention_file_version_kind_sha256_key" unique ("version_id", "kind", "sha256");`);
    this.addSql(`alter table "convention_file" add constraint "convention_file_version_kind_rank_key" unique ("version_id", "kind", "rank");`);

    this.addSql(`create table "file_chunk" ("id" bigserial primary key, "epci_id" bigint not null, "guichet_id" bigint null, "convention_file_id" bigint null, "document_template_id" bigint null, "position" int not null, "bytes" bytea not null);`);
    this.addSql(`create index "file_chunk_epci_id_index" on "file_chunk" ("epci_id");`);
    this.addSql(`create index "file_chunk_guichet_id_index" on "file_chunk" ("guichet_id");`);
    this.addSql(`alter table "file_chunk" add constraint "file_chunk_document_template_key" unique ("document_template_id", "position");`);
    this.addSql(`alter table "file_chunk" add constraint "file_chunk_convention_file_key" unique ("convention_file_id", "position");`);

    this.addSql(`create table "convention_comment" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "version_id" bigint not null, "guichet_id" bigint not null, "field" varchar(40) not null, "text" text not null, "side" text not null, "author_name" varchar(120) not null, "state" text not null default 'OPEN', "answer" text null, "resolved_by_name" varchar(120) null, "resolved_at" timestamptz(3) null);`);
    this.addSql(`create index "convention_comment_epci_id_index" on "convention_comment" ("epci_id");`);
    this.addSql(`create index "convention_comment_version_id_index" on "convention_comment" ("version_id");`);
    this.addSql(`create index "convention_comment_guichet_id_index" on "convention_comment" ("guichet_id");`);

    this.addSql(`create table "referential_item" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "referential_id" bigint not null, "kind" text not null, "code" varchar(60) not null, "levels" text[] not null, "label" varchar(300) not null, "text" text null, "position" int not null default 0);`);
    this.addSql(`create index "referential_item_epci_id_index" on "referential_item" ("epci_id");`);
    this.addSql(`create index "referential_item_referential_id_index" on "referential_item" ("referential_id");`);
    this.addSql(`alter table "referential_item" add constraint "referential_item_referential_kind_code_key" unique ("referential_id", "kind", "code");`);

    this.addSql(`drop policy "convention_staff_insert" on "convention";`);
    this.addSql(`drop policy "convention_staff_update" on "convention";`);

    this.addSql(`drop policy "convention_version_agent_select" on "convention_version";`);

    this.addSql(`alter table "assignment" add "reviewer" boolean not null default false;`);

    this.addSql(`alter table "account" add "digest" boolean not null default true;`);

    this.addSql(`alter table "referential" drop constraint "referential_one_on_a_day";`);
    this.addSql(`alter table "referential" add "state" text not null default 'DRAFT', add "published_at" timestamptz(3) null, add "without_deliberation" text not null default 'REFUSE', add "without_sne_convention" text not null default 'WARN', add "etp_too_low" text not null default 'WARN', add "term_too_long" text not null default 'REFUSE';`);
    this.addSql(`alter table "referential" add constraint "referential_state_check" check ("state" in ('DRAFT', 'PUBLISHED'));`);
    this.addSql(`alter table "referential" add constraint "referential_without_deliberation_check" check ("without_deliberation" in ('WARN', 'REFUSE'));`);
    this.addSql(`alter table "referential" add constraint "referential_without_sne_convention_check" check ("without_sne_convention" in ('WARN', 'REFUSE'));`);
    this.addSql(`alter table "referential" add constraint "referential_etp_too_low_check" check ("etp_too_low" in ('WARN', 'REFUSE'));`);
    this.addSql(`alter table "referential" add constraint "referential_term_too_long_check" check ("term_too_long" in ('WARN', 'REFUSE'));`);
    // Those that conventions are signed under today are published.
    this.addSql(`update referential set state = 'PUBLISHED', published_at = created_at`);
    this.addSql(`alter table "referential" add constraint "referential_one_on_a_day" EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&) WHERE ((state = 'PUBLISHED'::text));`);

    this.addSql(`alter table "convention" add "campaign_id" bigint null, add "renews_id" bigint null;`);
    this.addSql(`alter table "convention" add constraint "convention_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention" add constraint "convention_renews_id_foreign" foreign key ("renews_id") references "convention" ("id") on update no action on delete no action;`);
    this.addSql(`create index "convention_campaign_id_index" on "convention" ("campaign_id");`);
    this.addSql(`create index "convention_renews_id_index" on "convention" ("renews_id");`);
    this.addSql(`create policy "convention_staff_insert" on "convention" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "guichet" r where r.id = "convention"."guichet_id" and r.epci_id = "convention".epci_id) and ("campaign_id" is null or exists (select 1 from "campaign" r where r.id = "convention"."campaign_id" and r.epci_id = "convention".epci_id)));`);
    this.addSql(`create policy "convention_staff_update" on "convention" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "guichet" r where r.id = "convention"."guichet_id" and r.epci_id = "convention".epci_id) and ("campaign_id" is null or exists (select 1 from "campaign" r where r.id = "convention"."campaign_id" and r.epci_id = "convention".epci_id)));`);

    this.addSql(`alter table "convention_version" drop constraint "convention_version_missions_check";`);
    this.addSql(`alter table "convention_version" add "guichet_settled_on" date null;`);
    this.addSql(`create policy "convention_version_agent_update" on "convention_version" for update to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) and state in ('IN_REVIEW', 'CORRECTION')) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) and state in ('IN_REVIEW', 'CORRECTION')) and exists (select 1 from "convention" r where r.id = "convention_version"."convention_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_version"."guichet_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "referential" r where r.id = "convention_version"."referential_id" and r.epci_id = "convention_version".epci_id));`);
    this.addSql(`create policy "convention_version_agent_select" on "convention_version" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[]) and state in ('SIGNED', 'TERMINATED') or guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) and state in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN')));`);

    this.addSql(`alter table "document_template" add constraint "document_template_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "document_template" enable row level security;`);
    this.addSql(`create policy "document_template_staff_select" on "document_template" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "document_template_staff_insert" on "document_template" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "document_template_staff_update" on "document_template" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "document_template_agent_select" on "document_template" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);

    this.addSql(`alter table "mail" add constraint "mail_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "mail" add constraint "mail_status_check" check ("status" in ('QUEUED', 'SENDING', 'SENT', 'FAILED'));`);
    this.addSql(`alter table "mail" enable row level security;`);
    this.addSql(`create policy "outbox_only" on "mail" to "parvis_outbox" using (true) with check (true);`);

    this.addSql(`alter table "campaign" add constraint "campaign_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "campaign" add constraint "campaign_plan_id_foreign" foreign key ("plan_id") references "plan" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "campaign" add constraint "campaign_referential_id_foreign" foreign key ("referential_id") references "referential" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "campaign" add constraint "campaign_term" check (starts_on <= ends_on);`);
    this.addSql(`alter table "campaign" enable row level security;`);
    this.addSql(`create policy "campaign_staff_select" on "campaign" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "campaign_staff_insert" on "campaign" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "plan" r where r.id = "campaign"."plan_id" and r.epci_id = "campaign".epci_id) and exists (select 1 from "referential" r where r.id = "campaign"."referential_id" and r.epci_id = "campaign".epci_id));`);
    this.addSql(`create policy "campaign_staff_update" on "campaign" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "plan" r where r.id = "campaign"."plan_id" and r.epci_id = "campaign".epci_id) and exists (select 1 from "referential" r where r.id = "campaign"."referential_id" and r.epci_id = "campaign".epci_id));`);
    this.addSql(`create policy "campaign_staff_delete" on "campaign" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "campaign_analyst_select" on "campaign" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "campaign_national_select" on "campaign" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "notice" add constraint "notice_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "notice" add constraint "notice_version_id_foreign" foreign key ("version_id") references "convention_version" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "notice" add constraint "notice_kind_check" check ("kind" in ('IN_FORCE', 'ENDS_IN_12_MONTHS', 'ENDS_IN_6_MONTHS', 'ENDS_IN_3_MONTHS', 'EXPIRED'));`);
    this.addSql(`alter table "notice" enable row level security;`);
    this.addSql(`create policy "notice_staff_select" on "notice" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "notice_outbox_select" on "notice" for select to "parvis_outbox" using (true);`);
    this.addSql(`create policy "notice_outbox_insert" on "notice" for insert to "parvis_outbox" with check ((true));`);

    this.addSql(`alter table "convention_file" add constraint "convention_file_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_file" add constraint "convention_file_version_id_foreign" foreign key ("version_id") references "convention_version" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_file" add constraint "convention_file_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_file" add constraint "convention_file_kind_check" check ("kind" in ('SIGNED_SCAN', 'GENERATED'));`);
    this.addSql(`alter table "convention_file" enable row level security;`);
    this.addSql(`create policy "convention_file_staff_select" on "convention_file" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_file_staff_insert" on "convention_file" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "convention_version" r where r.id = "convention_file"."version_id" and r.epci_id = "convention_file".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_file"."guichet_id" and r.epci_id = "convention_file".epci_id));`);
    this.addSql(`create policy "convention_file_agent_select" on "convention_file" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "file_chunk" add constraint "file_chunk_epci_id_foreign" foreign key ("epci_id") references "epci" ("id");`);
    this.addSql(`alter table "file_chunk" add constraint "file_chunk_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on delete set null;`);
    this.addSql(`alter table "file_chunk" add constraint "file_chunk_convention_file_id_foreign" foreign key ("convention_file_id") references "convention_file" ("id") on delete set null;`);
    this.addSql(`alter table "file_chunk" add constraint "file_chunk_document_template_id_foreign" foreign key ("document_template_id") references "document_template" ("id") on delete set null;`);
    this.addSql(`alter table "file_chunk" enable row level security;`);
    this.addSql(`create policy "file_chunk_staff_select" on "file_chunk" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "file_chunk_staff_insert" on "file_chunk" for insert to "parvis_staff" with check (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "file_chunk_agent_select" on "file_chunk" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id is null or guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "convention_comment" add constraint "convention_comment_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_comment" add constraint "convention_comment_version_id_foreign" foreign key ("version_id") references "convention_version" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_comment" add constraint "convention_comment_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_comment" add constraint "convention_comment_side_check" check ("side" in ('EPCI', 'GUICHET'));`);
    this.addSql(`alter table "convention_comment" add constraint "convention_comment_state_check" check ("state" in ('OPEN', 'RESOLVED'));`);
    this.addSql(`alter table "convention_comment" add constraint "convention_comment_resolved" check ((state = 'RESOLVED') = (resolved_at is not null));`);
    this.addSql(`alter table "convention_comment" enable row level security;`);
    this.addSql(`create policy "convention_comment_staff_select" on "convention_comment" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_comment_staff_insert" on "convention_comment" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "convention_version" r where r.id = "convention_comment"."version_id" and r.epci_id = "convention_comment".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_comment"."guichet_id" and r.epci_id = "convention_comment".epci_id));`);
    this.addSql(`create policy "convention_comment_staff_update" on "convention_comment" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "convention_version" r where r.id = "convention_comment"."version_id" and r.epci_id = "convention_comment".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_comment"."guichet_id" and r.epci_id = "convention_comment".epci_id));`);
    this.addSql(`create policy "convention_comment_agent_select" on "convention_comment" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "convention_comment_agent_insert" on "convention_comment" for insert to "parvis_agent" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[])) and exists (select 1 from "convention_version" r where r.id = "convention_comment"."version_id" and r.epci_id = "convention_comment".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_comment"."guichet_id" and r.epci_id = "convention_comment".epci_id));`);
    this.addSql(`create policy "convention_comment_agent_update" on "convention_comment" for update to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[])) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[])) and exists (select 1 from "convention_version" r where r.id = "convention_comment"."version_id" and r.epci_id = "convention_comment".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_comment"."guichet_id" and r.epci_id = "convention_comment".epci_id));`);

    this.addSql(`alter table "referential_item" add constraint "referential_item_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "referential_item" add constraint "referential_item_referential_id_foreign" foreign key ("referential_id") references "referential" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "referential_item" add constraint "referential_item_kind_check" check ("kind" in ('LEVEL', 'MISSION', 'RECEPTION_MODE', 'MEANS', 'COMPETENCE'));`);
    this.addSql(`alter table "referential_item" add constraint "referential_item_levels_check" check ("levels" <@ array['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL']);`);
    this.addSql(`alter table "referential_item" enable row level security;`);
    this.addSql(`create policy "referential_item_staff_select" on "referential_item" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_item_staff_insert" on "referential_item" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "referential" r where r.id = "referential_item"."referential_id" and r.epci_id = "referential_item".epci_id));`);
    this.addSql(`create policy "referential_item_staff_update" on "referential_item" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "referential" r where r.id = "referential_item"."referential_id" and r.epci_id = "referential_item".epci_id));`);
    this.addSql(`create policy "referential_item_staff_delete" on "referential_item" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_item_agent_select" on "referential_item" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_item_analyst_select" on "referential_item" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "referential_item_national_select" on "referential_item" for select to "parvis_national" using (true);`);
  }
}
