-- The two users of docs/operations.md and their database, as an administrator makes them (psql 15 or later). The owner makes the roles.
\getenv owner OWNER_PASSWORD
\getenv web WEB_PASSWORD
create role parvis_owner login createrole password :'owner';
create role parvis_web login noinherit password :'web';
create database parvis owner parvis_owner encoding 'UTF8' template template0;
-- The server's log would hold statements and what they are refused for, in which people stand.
alter database parvis set log_min_error_statement = 'panic';
alter database parvis set log_error_verbosity = 'terse';
alter database parvis set log_parameter_max_length_on_error = 0;
