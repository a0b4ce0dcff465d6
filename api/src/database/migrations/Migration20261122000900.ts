import { Migration } from '@mikro-orm/migrations';

/** The share of requests that the EPCI wants registered online becomes one of its settings. */
export class Migration20261122000900 extends Migration {
  override up(): void {
    this.addSql(`alter table "epci" add "online_aim" int not null default 25;`);
  }
}
