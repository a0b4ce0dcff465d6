import { Migration } from '@mikro-orm/migrations';

export class Migration20261121000200 extends Migration {

  override name = 'Migration20261121000200';

  override up(): void | Promise<void> {
    this.addSql(`create table "epci" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "siren" varchar(9) not null, "name" varchar(200) not null, "time_zone" varchar(60) not null default 'Europe/Paris', "registration_threshold" int not null default 50, "plan_max_years" int not null default 6, "convention_alert_months" int not null default 6, "declaration_days" int not null default 30);`);
    this.addSql(`alter table "epci" add constraint "epci_siren_unique" unique ("siren");`);

    this.addSql(`create table "commune" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "insee_code" varchar(5) not null, "name" varchar(200) not null, "valid_from" date null, "valid_to" date null, "member_from" date null, "member_to" date null, "successor_code" varchar(5) null, "siren" varchar(9) null, "population" int null, "basin" varchar(80) null, "urban_pole" boolean not null default false, "social_homes" int null, "latitude" numeric(10,5) null, "longitude" numeric(10,5) null, "source" text not null default 'PUBLISHED');`);
    this.addSql(`create index "commune_epci_id_index" on "commune" ("epci_id");`);
    this.addSql(`alter table "commune" add constraint "commune_epci_insee_code_valid_from_key" unique ("epci_id", "insee_code", "valid_from");`);

    this.addSql(`create table "organisation" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "name" varchar(200) not null, "kind" text not null, "siren" varchar(9) null, "commune_id" bigint null, "archived_on" date null);`);
    this.addSql(`create index "organisation_epci_id_index" on "organisation" ("epci_id");`);
    this.addSql(`create index "organisation_commune_id_index" on "organisation" ("commune_id");`);

    this.addSql(`create table "guichet" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "name" varchar(200) not null, "organisation_id" bigint not null, "commune_id" bigint not null, "level_proposed" text null, "level_agreed" text null, "proposal" text null, "registers" boolean null, "dossier_unique" boolean null, "reception_modes" text[] null, "opening_hours" jsonb null, "address" varchar(200) null, "telephone" varchar(30) null, "latitude" numeric(10,5) null, "longitude" numeric(10,5) null, "opened_on" date null, "closed_on" date null, "survey_answered" boolean null, "receives_public" boolean null, "appointments" text null, "registers_after_appointment" boolean null, "uses_etoil" boolean null, "sne_convention_signed" boolean null, "source" text not null default 'PUBLISHED');`);
    this.addSql(`create index "guichet_epci_id_index" on "guichet" ("epci_id");`);
    this.addSql(`create index "guichet_organisation_id_index" on "guichet" ("organisation_id");`);
    this.addSql(`create index "guichet_commune_id_index" on "guichet" ("commune_id");`);

    this.addSql(`create table "convention" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "guichet_id" bigint not null, "number" varchar(40) not null);`);
    this.addSql(`create index "convention_epci_id_index" on "convention" ("epci_id");`);
    this.addSql(`create index "convention_guichet_id_index" on "convention" ("guichet_id");`);
    this.addSql(`alter table "convention" add constraint "convention_epci_number_key" unique ("epci_id", "number");`);

    this.addSql(`create table "agent" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "last_name" varchar(80) not null, "first_name" varchar(80) not null, "organisation_id" bigint not null, "job_title" varchar(120) null, "email" varchar(200) null, "telephone" varchar(30) null, "ended_on" date null);`);
    this.addSql(`create index "agent_epci_id_index" on "agent" ("epci_id");`);
    this.addSql(`create index "agent_organisation_id_index" on "agent" ("organisation_id");`);

    this.addSql(`create table "meeting" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "kind" text not null, "title" varchar(200) not null, "held_on" date not null, "start_time" time(0) not null, "end_time" time(0) not null, "place" varchar(200) null, "video_link" varchar(500) null, "organiser_id" bigint null, "organiser_name" varchar(200) null, "levels" text[] not null, "agenda" text null, "state" text not null default 'PLANNED', "outside" boolean not null default false, "declared_by_id" bigint null, "cancellation_motive" text null);`);
    this.addSql(`create index "meeting_epci_id_index" on "meeting" ("epci_id");`);
    this.addSql(`create index "meeting_organiser_id_index" on "meeting" ("organiser_id");`);
    this.addSql(`create index "meeting_declared_by_id_index" on "meeting" ("declared_by_id");`);

    this.addSql(`create table "attendance" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "meeting_id" bigint not null, "agent_id" bigint not null, "state" text not null default 'INVITED', "mode" text null, "signed_at" timestamptz(3) null, "signed_by" text null, "contributed" boolean not null default false, "confirmation" text null);`);
    this.addSql(`create index "attendance_epci_id_index" on "attendance" ("epci_id");`);
    this.addSql(`create index "attendance_meeting_id_index" on "attendance" ("meeting_id");`);
    this.addSql(`create index "attendance_agent_id_index" on "attendance" ("agent_id");`);
    this.addSql(`alter table "attendance" add constraint "attendance_meeting_agent_key" unique ("meeting_id", "agent_id");`);

    this.addSql(`create table "assignment" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "agent_id" bigint not null, "guichet_id" bigint not null, "starts_on" date not null, "ends_on" date null, "etp" numeric(10,2) null, "dedicated" boolean not null default false, "qualification" text null, "competences" text[] null);`);
    this.addSql(`create index "assignment_epci_id_index" on "assignment" ("epci_id");`);
    this.addSql(`create index "assignment_agent_id_index" on "assignment" ("agent_id");`);
    this.addSql(`create index "assignment_guichet_id_index" on "assignment" ("guichet_id");`);

    this.addSql(`create table "account" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "email" varchar(200) not null, "display_name" varchar(120) not null, "role" text not null, "epci_id" bigint null, "national" boolean not null default false, "agent_id" bigint null, "locale" text not null default 'fr', "ended_at" timestamptz(3) null);`);
    this.addSql(`create index "account_epci_id_index" on "account" ("epci_id");`);
    this.addSql(`create index "account_agent_id_index" on "account" ("agent_id");`);
    this.addSql(`alter table "account" add constraint "account_email_key" unique ("email");`);

    this.addSql(`create table "credential" ("account_id" bigint not null, "password_hash" text not null, "changed_at" timestamptz(3) not null, primary key ("account_id"));`);

    this.addSql(`create table "analyst_scope" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "account_id" bigint not null, "epci_id" bigint not null);`);
    this.addSql(`create index "analyst_scope_account_id_index" on "analyst_scope" ("account_id");`);
    this.addSql(`create index "analyst_scope_epci_id_index" on "analyst_scope" ("epci_id");`);
    this.addSql(`alter table "analyst_scope" add constraint "analyst_scope_account_epci_key" unique ("account_id", "epci_id");`);

    this.addSql(`create table "plan" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "name" varchar(200) not null, "starts_on" date not null, "ends_on" date not null, "adopted_on" date null, "source" text not null default 'PUBLISHED');`);
    this.addSql(`create index "plan_epci_id_index" on "plan" ("epci_id");`);

    this.addSql(`create table "milestone" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "plan_id" bigint not null, "body" text not null, "label" varchar(200) not null, "starts_on" date not null, "ends_on" date null, "source" text not null default 'PUBLISHED');`);
    this.addSql(`create index "milestone_epci_id_index" on "milestone" ("epci_id");`);
    this.addSql(`create index "milestone_plan_id_index" on "milestone" ("plan_id");`);

    this.addSql(`create table "referential" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "name" varchar(200) not null, "number" int not null, "valid_from" date not null, "valid_to" date null);`);
    this.addSql(`create index "referential_epci_id_index" on "referential" ("epci_id");`);
    this.addSql(`alter table "referential" add constraint "referential_epci_number_key" unique ("epci_id", "number");`);

    this.addSql(`create table "obligation" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "referential_id" bigint not null, "level" text not null, "kind" text not null, "target" numeric(10,2) null, "planned" numeric(10,2) null, "modes" text[] null, "window_months" int null, "text" text not null);`);
    this.addSql(`create index "obligation_epci_id_index" on "obligation" ("epci_id");`);
    this.addSql(`create index "obligation_referential_id_index" on "obligation" ("referential_id");`);
    this.addSql(`alter table "obligation" add constraint "obligation_referential_level_kind_key" unique ("referential_id", "level", "kind");`);

    this.addSql(`create table "convention_version" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "convention_id" bigint not null, "guichet_id" bigint not null, "rank" int not null, "state" text not null default 'DRAFT', "referential_id" bigint not null, "level" text not null, "registers" boolean not null default false, "dossier_unique" boolean not null default false, "missions" text[] null, "reception_modes" text[] null, "opening_hours" jsonb null, "etp" numeric(10,2) null, "competences" text[] null, "meetings_per_year" int null, "level_conditions" text null, "sne_signed_on" date null, "sne_to_revise" boolean not null default false, "starts_on" date not null, "ends_on" date not null, "deliberation_assembly" varchar(200) null, "deliberation_on" date null, "deliberation_number" varchar(60) null, "signed_on" date null, "signatories" jsonb null, "terminated_on" date null, "termination_motive" text null, "notice_on" date null, "cancellation_motive" text null);`);
    this.addSql(`create index "convention_version_epci_id_index" on "convention_version" ("epci_id");`);
    this.addSql(`create index "convention_version_convention_id_index" on "convention_version" ("convention_id");`);
    this.addSql(`create index "convention_version_guichet_id_index" on "convention_version" ("guichet_id");`);
    this.addSql(`create index "convention_version_referential_id_index" on "convention_version" ("referential_id");`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_convention_rank_key" unique ("convention_id", "rank");`);

    this.addSql(`create table "request" ("id" bigserial primary key, "revision" int not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "epci_id" bigint not null, "number" varchar(18) null, "guichet_id" bigint null, "channel" text not null, "registered_on" date not null, "seniority_on" date not null, "expires_on" date null, "commune_wanted_id" bigint null, "household_size" int null, "source" text not null default 'PUBLISHED');`);
    this.addSql(`create index "request_epci_id_index" on "request" ("epci_id");`);
    this.addSql(`create index "request_guichet_id_index" on "request" ("guichet_id");`);
    this.addSql(`create index "request_commune_wanted_id_index" on "request" ("commune_wanted_id");`);
    this.addSql(`alter table "request" add constraint "request_epci_number_key" unique ("epci_id", "number");`);

    this.addSql(`create table "session" ("token_hash" text not null, "account_id" bigint not null, "created_at" timestamptz(3) not null, "seen_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("token_hash"));`);
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`create index "session_expires_at_index" on "session" ("expires_at");`);

    this.addSql(`create table "token" ("token_hash" text not null, "account_id" bigint not null, "purpose" text not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("token_hash"));`);
    this.addSql(`create index "token_account_id_index" on "token" ("account_id");`);

    this.addSql(`alter table "epci" enable row level security;`);
    this.addSql(`create policy "epci_admin_select" on "epci" for select to "parvis_admin" using (true);`);
    this.addSql(`create policy "epci_admin_insert" on "epci" for insert to "parvis_admin" with check ((true));`);
    this.addSql(`create policy "epci_admin_update" on "epci" for update to "parvis_admin" using (true) with check ((true));`);
    this.addSql(`create policy "epci_staff_select" on "epci" for select to "parvis_staff" using (id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "epci_staff_update" on "epci" for update to "parvis_staff" using (id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "epci_agent_select" on "epci" for select to "parvis_agent" using (id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "epci_analyst_select" on "epci" for select to "parvis_analyst" using (id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "epci_national_select" on "epci" for select to "parvis_national" using (true);`);
    this.addSql(`create policy "epci_sign_in_select" on "epci" for select to "parvis_sign_in" using (true);`);

    this.addSql(`alter table "commune" add constraint "commune_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "commune" add constraint "commune_source_check" check ("source" in ('PUBLISHED', 'RECONSTRUCTED'));`);
    this.addSql(`alter table "commune" add constraint "commune_validity" check (valid_from < valid_to);`);
    this.addSql(`alter table "commune" add constraint "commune_membership" check (member_from < member_to);`);
    this.addSql(`alter table "commune" add constraint "commune_one_on_a_day" EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, int4range((translate((insee_code)::text, 'AB'::text, '01'::text))::integer, (translate((insee_code)::text, 'AB'::text, '01'::text))::integer, '[]'::text) WITH &&, daterange(valid_from, valid_to, '[)'::text) WITH &&);`);
    this.addSql(`alter table "commune" enable row level security;`);
    this.addSql(`create policy "commune_staff_select" on "commune" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "commune_staff_insert" on "commune" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "commune_staff_update" on "commune" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "commune_staff_delete" on "commune" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "commune_agent_select" on "commune" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "commune_analyst_select" on "commune" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "commune_national_select" on "commune" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "organisation" add constraint "organisation_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "organisation" add constraint "organisation_commune_id_foreign" foreign key ("commune_id") references "commune" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "organisation" add constraint "organisation_kind_check" check ("kind" in ('COMMUNE', 'BAILLEUR', 'EPCI', 'CCAS', 'ADIL', 'ACTION_LOGEMENT', 'STATE', 'ASSOCIATION'));`);
    this.addSql(`alter table "organisation" enable row level security;`);
    this.addSql(`create policy "organisation_staff_select" on "organisation" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "organisation_staff_insert" on "organisation" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("commune_id" is null or exists (select 1 from "commune" r where r.id = "organisation"."commune_id" and r.epci_id = "organisation".epci_id)));`);
    this.addSql(`create policy "organisation_staff_update" on "organisation" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("commune_id" is null or exists (select 1 from "commune" r where r.id = "organisation"."commune_id" and r.epci_id = "organisation".epci_id)));`);
    this.addSql(`create policy "organisation_staff_delete" on "organisation" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "organisation_agent_select" on "organisation" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "organisation_analyst_select" on "organisation" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "organisation_national_select" on "organisation" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "guichet" add constraint "guichet_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "guichet" add constraint "guichet_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "guichet" add constraint "guichet_commune_id_foreign" foreign key ("commune_id") references "commune" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "guichet" add constraint "guichet_level_proposed_check" check ("level_proposed" in ('COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'));`);
    this.addSql(`alter table "guichet" add constraint "guichet_level_agreed_check" check ("level_agreed" in ('COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'));`);
    this.addSql(`alter table "guichet" add constraint "guichet_proposal_check" check ("proposal" in ('PROPOSED', 'DISCUSSED', 'AGREED'));`);
    this.addSql(`alter table "guichet" add constraint "guichet_reception_modes_check" check ("reception_modes" <@ array['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT', 'TELEPHONE', 'TELEPHONE_DUTY', 'INTERVIEW_APPOINTMENT']);`);
    this.addSql(`alter table "guichet" add constraint "guichet_appointments_check" check ("appointments" in ('ALWAYS', 'SOMETIMES', 'NEVER'));`);
    this.addSql(`alter table "guichet" add constraint "guichet_source_check" check ("source" in ('PUBLISHED', 'RECONSTRUCTED'));`);
    this.addSql(`alter table "guichet" add constraint "guichet_period" check (opened_on < closed_on);`);
    this.addSql(`alter table "guichet" enable row level security;`);
    this.addSql(`create policy "guichet_staff_select" on "guichet" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "guichet_staff_insert" on "guichet" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "organisation" r where r.id = "guichet"."organisation_id" and r.epci_id = "guichet".epci_id) and exists (select 1 from "commune" r where r.id = "guichet"."commune_id" and r.epci_id = "guichet".epci_id));`);
    this.addSql(`create policy "guichet_staff_update" on "guichet" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "organisation" r where r.id = "guichet"."organisation_id" and r.epci_id = "guichet".epci_id) and exists (select 1 from "commune" r where r.id = "guichet"."commune_id" and r.epci_id = "guichet".epci_id));`);
    this.addSql(`create policy "guichet_staff_delete" on "guichet" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "guichet_analyst_select" on "guichet" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "guichet_national_select" on "guichet" for select to "parvis_national" using (true);`);
    this.addSql(`create policy "guichet_agent_select" on "guichet" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "convention" add constraint "convention_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention" add constraint "convention_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention" enable row level security;`);
    this.addSql(`create policy "convention_staff_select" on "convention" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_staff_insert" on "convention" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "guichet" r where r.id = "convention"."guichet_id" and r.epci_id = "convention".epci_id));`);
    this.addSql(`create policy "convention_staff_update" on "convention" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "guichet" r where r.id = "convention"."guichet_id" and r.epci_id = "convention".epci_id));`);
    this.addSql(`create policy "convention_staff_delete" on "convention" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_analyst_select" on "convention" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "convention_national_select" on "convention" for select to "parvis_national" using (true);`);
    this.addSql(`create policy "convention_agent_select" on "convention" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "agent" add constraint "agent_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "agent" add constraint "agent_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "agent" enable row level security;`);
    this.addSql(`create policy "agent_staff_select" on "agent" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "agent_staff_insert" on "agent" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "organisation" r where r.id = "agent"."organisation_id" and r.epci_id = "agent".epci_id));`);
    this.addSql(`create policy "agent_staff_update" on "agent" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "organisation" r where r.id = "agent"."organisation_id" and r.epci_id = "agent".epci_id));`);
    this.addSql(`create policy "agent_staff_delete" on "agent" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "agent_agent_select" on "agent" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (id = (select nullif(current_setting('app.agent_id', true), ''))::bigint or exists (select 1 from assignment a where a.agent_id = agent.id)));`);

    this.addSql(`alter table "meeting" add constraint "meeting_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "meeting" add constraint "meeting_organiser_id_foreign" foreign key ("organiser_id") references "organisation" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "meeting" add constraint "meeting_declared_by_id_foreign" foreign key ("declared_by_id") references "agent" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "meeting" add constraint "meeting_kind_check" check ("kind" in ('TECHNICAL', 'TRAINING', 'COTECH'));`);
    this.addSql(`alter table "meeting" add constraint "meeting_levels_check" check ("levels" <@ array['COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL']);`);
    this.addSql(`alter table "meeting" add constraint "meeting_state_check" check ("state" in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED'));`);
    this.addSql(`alter table "meeting" add constraint "meeting_hours" check (start_time < end_time);`);
    this.addSql(`alter table "meeting" enable row level security;`);
    this.addSql(`create policy "meeting_staff_select" on "meeting" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "meeting_staff_insert" on "meeting" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("organiser_id" is null or exists (select 1 from "organisation" r where r.id = "meeting"."organiser_id" and r.epci_id = "meeting".epci_id)) and ("declared_by_id" is null or exists (select 1 from "agent" r where r.id = "meeting"."declared_by_id" and r.epci_id = "meeting".epci_id)));`);
    this.addSql(`create policy "meeting_staff_update" on "meeting" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("organiser_id" is null or exists (select 1 from "organisation" r where r.id = "meeting"."organiser_id" and r.epci_id = "meeting".epci_id)) and ("declared_by_id" is null or exists (select 1 from "agent" r where r.id = "meeting"."declared_by_id" and r.epci_id = "meeting".epci_id)));`);
    this.addSql(`create policy "meeting_staff_delete" on "meeting" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "meeting_analyst_select" on "meeting" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "meeting_national_select" on "meeting" for select to "parvis_national" using (true);`);
    this.addSql(`create policy "meeting_agent_select" on "meeting" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (levels && (select nullif(current_setting('app.levels', true), ''))::text[] and not outside or declared_by_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint or id = any((select caller_meetings())::bigint[])));`);
    this.addSql(`create policy "meeting_agent_insert" on "meeting" for insert to "parvis_agent" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and outside and kind = 'TRAINING' and state = 'CLOSED' and held_on < (select nullif(current_setting('app.today', true), ''))::date and declared_by_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint) and ("organiser_id" is null or exists (select 1 from "organisation" r where r.id = "meeting"."organiser_id" and r.epci_id = "meeting".epci_id)) and ("declared_by_id" is null or exists (select 1 from "agent" r where r.id = "meeting"."declared_by_id" and r.epci_id = "meeting".epci_id)));`);

    this.addSql(`alter table "attendance" add constraint "attendance_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "attendance" add constraint "attendance_meeting_id_foreign" foreign key ("meeting_id") references "meeting" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "attendance" add constraint "attendance_agent_id_foreign" foreign key ("agent_id") references "agent" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "attendance" add constraint "attendance_state_check" check ("state" in ('INVITED', 'REGISTERED', 'PRESENT', 'EXCUSED', 'ABSENT'));`);
    this.addSql(`alter table "attendance" add constraint "attendance_mode_check" check ("mode" in ('ON_SITE', 'REMOTE'));`);
    this.addSql(`alter table "attendance" add constraint "attendance_signed_by_check" check ("signed_by" in ('SELF', 'QR', 'SHEET', 'DECLARATION'));`);
    this.addSql(`alter table "attendance" add constraint "attendance_confirmation_check" check ("confirmation" in ('PENDING', 'CONFIRMED', 'REFUSED'));`);
    this.addSql(`alter table "attendance" enable row level security;`);
    this.addSql(`create policy "attendance_staff_select" on "attendance" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "attendance_staff_insert" on "attendance" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "meeting" r where r.id = "attendance"."meeting_id" and r.epci_id = "attendance".epci_id) and exists (select 1 from "agent" r where r.id = "attendance"."agent_id" and r.epci_id = "attendance".epci_id));`);
    this.addSql(`create policy "attendance_staff_update" on "attendance" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "meeting" r where r.id = "attendance"."meeting_id" and r.epci_id = "attendance".epci_id) and exists (select 1 from "agent" r where r.id = "attendance"."agent_id" and r.epci_id = "attendance".epci_id));`);
    this.addSql(`create policy "attendance_staff_delete" on "attendance" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "attendance_agent_select" on "attendance" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and agent_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint);`);
    this.addSql(`create policy "attendance_agent_insert" on "attendance" for insert to "parvis_agent" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and agent_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint and (state in ('REGISTERED', 'EXCUSED') and signed_by is null and signed_at is null and confirmation is null and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state = 'PLANNED' and m.held_on >= (select nullif(current_setting('app.today', true), ''))::date) or state = 'PRESENT' and signed_by in ('SELF', 'QR') and confirmation is null and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state = 'OPEN' and m.held_on = (select nullif(current_setting('app.today', true), ''))::date) or state = 'PRESENT' and signed_by = 'DECLARATION' and confirmation = 'PENDING' and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state <> 'CANCELLED' and m.held_on < (select nullif(current_setting('app.today', true), ''))::date))) and exists (select 1 from "meeting" r where r.id = "attendance"."meeting_id" and r.epci_id = "attendance".epci_id) and exists (select 1 from "agent" r where r.id = "attendance"."agent_id" and r.epci_id = "attendance".epci_id));`);
    this.addSql(`create policy "attendance_agent_update" on "attendance" for update to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and agent_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint and state <> 'PRESENT' and confirmation is null) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and agent_id = (select nullif(current_setting('app.agent_id', true), ''))::bigint and (state in ('REGISTERED', 'EXCUSED') and signed_by is null and signed_at is null and confirmation is null and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state = 'PLANNED' and m.held_on >= (select nullif(current_setting('app.today', true), ''))::date) or state = 'PRESENT' and signed_by in ('SELF', 'QR') and confirmation is null and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state = 'OPEN' and m.held_on = (select nullif(current_setting('app.today', true), ''))::date) or state = 'PRESENT' and signed_by = 'DECLARATION' and confirmation = 'PENDING' and not contributed and exists (select 1 from meeting m where m.id = meeting_id and m.state <> 'CANCELLED' and m.held_on < (select nullif(current_setting('app.today', true), ''))::date))) and exists (select 1 from "meeting" r where r.id = "attendance"."meeting_id" and r.epci_id = "attendance".epci_id) and exists (select 1 from "agent" r where r.id = "attendance"."agent_id" and r.epci_id = "attendance".epci_id));`);

    this.addSql(`alter table "assignment" add constraint "assignment_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_agent_id_foreign" foreign key ("agent_id") references "agent" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "assignment" add constraint "assignment_qualification_check" check ("qualification" in ('INFORMED', 'QUALIFIED'));`);
    this.addSql(`alter table "assignment" add constraint "assignment_competences_check" check ("competences" <@ array['TOOLS', 'ATTRIBUTION_RULES', 'LOCAL_SUPPLY', 'EXPLAIN_PROGRESS', 'SOCIAL_SERVICES']);`);
    this.addSql(`alter table "assignment" add constraint "assignment_period" check (starts_on <= ends_on);`);
    this.addSql(`alter table "assignment" add constraint "assignment_etp" check (etp >= 0 and etp <= 1);`);
    this.addSql(`alter table "assignment" add constraint "assignment_one_at_a_time" EXCLUDE USING gist (int8range(agent_id, agent_id, '[]'::text) WITH &&, int8range(guichet_id, guichet_id, '[]'::text) WITH &&, daterange(starts_on, ends_on, '[]'::text) WITH &&);`);
    this.addSql(`alter table "assignment" enable row level security;`);
    this.addSql(`create policy "assignment_staff_select" on "assignment" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "assignment_staff_insert" on "assignment" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "agent" r where r.id = "assignment"."agent_id" and r.epci_id = "assignment".epci_id) and exists (select 1 from "guichet" r where r.id = "assignment"."guichet_id" and r.epci_id = "assignment".epci_id));`);
    this.addSql(`create policy "assignment_staff_update" on "assignment" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "agent" r where r.id = "assignment"."agent_id" and r.epci_id = "assignment".epci_id) and exists (select 1 from "guichet" r where r.id = "assignment"."guichet_id" and r.epci_id = "assignment".epci_id));`);
    this.addSql(`create policy "assignment_staff_delete" on "assignment" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "assignment_agent_select" on "assignment" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "account" add constraint "account_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "account" add constraint "account_agent_id_foreign" foreign key ("agent_id") references "agent" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "account" add constraint "account_role_check" check ("role" in ('ADMIN', 'EPCI_STAFF', 'AGENT', 'ANALYST'));`);
    this.addSql(`alter table "account" add constraint "account_locale_check" check ("locale" in ('fr', 'en'));`);
    this.addSql(`alter table "account" add constraint "account_email_lower" check (email = lower(email));`);
    this.addSql(`alter table "account" add constraint "account_epci" check (role in ('ADMIN', 'ANALYST') or epci_id is not null);`);
    this.addSql(`alter table "account" add constraint "account_agent" check ((role = 'AGENT') = (agent_id is not null));`);
    this.addSql(`alter table "account" add constraint "account_national" check (not national or role = 'ANALYST');`);
    this.addSql(`alter table "account" enable row level security;`);
    this.addSql(`create policy "account_admin_select" on "account" for select to "parvis_admin" using (true);`);
    this.addSql(`create policy "account_admin_insert" on "account" for insert to "parvis_admin" with check ((true));`);
    this.addSql(`create policy "account_admin_update" on "account" for update to "parvis_admin" using (true) with check ((true));`);
    this.addSql(`create policy "account_staff_select" on "account" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and role <> 'ADMIN' and not national);`);
    this.addSql(`create policy "account_staff_insert" on "account" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and role <> 'ADMIN' and not national) and ("agent_id" is null or exists (select 1 from "agent" r where r.id = "account"."agent_id" and r.epci_id = "account".epci_id)));`);
    this.addSql(`create policy "account_staff_update" on "account" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and role <> 'ADMIN' and not national) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and role <> 'ADMIN' and not national) and ("agent_id" is null or exists (select 1 from "agent" r where r.id = "account"."agent_id" and r.epci_id = "account".epci_id)));`);
    this.addSql(`create policy "account_agent_select" on "account" for select to "parvis_agent" using (id = (select nullif(current_setting('app.account_id', true), ''))::bigint);`);
    this.addSql(`create policy "account_analyst_select" on "account" for select to "parvis_analyst" using (id = (select nullif(current_setting('app.account_id', true), ''))::bigint);`);
    this.addSql(`create policy "account_national_select" on "account" for select to "parvis_national" using (id = (select nullif(current_setting('app.account_id', true), ''))::bigint);`);
    this.addSql(`create policy "account_sign_in_select" on "account" for select to "parvis_sign_in" using (true);`);

    this.addSql(`alter table "credential" add constraint "credential_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "credential" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "credential" to "parvis_sign_in" using (true) with check (true);`);

    this.addSql(`alter table "analyst_scope" add constraint "analyst_scope_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "analyst_scope" add constraint "analyst_scope_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "analyst_scope" enable row level security;`);
    this.addSql(`create policy "analyst_scope_admin_select" on "analyst_scope" for select to "parvis_admin" using (true);`);
    this.addSql(`create policy "analyst_scope_admin_insert" on "analyst_scope" for insert to "parvis_admin" with check ((true) and exists (select 1 from "account" r where r.id = "analyst_scope"."account_id"));`);
    this.addSql(`create policy "analyst_scope_admin_delete" on "analyst_scope" for delete to "parvis_admin" using (true);`);
    this.addSql(`create policy "analyst_scope_sign_in_select" on "analyst_scope" for select to "parvis_sign_in" using (true);`);

    this.addSql(`alter table "plan" add constraint "plan_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "plan" add constraint "plan_source_check" check ("source" in ('PUBLISHED', 'RECONSTRUCTED'));`);
    this.addSql(`alter table "plan" add constraint "plan_term" check (starts_on <= ends_on);`);
    this.addSql(`alter table "plan" enable row level security;`);
    this.addSql(`create policy "plan_staff_select" on "plan" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "plan_staff_insert" on "plan" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "plan_staff_update" on "plan" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "plan_staff_delete" on "plan" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "plan_agent_select" on "plan" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "plan_analyst_select" on "plan" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "plan_national_select" on "plan" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "milestone" add constraint "milestone_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "milestone" add constraint "milestone_plan_id_foreign" foreign key ("plan_id") references "plan" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "milestone" add constraint "milestone_body_check" check ("body" in ('CIL', 'ATUL', 'COTECH', 'OTHER'));`);
    this.addSql(`alter table "milestone" add constraint "milestone_source_check" check ("source" in ('PUBLISHED', 'RECONSTRUCTED'));`);
    this.addSql(`alter table "milestone" add constraint "milestone_period" check (starts_on <= ends_on);`);
    this.addSql(`alter table "milestone" enable row level security;`);
    this.addSql(`create policy "milestone_staff_select" on "milestone" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "milestone_staff_insert" on "milestone" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "plan" r where r.id = "milestone"."plan_id" and r.epci_id = "milestone".epci_id));`);
    this.addSql(`create policy "milestone_staff_update" on "milestone" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "plan" r where r.id = "milestone"."plan_id" and r.epci_id = "milestone".epci_id));`);
    this.addSql(`create policy "milestone_staff_delete" on "milestone" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "milestone_agent_select" on "milestone" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "milestone_analyst_select" on "milestone" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "milestone_national_select" on "milestone" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "referential" add constraint "referential_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "referential" add constraint "referential_validity" check (valid_from < valid_to);`);
    this.addSql(`alter table "referential" add constraint "referential_one_on_a_day" EXCLUDE USING gist (int8range(epci_id, epci_id, '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&);`);
    this.addSql(`alter table "referential" enable row level security;`);
    this.addSql(`create policy "referential_staff_select" on "referential" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_staff_insert" on "referential" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "referential_staff_update" on "referential" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint));`);
    this.addSql(`create policy "referential_staff_delete" on "referential" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_agent_select" on "referential" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "referential_analyst_select" on "referential" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "referential_national_select" on "referential" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "obligation" add constraint "obligation_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "obligation" add constraint "obligation_referential_id_foreign" foreign key ("referential_id") references "referential" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "obligation" add constraint "obligation_level_check" check ("level" in ('COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'));`);
    this.addSql(`alter table "obligation" add constraint "obligation_kind_check" check ("kind" in ('MEETINGS', 'CONTRIBUTION', 'TRAINED_AGENTS', 'DEDICATED_AGENT', 'RECEPTION_MODES', 'DOSSIER_UNIQUE', 'ETP'));`);
    this.addSql(`alter table "obligation" add constraint "obligation_modes_check" check ("modes" <@ array['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT', 'TELEPHONE', 'TELEPHONE_DUTY', 'INTERVIEW_APPOINTMENT']);`);
    this.addSql(`alter table "obligation" enable row level security;`);
    this.addSql(`create policy "obligation_staff_select" on "obligation" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "obligation_staff_insert" on "obligation" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "referential" r where r.id = "obligation"."referential_id" and r.epci_id = "obligation".epci_id));`);
    this.addSql(`create policy "obligation_staff_update" on "obligation" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "referential" r where r.id = "obligation"."referential_id" and r.epci_id = "obligation".epci_id));`);
    this.addSql(`create policy "obligation_staff_delete" on "obligation" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "obligation_agent_select" on "obligation" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "obligation_analyst_select" on "obligation" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "obligation_national_select" on "obligation" for select to "parvis_national" using (true);`);

    this.addSql(`alter table "convention_version" add constraint "convention_version_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_convention_id_foreign" foreign key ("convention_id") references "convention" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_referential_id_foreign" foreign key ("referential_id") references "referential" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_state_check" check ("state" in ('DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'TERMINATED', 'CANCELLED'));`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_level_check" check ("level" in ('COMMUNICATION', 'INFO', 'SUIVI', 'CONSEIL'));`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_missions_check" check ("missions" <@ array['WEBSITE_TEXT', 'LEAFLETS', 'EXPLAIN_FILING', 'EXPLAIN_ONLINE_REGISTRATION', 'EXPLAIN_DOSSIER_UNIQUE', 'EXPLAIN_PROCESSING', 'EXPLAIN_SUPPLY', 'SHARED_TOOLS', 'FILE_PROGRESS', 'SNE_UPDATE', 'RENEWAL', 'INTERVIEW', 'NEED_AND_SUPPLY', 'REDIRECT_REQUEST', 'RISK_SITUATIONS', 'SPECIALISED_ORIENTATION']);`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_reception_modes_check" check ("reception_modes" <@ array['IN_PERSON_WALK_IN', 'IN_PERSON_APPOINTMENT', 'TELEPHONE', 'TELEPHONE_DUTY', 'INTERVIEW_APPOINTMENT']);`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_competences_check" check ("competences" <@ array['TOOLS', 'ATTRIBUTION_RULES', 'LOCAL_SUPPLY', 'EXPLAIN_PROGRESS', 'SOCIAL_SERVICES']);`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_one_in_force" EXCLUDE USING gist (int8range(guichet_id, guichet_id, '[]'::text) WITH &&, daterange(starts_on, LEAST(ends_on, terminated_on), '[]'::text) WITH &&) WHERE (((state = 'SIGNED'::text) OR (state = 'TERMINATED'::text)));`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_term" check (starts_on <= ends_on);`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_signed" check (signed_on is not null or state <> 'SIGNED' and state <> 'TERMINATED');`);
    this.addSql(`alter table "convention_version" add constraint "convention_version_terminated" check ((state = 'TERMINATED') = (terminated_on is not null) and terminated_on >= starts_on);`);
    this.addSql(`alter table "convention_version" enable row level security;`);
    this.addSql(`create policy "convention_version_staff_select" on "convention_version" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_version_staff_insert" on "convention_version" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "convention" r where r.id = "convention_version"."convention_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_version"."guichet_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "referential" r where r.id = "convention_version"."referential_id" and r.epci_id = "convention_version".epci_id));`);
    this.addSql(`create policy "convention_version_staff_update" on "convention_version" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and exists (select 1 from "convention" r where r.id = "convention_version"."convention_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "guichet" r where r.id = "convention_version"."guichet_id" and r.epci_id = "convention_version".epci_id) and exists (select 1 from "referential" r where r.id = "convention_version"."referential_id" and r.epci_id = "convention_version".epci_id));`);
    this.addSql(`create policy "convention_version_staff_delete" on "convention_version" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "convention_version_analyst_select" on "convention_version" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]));`);
    this.addSql(`create policy "convention_version_national_select" on "convention_version" for select to "parvis_national" using (true);`);
    this.addSql(`create policy "convention_version_agent_select" on "convention_version" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (guichet_id = any((select nullif(current_setting('app.guichet_ids', true), ''))::bigint[])));`);

    this.addSql(`alter table "request" add constraint "request_epci_id_foreign" foreign key ("epci_id") references "epci" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "request" add constraint "request_guichet_id_foreign" foreign key ("guichet_id") references "guichet" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "request" add constraint "request_commune_wanted_id_foreign" foreign key ("commune_wanted_id") references "commune" ("id") on update no action on delete no action;`);
    this.addSql(`alter table "request" add constraint "request_channel_check" check ("channel" in ('GUICHET', 'ONLINE', 'POST', 'TELEPHONE'));`);
    this.addSql(`alter table "request" add constraint "request_source_check" check ("source" in ('PUBLISHED', 'RECONSTRUCTED'));`);
    this.addSql(`alter table "request" add constraint "request_seniority" check (seniority_on <= registered_on);`);
    this.addSql(`alter table "request" enable row level security;`);
    this.addSql(`create policy "request_staff_select" on "request" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);
    this.addSql(`create policy "request_staff_insert" on "request" for insert to "parvis_staff" with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("guichet_id" is null or exists (select 1 from "guichet" r where r.id = "request"."guichet_id" and r.epci_id = "request".epci_id)) and ("commune_wanted_id" is null or exists (select 1 from "commune" r where r.id = "request"."commune_wanted_id" and r.epci_id = "request".epci_id)));`);
    this.addSql(`create policy "request_staff_update" on "request" for update to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) with check ((epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint) and ("guichet_id" is null or exists (select 1 from "guichet" r where r.id = "request"."guichet_id" and r.epci_id = "request".epci_id)) and ("commune_wanted_id" is null or exists (select 1 from "commune" r where r.id = "request"."commune_wanted_id" and r.epci_id = "request".epci_id)));`);
    this.addSql(`create policy "request_staff_delete" on "request" for delete to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint);`);

    this.addSql(`alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "session" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "session" to "parvis_sign_in" using (true) with check (true);`);

    this.addSql(`alter table "token" add constraint "token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "token" add constraint "token_purpose_check" check ("purpose" in ('INVITATION', 'RESET'));`);
    this.addSql(`alter table "token" enable row level security;`);
    this.addSql(`create policy "sign_in_only" on "token" to "parvis_sign_in" using (true) with check (true);`);
  }
}
