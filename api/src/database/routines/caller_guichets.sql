-- Guichets of which the caller may have figures: the same as the policies of guichets. Asked by EPCI, so that the index is used;
-- the national role is a branch of its own, because one condition for both would read every guichet of the country.
-- Called by: no role
create or replace function caller_guichets() returns setof bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from guichet g
  where g.epci_id = any((select caller_epcis())::bigint[])
    and (current_setting('role') <> 'parvis_agent' or g.id = any(nullif(current_setting('app.guichet_ids', true), '')::bigint[]))
  union all
  select g.id from guichet g
  where current_setting('role') = 'parvis_national'
$$;
