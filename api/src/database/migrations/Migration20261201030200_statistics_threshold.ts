import { Migration } from '@mikro-orm/migrations';

export class Migration20261201030200_statistics_threshold extends Migration {

  override name = 'Migration20261201030200_statistics_threshold';

  override up(): void | Promise<void> {
    this.addSql(`alter table "epci" add "statistics_threshold" int not null default 5;`);
    // It answers one column more: its file makes it anew.
    this.addSql('drop function if exists registration_counts(int, int, bigint);');
  }

}
