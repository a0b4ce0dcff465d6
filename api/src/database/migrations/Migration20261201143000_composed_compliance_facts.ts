import { Migration } from '@mikro-orm/migrations';

/** Facts of compliance are a statement composed of the rules' own; what it may not read as the caller has two functions. */
export class Migration20261201143000_composed_compliance_facts extends Migration {
  override async up(): Promise<void> {
    this.addSql('drop function if exists compliance_facts(int, bigint, bigint[])');
    this.addSql('drop function if exists caller_guichets()');
  }
}
