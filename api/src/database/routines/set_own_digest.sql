-- As the language of one's own account: whatever the policies of accounts say, this column is one's own to change.
-- Called by: admin, staff, agent, analyst, national
create or replace function set_own_digest(chosen boolean) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update account set digest = chosen
  where id = nullif(current_setting('app.account_id', true), '')::bigint and digest <> chosen
$$;
