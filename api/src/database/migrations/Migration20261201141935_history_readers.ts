import { Migration } from '@mikro-orm/migrations';

export class Migration20261201141935_history_readers extends Migration {

  override name = 'Migration20261201141935_history_readers';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "change_admin_select" on "change";`);
    this.addSql(`drop policy "change_agent_select" on "change";`);

    this.addSql(`create policy "change_admin_select" on "change" for select to "parvis_admin" using (concept in ('Account', 'AnalystScope', 'Epci'));`);
    this.addSql(`create policy "change_agent_select" on "change" for select to "parvis_agent" using (concept = 'ConventionComment' and epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) or concept = 'ConventionVersion' and epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and guichet_id = any((select nullif(current_setting('app.review_guichet_ids', true), ''))::bigint[]) and (after ->> 'state') in ('IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'SIGNED', 'TERMINATED'));`);
  }

}
