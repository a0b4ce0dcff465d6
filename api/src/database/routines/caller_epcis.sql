-- The EPCIs of which the caller may have figures. Null for the national role, which has all of them; nothing for any other.
-- Called by: no role
create or replace function caller_epcis() returns bigint[]
language sql stable set search_path = public, pg_temp as $$
  select case current_setting('role')
    when 'parvis_staff' then array[nullif(current_setting('app.epci_id', true), '')::bigint]
    when 'parvis_agent' then array[nullif(current_setting('app.epci_id', true), '')::bigint]
    when 'parvis_analyst' then coalesce(nullif(current_setting('app.epci_ids', true), '')::bigint[], '{}')
    when 'parvis_national' then null
    else '{}'::bigint[] end
$$;
