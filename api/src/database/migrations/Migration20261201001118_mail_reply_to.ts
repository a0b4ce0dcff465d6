import { Migration } from '@mikro-orm/migrations';

export class Migration20261201001118_mail_reply_to extends Migration {

  override name = 'Migration20261201001118_mail_reply_to';

  override up(): void | Promise<void> {
    this.addSql(`alter table "mail" add "reply_to" text null;`);
  }

}
