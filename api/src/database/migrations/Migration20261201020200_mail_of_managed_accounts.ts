import { Migration } from '@mikro-orm/migrations';

export class Migration20261201020200_mail_of_managed_accounts extends Migration {

  override name = 'Migration20261201020200_mail_of_managed_accounts';

  override up(): void | Promise<void> {
    this.addSql(`create index "mail_undelivered_index" on "mail" ("id") where status = any (array['FAILED'::text, 'SENDING'::text]);`);
    this.addSql(`create policy "of_managed_accounts" on "mail" for select to "parvis_admin", "parvis_staff" using (exists (select 1 from account a where a.id = account_id));`);
  }

}
