-- A column is named as its field: levelConditions, level_conditions; a relation with its key.
-- Called by: no role
create or replace function guard_convention_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  caller text := current_setting('role');
  recorded text[] := array['deliberation_assembly', 'deliberation_on', 'deliberation_number', 'sne_signed_on'];
  written_by_moves text[] := array['signed_on', 'signatories', 'terminated_on', 'termination_motive', 'notice_on',
    'cancellation_motive', 'signed_ends_on', 'guichet_settled_on', 'withdrawn_on', 'reviewed_at', 'reviewed_by_name'];
  reading text[] := array['reviewed_at', 'reviewed_by_name'];
  identity text[] := array['id', 'epci_id', 'convention_id', 'guichet_id', 'rank', 'created_at'];
  changed text[];
  open text[] := array['state', 'revision', 'updated_at'];
  lacking text[];
begin
  if tg_op = 'DELETE' then
    if caller like 'parvis\_%' and old.state <> 'DRAFT' then
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
      from (select lower(regexp_replace(f, '([A-Z])', '_\1', 'g')) from unnest(open_comment_fields(new.id)) f) as fields(c),
        (values (''), ('_id')) as suffixes(s)
      where c || s <> all (written_by_moves);
    end if;
  end if;
  if new.state <> old.state then
    open := open || case new.state
      when 'SIGNED' then array['signed_on', 'signatories']
      when 'TERMINATED' then array['terminated_on', 'termination_motive', 'notice_on', 'guichet_settled_on']
      when 'CANCELLED' then array['cancellation_motive'] || case when old.state = 'SIGNED' then array['withdrawn_on'] else '{}' end
      -- What is corrected is read anew.
      when 'CORRECTION' then case when new.reviewed_at is null then reading else '{}' end
      else '{}'::text[] end;
  elsif old.state = 'SIGNED' then
    open := open || 'guichet_settled_on'::text;
    -- An avenant takes over: the term ends earlier, and what was signed stays to be read.
    if new.ends_on < old.ends_on and new.signed_ends_on = coalesce(old.signed_ends_on, old.ends_on) then
      open := open || array['ends_on', 'signed_ends_on'];
    -- It was withdrawn before its first day: the term goes on as it was signed.
    elsif new.ends_on = old.signed_ends_on and new.signed_ends_on is null and not exists (
      select from convention_version n
      where n.convention_id = new.convention_id and n.rank > new.rank and n.state in ('SIGNED', 'TERMINATED')) then
      open := open || array['ends_on', 'signed_ends_on'];
    end if;
  elsif old.state = 'IN_REVIEW' and caller = 'parvis_agent'
    and (new.reviewed_at is null or old.reviewed_at is null and open_comment_fields(new.id) = '{}') then
    -- "Nothing to change" is the guichet's own answer, to a text without remarks.
    open := open || reading;
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
end $$;
