-- What sign-in may know of the network: an agent's guichets on a day, the level that each keeps, and whether the agent
-- reviews its convention. Who has left has none. The same sentences as `inForceOn` and `Guichet.level`; a test compares them.
-- Called by: sign_in
create or replace function agent_desks(agent bigint, day date) returns table (guichet_id bigint, level text, reviewer boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, coalesce(
    (select v.level from convention_version v
     where v.guichet_id = g.id and v.state in ('SIGNED', 'TERMINATED')
       and v.starts_on <= day and day <= least(v.ends_on, v.terminated_on)
     limit 1),
    g.level_agreed), bool_or(a.reviewer)
  from assignment a join guichet g on g.id = a.guichet_id join agent p on p.id = a.agent_id
  where a.agent_id = agent and (p.ended_on is null or day < p.ended_on) and a.starts_on <= day and (a.ends_on is null or day <= a.ends_on)
  group by g.id
$$;
