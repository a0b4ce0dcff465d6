-- What is locked or open of a version, also for those who may not read its comments: names of fields alone.
-- Called by: staff, agent, analyst, national
create or replace function open_comment_fields(of_version bigint) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.field::text order by c.field::text), '{}')
  from convention_comment c where c.version_id = of_version and c.state = 'OPEN'
$$;
