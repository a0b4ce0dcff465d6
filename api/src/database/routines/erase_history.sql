-- Blanks the given columns of a row in all that was recorded of it: column → the value that stands for nothing. Of an
-- account, its name as an actor too.
-- Called by: erasure
create or replace function erase_history(named text, row_key bigint, blanks jsonb) returns void
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
end $$;
