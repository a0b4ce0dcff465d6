-- Meetings of the caller's EPCIs, each with the lines of those who work at the caller's guichets, past the policies: an agent's compliance counts
-- what colleagues attended, an analyst's what they may not read. Wanted are those of `kinds` (null: of any) from the day of `since` in
-- the same place on; of trainings elsewhere only those that somebody attended.
-- Called by: staff, agent, analyst, national
create or replace function guichet_meetings(kinds text[], since date[], until date, only_guichet bigint)
returns table (id bigint, epci_id bigint, title text, held_on date, kind text, state text, levels text[], outside boolean, lines json)
language sql stable security definer set search_path = public, pg_temp as $$
  with meetings as materialized (
    select m.* from meeting m
    where m.epci_id = any(coalesce((select caller_epcis()), (select array_agg(id) from epci)))
      and m.state <> 'CANCELLED' and m.held_on <= until
      and exists (select from unnest(kinds, since) w(kind, first) where (w.kind is null or w.kind = m.kind) and m.held_on >= w.first)
  ), sheets as materialized (
    select t.meeting_id, json_agg(json_build_object(
      'agentId', t.agent_id, 'state', t.state, 'contributed', t.contributed, 'confirmation', t.confirmation)) as lines
    from attendance t
    where t.state in ('PRESENT', 'REGISTERED')
      and t.meeting_id in (select m.id from meetings m) and t.agent_id in (select a.agent_id from guichet_assignments(only_guichet) a)
    group by t.meeting_id
  )
  select m.id, m.epci_id, m.title, m.held_on, m.kind, m.state, m.levels, m.outside, coalesce(s.lines, '[]'::json)
  from meetings m left join sheets s on s.meeting_id = m.id
  where not m.outside or s.meeting_id is not null
$$;
