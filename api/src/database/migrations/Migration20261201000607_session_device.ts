import { Migration } from '@mikro-orm/migrations';

export class Migration20261201000607_session_device extends Migration {

  override name = 'Migration20261201000607_session_device';

  override up(): void | Promise<void> {
    this.addSql(`alter table "session" add "device" text null;`);
  }

}
