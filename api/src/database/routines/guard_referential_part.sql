-- Its parts neither change nor come nor go. The référentiel is held meanwhile, so that it is not published in between.
-- Called by: no role
create or replace function guard_referential_part() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held text[];
begin
  if current_setting('role') not like 'parvis\_%' then
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
end $$;
