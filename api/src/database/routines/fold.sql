-- Accent- and case-insensitive form of a text, for searching: "Saint-Étienne" → "saint etienne".
-- Called by: admin, staff, agent, analyst, national
create or replace function fold(value text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace(
    replace(replace(regexp_replace(normalize(lower(value), nfd), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe'), 'æ', 'ae'),
    '[-''’ \u00a0\u202f]+', ' ', 'g')
$$;
