-- What a version lacks to be signed, by the rules of `convention.rules.ts` that do not need a day.
-- Called by: no role
create or replace function signature_lacks(v convention_version) returns text[]
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
$$;
