-- Registrations counted, without any row of them: by guichet, year and channel, with the total of their EPCI and year among what is
-- asked. A null guichet stands for those that no guichet registered; agents, who have figures of their guichets only, do not get
-- them. For analysts a count of few people is null, and totals are multiples of the threshold, lest a difference give what is hidden.
-- Asked by EPCI, so that the index is used; the national role is a branch of its own and reads the table from end to end.
-- Called by: staff, agent, analyst, national
create or replace function registration_counts(from_year int, to_year int, only_guichet bigint)
returns table (epci_id bigint, guichet_id bigint, year int, channel text, count bigint, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with counted as (
    select r.epci_id, r.guichet_id, extract(year from r.registered_on)::int as year, r.channel, count(*) as requests
    from request r
    where r.epci_id = any((select caller_epcis())::bigint[])
      and r.registered_on between make_date(from_year, 1, 1) and make_date(to_year, 12, 31)
      and (only_guichet is null or r.guichet_id = only_guichet)
      and (current_setting('role') <> 'parvis_agent' or r.guichet_id = any(nullif(current_setting('app.guichet_ids', true), '')::bigint[]))
    group by 1, 2, 3, 4
    union all
    select r.epci_id, r.guichet_id, extract(year from r.registered_on)::int, r.channel, count(*)
    from request r
    where current_setting('role') = 'parvis_national'
      and r.registered_on between make_date(from_year, 1, 1) and make_date(to_year, 12, 31)
      and (only_guichet is null or r.guichet_id = only_guichet)
    group by 1, 2, 3, 4
  ), summed as (
    select n.*, (sum(n.requests) over (partition by n.epci_id, n.year))::bigint as all_requests, e.statistics_threshold as threshold
    from counted n join epci e on e.id = n.epci_id
  )
  select s.epci_id, s.guichet_id, s.year, s.channel,
    case when not too_few_people(s.requests, s.threshold) then s.requests end,
    case when too_few_people(s.all_requests, s.threshold) then null
      when current_setting('role') in ('parvis_analyst', 'parvis_national') then round(s.all_requests::numeric / s.threshold)::bigint * s.threshold
      else s.all_requests end
  from summed s
$$;
