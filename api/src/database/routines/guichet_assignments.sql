-- Assignments of the caller's guichets, past the policies: compliance is counted for analysts too, who read no row of people and get no name
-- here. Asked by EPCI, so that the index is used.
-- Called by: staff, agent, analyst, national
create or replace function guichet_assignments(only_guichet bigint)
returns table (id bigint, guichet_id bigint, agent_id bigint, first_name text, last_name text, starts_on date, ends_on date, etp numeric, dedicated boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.guichet_id, a.agent_id, case when r.named then p.first_name end, case when r.named then p.last_name end,
    a.starts_on, a.ends_on, a.etp, a.dedicated
  from assignment a
  join agent p on p.id = a.agent_id
  cross join (select current_setting('role') in ('parvis_staff', 'parvis_agent') as named) r
  where a.epci_id = any(coalesce((select caller_epcis()), (select array_agg(id) from epci)))
    and (only_guichet is null or a.guichet_id = only_guichet)
    and (current_setting('role') <> 'parvis_agent' or a.guichet_id = any(nullif(current_setting('app.guichet_ids', true), '')::bigint[]))
$$;
