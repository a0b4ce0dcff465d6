-- The language of one's own account: the one column that everybody may change, whatever the policies of accounts say.
-- Called by: admin, staff, agent, analyst, national
create or replace function set_own_locale(chosen text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update account set locale = chosen
  where id = nullif(current_setting('app.account_id', true), '')::bigint and locale <> chosen
$$;
