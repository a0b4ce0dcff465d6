-- Of a published référentiel only the end moves, when the next one is published.
-- Called by: no role
create or replace function guard_referential() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  open text[] := array['valid_to', 'revision', 'updated_at'];
begin
  if tg_op = 'INSERT' or old.state <> 'PUBLISHED' or current_setting('role') not like 'parvis\_%' then
    return null;
  end if;
  if tg_op = 'DELETE' or to_jsonb(new) - open <> to_jsonb(old) - open then
    raise exception 'Referential: what was published stays' using errcode = 'PV002', table = 'referential';
  end if;
  return null;
end $$;
