import { Migration } from '@mikro-orm/migrations';

/** What was published stays as it was published, whoever writes: `moves.ts` hangs the guards on their tables. */
export class Migration20261122000430 extends Migration {
  override up(): void {
    // Of a published référentiel only the end moves, when the next one is published.
    this.addSql(`
      create function guard_referential() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        open text[] := array['valid_to', 'revision', 'updated_at'];
      begin
        if tg_op = 'INSERT' or old.state <> 'PUBLISHED' or current_setting('role') not like 'parvis\\_%' then
          return null;
        end if;
        if tg_op = 'DELETE' or to_jsonb(new) - open <> to_jsonb(old) - open then
          raise exception 'Referential: what was published stays' using errcode = 'PV002', table = 'referential';
        end if;
        return null;
      end $$`);

    // Its parts neither change nor come nor go. The référentiel is held meanwhile, so that it is not published in between.
    this.addSql(`
      create function guard_referential_part() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        held text[];
      begin
        if current_setting('role') not like 'parvis\\_%' then
          return null;
        end if;
        select array_agg(state) into held from (
          select r.state from referential r
          where r.id = case when tg_op <> 'INSERT' then old.referential_id end
            or r.id = case when tg_op <> 'DELETE' then new.referential_id end
          for share) h;
        if 'PUBLISHED' = any(held) then
          raise exception 'Referential: the parts of what was published stay' using errcode = 'PV002', table = tg_table_name;
        end if;
        return null;
      end $$`);
  }
}
