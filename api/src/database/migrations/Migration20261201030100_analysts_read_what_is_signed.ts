import { Migration } from '@mikro-orm/migrations';

export class Migration20261201030100_analysts_read_what_is_signed extends Migration {

  override name = 'Migration20261201030100_analysts_read_what_is_signed';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "meeting_analyst_select" on "meeting";`);
    this.addSql(`drop policy "meeting_national_select" on "meeting";`);

    this.addSql(`drop policy "campaign_analyst_select" on "campaign";`);
    this.addSql(`drop policy "campaign_national_select" on "campaign";`);

    this.addSql(`drop policy "convention_analyst_select" on "convention";`);
    this.addSql(`drop policy "convention_national_select" on "convention";`);

    this.addSql(`drop policy "convention_version_analyst_select" on "convention_version";`);
    this.addSql(`drop policy "convention_version_national_select" on "convention_version";`);

    this.addSql(`create policy "meeting_analyst_select" on "meeting" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (not outside));`);
    this.addSql(`create policy "meeting_national_select" on "meeting" for select to "parvis_national" using (not outside);`);

    this.addSql(`create policy "convention_analyst_select" on "convention" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (exists (select 1 from convention_version v where v.convention_id = convention.id)));`);
    this.addSql(`create policy "convention_national_select" on "convention" for select to "parvis_national" using (exists (select 1 from convention_version v where v.convention_id = convention.id));`);

    this.addSql(`create policy "convention_version_analyst_select" on "convention_version" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (state in ('SIGNED', 'TERMINATED')));`);
    this.addSql(`create policy "convention_version_national_select" on "convention_version" for select to "parvis_national" using (state in ('SIGNED', 'TERMINATED'));`);
  }

}
