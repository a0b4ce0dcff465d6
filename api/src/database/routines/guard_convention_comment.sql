-- Comments are made and dealt with in review and correction, by each side in its own name; EPCI staff also at the signature.
-- Called by: no role
create or replace function guard_convention_comment() returns trigger
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
    if caller = 'parvis_agent' and new.state = 'OPEN' and version.reviewed_at is not null then
      raise exception 'ConventionComment: the guichet said that there is nothing to change' using errcode = 'PV002', table = 'convention_comment';
    end if;
    if tg_op = 'INSERT' and new.side <> (case caller when 'parvis_staff' then 'EPCI' else 'GUICHET' end) then
      raise exception 'ConventionComment: not of the side of its author' using errcode = 'PV002', table = 'convention_comment';
    end if;
  end if;
  return null;
end $$;
