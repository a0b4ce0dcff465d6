import { Migration } from '@mikro-orm/migrations';

/** SQL: opening hours `{"mon": [["09:00", "12:00"]]}` as slots, in order of the week. */
const slotsOf = (hours: string): string => `jsonb_build_object('remark', null, 'slots', (
  select coalesce(jsonb_agg(jsonb_build_object('weekday', upper(d.key), 'from', s.slot ->> 0, 'to', s.slot ->> 1, 'weeks', 'ALL',
    'byAppointment', false) order by array_position(array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], d.key), s.slot ->> 0), '[]'::jsonb)
  from jsonb_each(${hours}) d cross join jsonb_array_elements(d.value) s(slot)))`;

/** Rows whose hours are of the former shape: entered, and without slots. */
const isFormer = (hours: string): string => `jsonb_typeof(${hours}) = 'object' and not ${hours} ? 'slots'`;

/** Opening hours become slots, in what was recorded too; what they say is the same, so that nobody changed anything. */
export class Migration20261201145347_typed_opening_hours extends Migration {

  override name = 'Migration20261201145347_typed_opening_hours';

  override up(): void | Promise<void> {
    this.addSql(`alter table "obligation" drop constraint "obligation_kind_check";`);
    this.addSql(`alter table "obligation" add constraint "obligation_kind_check" check ("kind" in ('MEETINGS', 'CONTRIBUTION', 'TRAINED_AGENTS', 'DEDICATED_AGENT', 'RECEPTION_MODES', 'OPENING_HOURS', 'DOSSIER_UNIQUE', 'ETP'));`);
    for (const table of ['guichet', 'convention_version', 'change']) this.addSql(`alter table "${table}" disable trigger user`);
    for (const table of ['guichet', 'convention_version'])
      this.addSql(
        `update "${table}" set opening_hours = ${slotsOf('opening_hours')} where ${isFormer('opening_hours')}`,
      );
    for (const side of ['before', 'after'])
      this.addSql(
        `update change set "${side}" = jsonb_set("${side}", '{opening_hours}', ${slotsOf(`"${side}" -> 'opening_hours'`)})
         where concept in ('Guichet', 'ConventionVersion') and ${isFormer(`("${side}" -> 'opening_hours')`)}`,
      );
    for (const table of ['guichet', 'convention_version', 'change']) this.addSql(`alter table "${table}" enable trigger user`);
  }

}
