-- Where a change belongs, from its row: an EPCI and a guichet belong to themselves.
-- Called by: no role
create or replace function record_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named text := tg_argv[0];
  was jsonb;
  becomes jsonb;
  whole jsonb;
  actor bigint := nullif(current_setting('app.account_id', true), '')::bigint;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then becomes := to_jsonb(new); end if;
  if tg_op = 'UPDATE' and was - '{revision,updated_at}'::text[] = becomes - '{revision,updated_at}'::text[] then
    return null;
  end if;
  whole := coalesce(becomes, was);
  insert into change (concept, row_id, epci_id, guichet_id, action, before, after, account_id, actor_name, actor_role, motive, undoes_id)
  values (
    named, (whole ->> 'id')::bigint,
    (case when named = 'Epci' then whole ->> 'id' else whole ->> 'epci_id' end)::bigint,
    (case when named = 'Guichet' then whole ->> 'id' else whole ->> 'guichet_id' end)::bigint,
    case tg_op when 'INSERT' then 'CREATED' when 'UPDATE' then 'UPDATED' else 'DELETED' end,
    was, becomes,
    actor, (select display_name from account where id = actor), current_setting('role'),
    nullif(current_setting('app.motive', true), ''), nullif(current_setting('app.undoes', true), '')::bigint);
  return null;
end $$;
