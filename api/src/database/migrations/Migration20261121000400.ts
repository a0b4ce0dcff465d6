import { Migration } from '@mikro-orm/migrations';

/**
 * What callers may know of rows that policies hide from them: compliance rests on attendance, statistics on requests. These
 * functions run with their owner's rights and scope themselves: `role` still names the caller's role inside them.
 */
export class Migration20261121000400 extends Migration {
  override up(): void {
    this.addSql('set local check_function_bodies = off');

    // Guichets that the caller may have figures of: the same as the policies of guichets.
    this.addSql(`
      create function caller_guichets() returns setof bigint
      language sql stable security definer set search_path = public, pg_temp as $$
        select g.id from guichet g
        where case current_setting('role')
          when 'parvis_staff' then g.epci_id = nullif(current_setting('app.epci_id', true), '')::bigint
          when 'parvis_agent' then g.epci_id = nullif(current_setting('app.epci_id', true), '')::bigint
            and g.id = any(nullif(current_setting('app.guichet_ids', true), '')::bigint[])
          when 'parvis_analyst' then g.epci_id = any(nullif(current_setting('app.epci_ids', true), '')::bigint[])
          when 'parvis_national' then true
          else false end
      $$`);

    // What decides of the obligations of the caller's guichets in a year, as one JSON: see compliance.facts.ts. Analysts get
    // no name; meetings come with the attendance of those guichets' agents only.
    this.addSql(`
      create function compliance_facts(wanted_year int, only_guichet bigint) returns json
      language sql stable security definer set search_path = public, pg_temp as $$
        with bounds as (
          select make_date(wanted_year, 1, 1) as first, make_date(wanted_year, 12, 31) as last
        ), guichets as materialized (
          select g.*, c.name as commune_name
          from guichet g join commune c on c.id = g.commune_id cross join bounds b
          where g.id in (select caller_guichets())
            and (g.id = only_guichet or only_guichet is null
              and (g.opened_on is null or g.opened_on <= b.last) and (g.closed_on is null or g.closed_on > b.first))
        ), obligations as materialized (
          select o.* from obligation o where o.epci_id in (select epci_id from guichets)
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
            from referential r where r.epci_id in (select epci_id from guichets)),
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
              'dossierUnique', g.dossier_unique,
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
      $$`);

    // Registrations counted, without any row of them: by guichet, year and channel. A null guichet stands for those that no
    // guichet registered; who has figures of some guichets only does not get them.
    this.addSql(`
      create function registration_counts(from_year int, to_year int, only_guichet bigint)
      returns table (epci_id bigint, guichet_id bigint, year int, channel text, count bigint)
      language sql stable security definer set search_path = public, pg_temp as $$
        select r.epci_id, r.guichet_id, extract(year from r.registered_on)::int, r.channel, count(*)
        from request r
        where r.registered_on between make_date(from_year, 1, 1) and make_date(to_year, 12, 31)
          and (only_guichet is null or r.guichet_id = only_guichet)
          and case when r.guichet_id is not null then r.guichet_id in (select caller_guichets())
            else case current_setting('role')
              when 'parvis_staff' then r.epci_id = nullif(current_setting('app.epci_id', true), '')::bigint
              when 'parvis_analyst' then r.epci_id = any(nullif(current_setting('app.epci_ids', true), '')::bigint[])
              when 'parvis_national' then true
              else false end
            end
        group by 1, 2, 3, 4
      $$`);
  }
}
