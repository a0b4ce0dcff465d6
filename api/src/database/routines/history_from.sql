-- Since when a concept is recorded, within the EPCIs whose rows the caller may read.
-- Called by: staff, agent, analyst, national
create or replace function history_from(named text) returns timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  everywhere boolean := current_setting('role') in ('parvis_national', 'parvis_admin');
  asked_epcis bigint[] := caller_epcis();
begin
  return (select min(c.recorded_at) from change c where c.concept = named and (everywhere or c.epci_id = any(asked_epcis)));
end $$;
