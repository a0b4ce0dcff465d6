-- What the database checks of a convention, whoever writes it.
-- Called by: no role
create or replace function guard_convention() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    return null;
  end if;
  if tg_op = 'UPDATE' and new.guichet_id <> old.guichet_id then
    raise exception 'Convention: it stays with its guichet' using errcode = 'PV002', table = 'convention';
  end if;
  if new.renews_id is not null and not exists (
    select from convention c where c.id = new.renews_id and c.guichet_id = new.guichet_id and c.id <> new.id) then
    raise exception 'Convention: it renews one of the same guichet' using errcode = 'PV002', table = 'convention';
  end if;
  return null;
end $$;
