-- Meetings where the calling agent has a line: policies of meetings read it, past the policies of attendance.
-- Called by: agent
create or replace function caller_meetings() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select array_agg(a.meeting_id) from attendance a
  where a.agent_id = nullif(current_setting('app.agent_id', true), '')::bigint
$$;
