import { Migration } from '@mikro-orm/migrations';

/** Requests are read by the day of their registration, within an EPCI: a page of a long list no longer sorts all of it. */
export class Migration20261122001100 extends Migration {
  override up(): void {
    this.addSql(`create index "request_epci_registered_on_index" on "request" ("epci_id", "registered_on");`);
  }
}
