import { Migration } from '@mikro-orm/migrations';

/** What entities cannot declare: rules over several rows. */
export class Migration20261121000300 extends Migration {
  override up(): void {
    // At any date a guichet has at most one convention in force. Ranges stand for equality of keys, which a GiST index
    // without extensions cannot compare.
    this.addSql(`
      alter table convention_version add constraint convention_version_one_in_force exclude using gist (
        int8range(guichet_id, guichet_id, '[]') with &&,
        daterange(starts_on, least(ends_on, terminated_on), '[]') with &&
      ) where (state = 'SIGNED' or state = 'TERMINATED')`);

    // A code names one commune on a day: Paladru until 2017, Villages du Lac de Paladru since.
    this.addSql(`
      alter table commune add constraint commune_one_on_a_day exclude using gist (
        int8range(epci_id, epci_id, '[]') with &&,
        int4range(translate(insee_code, 'AB', '01')::int, translate(insee_code, 'AB', '01')::int, '[]') with &&,
        daterange(valid_from, valid_to, '[)') with &&
      )`);
  }

  override down(): void {
    this.addSql('alter table commune drop constraint commune_one_on_a_day');
    this.addSql('alter table convention_version drop constraint convention_version_one_in_force');
  }
}
