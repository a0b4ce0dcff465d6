-- Whether a link of an account was used after a moment: then what a mail was to bring has come, whatever became of that. For those
-- who manage the account; of any other it says no.
-- Called by: admin, staff
create or replace function link_used_since(account bigint, moment timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from token t join account a on a.id = t.account_id
    where t.account_id = account and t.used_at > moment
      and (current_setting('role') = 'parvis_admin' or current_setting('role') = 'parvis_staff'
        and a.epci_id = nullif(current_setting('app.epci_id', true), '')::bigint))
$$;
