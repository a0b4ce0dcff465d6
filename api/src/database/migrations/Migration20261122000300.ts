import { Migration } from '@mikro-orm/migrations';

/**
 * History: the table of changes, and what writes it. The triggers themselves, one for each concept's table, follow from the
 * declarations and are put in place after the migrations, with those that keep changes as they are (`history/triggers.ts`).
 */
export class Migration20261122000300 extends Migration {
  override up(): void {
    this.addSql(
      `create table "change" ("id" bigserial primary key, "recorded_at" timestamptz(3) not null default clock_timestamp(), "concept" text not null, "row_id" bigint not null, "epci_id" bigint null, "guichet_id" bigint null, "action" text not null, "before" jsonb null, "after" jsonb null, "erased" text[] null, "account_id" bigint null, "actor_name" text null, "actor_role" text not null, "motive" text null, "undoes_id" bigint null, constraint "change_action_check" check (action in ('BASELINE', 'CREATED', 'UPDATED', 'DELETED')));`,
    );
    this.addSql(`create index "change_row_index" on "change" ("concept", "row_id", "id");`);
    this.addSql(`create index "change_epci_index" on "change" ("epci_id", "concept", "row_id", "id");`);
    this.addSql(`alter table "change" enable row level security;`);
    this.addSql(
      `create policy "change_staff_select" on "change" for select to "parvis_staff" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and concept <> 'AnalystScope');`,
    );
    this.addSql(
      `create policy "change_admin_select" on "change" for select to "parvis_admin" using (concept in ('Epci', 'Account', 'AnalystScope'));`,
    );
    this.addSql(
      `create policy "change_agent_select" on "change" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) and (concept = 'ConventionComment' or concept = 'ConventionVersion' and (after ->> 'state') in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'TERMINATED')));`,
    );

    // Where a change belongs, from its row: an EPCI and a guichet belong to themselves.
    this.addSql(`
      create function record_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        named text := tg_argv[0];
        was jsonb;
        becomes jsonb;
        whole jsonb;
        actor bigint := nullif(current_setting('app.account_id', true), '')::bigint;
      begin
        if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
        if tg_op <> 'DELETE' then becomes := to_jsonb(new); end if;
        if tg_op = 'UPDATE' and was - '{revision,updated_at}'::text[] = becomes - '{revision,updated_at}'::text[] then
          return null;
        end if;
        whole := coalesce(becomes, was);
        insert into change (concept, row_id, epci_id, guichet_id, action, before, after, account_id, actor_name, actor_role, motive, undoes_id)
        values (
          named, (whole ->> 'id')::bigint,
          (case when named = 'Epci' then whole ->> 'id' else whole ->> 'epci_id' end)::bigint,
          (case when named = 'Guichet' then whole ->> 'id' else whole ->> 'guichet_id' end)::bigint,
          case tg_op when 'INSERT' then 'CREATED' when 'UPDATE' then 'UPDATED' else 'DELETED' end,
          was, becomes,
          actor, (select display_name from account where id = actor), current_setting('role'),
          nullif(current_setting('app.motive', true), ''), nullif(current_setting('app.undoes', true), '')::bigint);
        return null;
      end $$`);

    // What was recorded stays: the owner of the table too is refused. Erasure blanks values, and nothing else.
    this.addSql(`
      create function keep_changes() returns trigger
      language plpgsql set search_path = public, pg_temp as $$
      declare
        open text[] := '{before,after,erased,actor_name}';
      begin
        if tg_op = 'UPDATE' and current_setting('role') = 'parvis_erasure' and to_jsonb(old) - open = to_jsonb(new) - open then
          return new;
        end if;
        raise exception 'what was recorded is not changed' using errcode = 'insufficient_privilege';
      end $$`);

    // Since when a concept is recorded, within the EPCIs whose rows the caller may read.
    this.addSql(`
      create function history_from(named text) returns timestamptz
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare
        asked_epcis bigint[] := case current_setting('role')
          when 'parvis_staff' then array[nullif(current_setting('app.epci_id', true), '')::bigint]
          when 'parvis_agent' then array[nullif(current_setting('app.epci_id', true), '')::bigint]
          when 'parvis_analyst' then nullif(current_setting('app.epci_ids', true), '')::bigint[]
          when 'parvis_national' then null
          when 'parvis_admin' then null
          else '{}' end;
      begin
        return (select min(c.recorded_at) from change c where c.concept = named and (asked_epcis is null or c.epci_id = any(asked_epcis)));
      end $$`);

    // Blanks the given columns of a row in all that was recorded of it: column → the value that stands for nothing. Of an
    // account, its name as an actor too.
    this.addSql(`
      create function erase_history(named text, row_key bigint, blanks jsonb) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update change c set
          before = c.before || coalesce((select jsonb_object_agg(key, value) from jsonb_each(blanks) where c.before ? key), '{}'),
          after = c.after || coalesce((select jsonb_object_agg(key, value) from jsonb_each(blanks) where c.after ? key), '{}'),
          erased = (
            select array_agg(distinct one) from (
              select unnest(c.erased) as one
              union all
              select key from jsonb_object_keys(blanks) key
              where c.action = 'UPDATED' and c.before -> key is distinct from c.after -> key) e)
        where c.concept = named and c.row_id = row_key and (c.before ?| array(select jsonb_object_keys(blanks)) or c.after ?| array(select jsonb_object_keys(blanks)));
        if named = 'Account' then
          update change set actor_name = null where account_id = row_key and actor_name is not null;
        end if;
      end $$`);
  }
}
