-- What was recorded stays: the owner of the table too is refused. Erasure blanks values, and nothing else.
-- Called by: no role
create or replace function keep_changes() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  open text[] := '{before,after,erased,actor_name}';
begin
  if tg_op = 'UPDATE' and current_setting('role') = 'parvis_erasure' and to_jsonb(old) - open = to_jsonb(new) - open then
    return new;
  end if;
  raise exception 'what was recorded is not changed' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger keep_changes before update or delete on change for each row execute function keep_changes();
create or replace trigger keep_all_changes before truncate on change execute function keep_changes();
