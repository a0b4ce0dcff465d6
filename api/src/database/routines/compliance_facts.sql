-- What decides of the obligations of the caller's guichets in a year, as one JSON: see compliance.facts.ts. Analysts get
-- no name, and of a guichet with few agents no count: those of the day, or of the end of a year that is over. Meetings come with the attendance of those guichets' agents only; of référentiels the published ones count, and
-- for staff the drafts that they name, to be compared.
-- Called by: staff, agent, analyst, national
create or replace function compliance_facts(wanted_year int, only_guichet bigint, drafts bigint[] default null) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  with bounds as (
    select make_date(wanted_year, 1, 1) as first, make_date(wanted_year, 12, 31) as last
  ), guichets as materialized (
    select g.*, c.name as commune_name
    from guichet g join commune c on c.id = g.commune_id cross join bounds b
    where g.id in (select caller_guichets())
      and (g.id = only_guichet or only_guichet is null
        and (g.opened_on is null or g.opened_on <= b.last) and (g.closed_on is null or g.closed_on > b.first))
  ), referentials as materialized (
    select r.* from referential r
    where r.epci_id in (select epci_id from guichets)
      and (r.state = 'PUBLISHED' or r.id = any(drafts) and current_setting('role') = 'parvis_staff')
  ), obligations as materialized (
    select o.* from obligation o where o.referential_id in (select id from referentials)
  ), assignments as materialized (
    select a.*, p.first_name, p.last_name, current_setting('role') in ('parvis_staff', 'parvis_agent') as named
    from assignment a join agent p on p.id = a.agent_id
    where a.guichet_id in (select id from guichets)
  ), meetings as materialized (
    select m.* from meeting m cross join bounds b
    where m.epci_id in (select epci_id from guichets) and m.state <> 'CANCELLED' and m.held_on <= b.last
      and (m.held_on >= b.first or m.kind = 'TRAINING' and (
        exists (select 1 from obligations where kind = 'TRAINED_AGENTS' and window_months is null)
        or m.held_on >= b.first - make_interval(months => (select max(window_months) from obligations where kind = 'TRAINED_AGENTS'))))
  ), sheets as (
    select t.meeting_id, json_agg(json_build_object(
      'agentId', t.agent_id, 'state', t.state, 'contributed', t.contributed, 'confirmation', t.confirmation)) as lines
    from attendance t
    where t.state in ('PRESENT', 'REGISTERED')
      and t.meeting_id in (select id from meetings) and t.agent_id in (select agent_id from assignments)
    group by t.meeting_id
  )
  select json_build_object(
    'referentials', (
      select coalesce(json_agg(json_build_object(
        'id', r.id, 'epciId', r.epci_id, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'obligations', (
          select coalesce(json_agg(json_build_object(
            'id', o.id, 'level', o.level, 'kind', o.kind, 'target', o.target, 'planned', o.planned, 'modes', o.modes,
            'windowMonths', o.window_months, 'text', o.text) order by o.id), '[]'::json)
          from obligations o where o.referential_id = r.id)) order by r.id), '[]'::json)
      from referentials r),
    'meetings', (
      select coalesce(json_agg(json_build_object(
        'id', m.id, 'epciId', m.epci_id, 'title', m.title, 'heldOn', m.held_on, 'kind', m.kind, 'state', m.state,
        'levels', m.levels, 'outside', m.outside, 'attendances', coalesce(s.lines, '[]'::json)) order by m.held_on, m.id), '[]'::json)
      from meetings m left join sheets s on s.meeting_id = m.id
      where not m.outside or s.meeting_id is not null),
    'guichets', (
      select coalesce(json_agg(json_build_object(
        'id', g.id, 'epciId', g.epci_id, 'name', g.name, 'communeName', g.commune_name, 'openedOn', g.opened_on,
        'closedOn', g.closed_on, 'levelAgreed', g.level_agreed, 'receptionModes', g.reception_modes,
        'dossierUnique', g.dossier_unique, 'masked', (
          select too_few_people(count(distinct a.agent_id) filter (where a.starts_on <= d.day and (a.ends_on is null or a.ends_on >= d.day)), min(e.statistics_threshold))
          from (select least(nullif(current_setting('app.today', true), '')::date, b.last) as day from bounds b) d
          join epci e on e.id = g.epci_id left join assignments a on a.guichet_id = g.id),
        'versions', (
          select coalesce(json_agg(json_build_object(
            'id', v.id, 'state', v.state, 'startsOn', v.starts_on, 'endsOn', v.ends_on, 'terminatedOn', v.terminated_on,
            'level', v.level, 'referentialId', v.referential_id, 'etp', v.etp) order by v.starts_on, v.id), '[]'::json)
          from convention_version v where v.guichet_id = g.id and v.state in ('SIGNED', 'TERMINATED')),
        'assignments', (
          select coalesce(json_agg(json_build_object(
            'agentId', a.agent_id, 'firstName', case when a.named then a.first_name end,
            'lastName', case when a.named then a.last_name end, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
            'etp', a.etp, 'dedicated', a.dedicated) order by a.last_name collate "fr-x-icu", a.first_name collate "fr-x-icu", a.id), '[]'::json)
          from assignments a where a.guichet_id = g.id)
        ) order by g.commune_name collate "fr-x-icu", g.name collate "fr-x-icu", g.id), '[]'::json)
      from guichets g))
$$;
