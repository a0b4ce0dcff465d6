import { Migration } from '@mikro-orm/migrations';

/**
 * The end that a version was signed with, and what the database checks of the life of a convention whoever writes: `moves.ts`
 * hangs the guards on their tables.
 */
export class Migration20261122000500 extends Migration {
  override up(): void {
    this.addSql(`alter table "convention_version" add column "signed_ends_on" date null;`);

    // What is locked or open of a version, also for those who may not read its comments: names of fields alone.
    this.addSql(`
      create function open_comment_fields(of_version bigint) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(distinct c.field::text order by c.field::text), '{}')
        from convention_comment c where c.version_id = of_version and c.state = 'OPEN'
      $$`);

    // What a version lacks to be signed, by the rules of \`convention.rules.ts\` that do not need a day.
    this.addSql(`
      create function signature_lacks(v convention_version) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select array_remove(array[
          case when open_comment_fields(v.id) <> '{}' then 'COMMENTS_RESOLVED' end,
          case when coalesce(jsonb_array_length(case when jsonb_typeof(v.signatories) = 'array' then v.signatories end), 0) < 2
            then 'SIGNATORIES' end,
          case when r.without_deliberation = 'REFUSE' and v.registers and v.deliberation_on is null and o.kind in ('COMMUNE', 'CCAS')
            then 'DELIBERATION' end,
          case when r.without_sne_convention = 'REFUSE' and v.registers and v.sne_signed_on is null then 'SNE_CONVENTION' end,
          case when r.etp_too_low = 'REFUSE' and coalesce(v.etp, 0) < (
            select b.target from obligation b where b.referential_id = r.id and b.level = v.level and b.kind = 'ETP')
            then 'ETP' end], null)
        from referential r, guichet g join organisation o on o.id = g.organisation_id
        where r.id = v.referential_id and g.id = v.guichet_id
      $$`);

    // A column is named as its field: levelConditions, level_conditions; a relation with its key.
    this.addSql(`
      create function guard_convention_version() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        caller text := current_setting('role');
        recorded text[] := array['deliberation_assembly', 'deliberation_on', 'deliberation_number', 'sne_signed_on'];
        written_by_moves text[] := array['signed_on', 'signatories', 'terminated_on', 'termination_motive', 'notice_on',
          'cancellation_motive', 'signed_ends_on', 'guichet_settled_on'];
        identity text[] := array['id', 'epci_id', 'convention_id', 'guichet_id', 'rank', 'created_at'];
        changed text[];
        open text[] := array['state', 'revision', 'updated_at'];
        lacking text[];
      begin
        if tg_op = 'DELETE' then
          if caller like 'parvis\\_%' and old.state <> 'DRAFT' then
            raise exception 'ConventionVersion: what left its draft is kept' using errcode = 'PV002', table = 'convention_version';
          end if;
          return null;
        end if;
        if not exists (select from convention c where c.id = new.convention_id and c.guichet_id = new.guichet_id and c.epci_id = new.epci_id) then
          raise exception 'ConventionVersion: not of the guichet of its convention' using errcode = 'PV002', table = 'convention_version';
        end if;
        if tg_op = 'INSERT' then
          return null;
        end if;

        select array_agg(n.key) into changed
        from jsonb_each(to_jsonb(new)) n where n.value is distinct from to_jsonb(old) -> n.key;
        if old.state = 'DRAFT' then
          select open || array_agg(n.key) into open
          from jsonb_object_keys(to_jsonb(new)) n(key) where n.key <> all (written_by_moves) and n.key <> all (identity);
        elsif old.state in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN') then
          if caller <> 'parvis_agent' then
            open := open || recorded;
          end if;
          if old.state = 'CORRECTION' then
            select open || coalesce(array_agg(c || s), '{}') into open
            from (select lower(regexp_replace(f, '([A-Z])', '_\\1', 'g')) from unnest(open_comment_fields(new.id)) f) as fields(c),
              (values (''), ('_id')) as suffixes(s)
            where c || s <> all (written_by_moves);
          end if;
        end if;
        if new.state <> old.state then
          open := open || case new.state
            when 'SIGNED' then array['signed_on', 'signatories']
            when 'TERMINATED' then array['terminated_on', 'termination_motive', 'notice_on', 'guichet_settled_on']
            when 'CANCELLED' then array['cancellation_motive']
            else '{}'::text[] end;
        elsif old.state = 'SIGNED' then
          open := open || 'guichet_settled_on'::text;
          -- An avenant takes over: the term ends earlier, and what was signed stays to be read.
          if new.ends_on < old.ends_on and new.signed_ends_on = coalesce(old.signed_ends_on, old.ends_on) then
            open := open || array['ends_on', 'signed_ends_on'];
          end if;
        elsif old.state = 'TERMINATED' then
          open := open || 'guichet_settled_on'::text;
        end if;
        if not changed <@ (select array_agg(o) from unnest(open) o where o <> all (identity)) then
          raise exception 'ConventionVersion: in % this does not change: %', old.state,
            (select string_agg(c, ', ') from unnest(changed) c where c <> all (open) or c = any (identity))
            using errcode = 'PV002', table = 'convention_version';
        end if;

        if new.state = 'SIGNED' and old.state <> 'SIGNED' then
          lacking := signature_lacks(new);
          if lacking <> '{}' then
            raise exception 'ConventionVersion: signed without %', lacking using errcode = 'PV002', table = 'convention_version';
          end if;
        end if;
        return null;
      end $$`);

    this.addSql(`
      create function guard_convention() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'DELETE' then
          return null;
        end if;
        if tg_op = 'UPDATE' and new.guichet_id <> old.guichet_id then
          raise exception 'Convention: it stays with its guichet' using errcode = 'PV002', table = 'convention';
        end if;
        if new.renews_id is not null and not exists (
          select from convention c where c.id = new.renews_id and c.guichet_id = new.guichet_id and c.id <> new.id) then
          raise exception 'Convention: it renews one of the same guichet' using errcode = 'PV002', table = 'convention';
        end if;
        return null;
      end $$`);

    // Comments are made and dealt with in review and correction, by each side in its own name; EPCI staff also at the signature.
    this.addSql(`
      create function guard_convention_comment() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        caller text := current_setting('role');
        version convention_version;
      begin
        if tg_op = 'DELETE' then
          return null;
        end if;
        -- Held until the end of this transaction: the version does not move on meanwhile.
        select * into version from convention_version v where v.id = new.version_id for share;
        if version.guichet_id <> new.guichet_id or version.epci_id <> new.epci_id then
          raise exception 'ConventionComment: not of the guichet of its version' using errcode = 'PV002', table = 'convention_comment';
        end if;
        if tg_op = 'UPDATE' and (to_jsonb(new) - array['state', 'answer', 'resolved_by_name', 'resolved_at', 'revision', 'updated_at'])
          <> (to_jsonb(old) - array['state', 'answer', 'resolved_by_name', 'resolved_at', 'revision', 'updated_at']) then
          raise exception 'ConventionComment: what was said stays' using errcode = 'PV002', table = 'convention_comment';
        end if;
        if caller in ('parvis_staff', 'parvis_agent') then
          if version.state <> all (case caller when 'parvis_staff' then array['IN_REVIEW', 'CORRECTION', 'TO_SIGN']
            else array['IN_REVIEW', 'CORRECTION'] end) then
            raise exception 'ConventionComment: not in %', version.state using errcode = 'PV002', table = 'convention_comment';
          end if;
          if tg_op = 'INSERT' and new.side <> (case caller when 'parvis_staff' then 'EPCI' else 'GUICHET' end) then
            raise exception 'ConventionComment: not of the side of its author' using errcode = 'PV002', table = 'convention_comment';
          end if;
        end if;
        return null;
      end $$`);
  }
}
