-- Whether somebody may enter no more at a moment: their access was ended, or they are an agent whose day of departure has come where
-- they work. One place decides it, for signing in, sessions, links and mails.
-- Called by: sign_in
create or replace function account_ended(account bigint, moment timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select a.ended_at is not null
    or coalesce(p.ended_on <= (moment at time zone coalesce(e.time_zone, 'Europe/Paris'))::date, false)
  from account a left join agent p on p.id = a.agent_id left join epci e on e.id = a.epci_id
  where a.id = account
$$;
