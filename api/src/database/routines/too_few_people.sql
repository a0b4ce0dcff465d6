-- May the caller not be told a count of so few people? Analysts alone; the threshold is a setting of each EPCI.
-- Called by: no role
create or replace function too_few_people(people bigint, threshold int) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select current_setting('role') in ('parvis_analyst', 'parvis_national') and people < threshold
$$;
