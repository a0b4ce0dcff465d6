import { Migration } from '@mikro-orm/migrations';

/** Référentiels in preparation are the staff's own: agents and analysts read those that are published, and their parts. */
export class Migration20261122000410 extends Migration {
  override up(): void {
    this.addSql(`drop policy "referential_agent_select" on "referential"`);
    this.addSql(`create policy "referential_agent_select" on "referential" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (state = 'PUBLISHED'))`);
    this.addSql(`drop policy "referential_analyst_select" on "referential"`);
    this.addSql(`create policy "referential_analyst_select" on "referential" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (state = 'PUBLISHED'))`);
    this.addSql(`drop policy "referential_national_select" on "referential"`);
    this.addSql(`create policy "referential_national_select" on "referential" for select to "parvis_national" using (state = 'PUBLISHED')`);
    this.addSql(`drop policy "referential_item_agent_select" on "referential_item"`);
    this.addSql(`create policy "referential_item_agent_select" on "referential_item" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (exists (select 1 from "referential" r where r.id = "referential_item"."referential_id" and r.epci_id = "referential_item".epci_id)))`);
    this.addSql(`drop policy "referential_item_analyst_select" on "referential_item"`);
    this.addSql(`create policy "referential_item_analyst_select" on "referential_item" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (exists (select 1 from "referential" r where r.id = "referential_item"."referential_id" and r.epci_id = "referential_item".epci_id)))`);
    this.addSql(`drop policy "referential_item_national_select" on "referential_item"`);
    this.addSql(`create policy "referential_item_national_select" on "referential_item" for select to "parvis_national" using (exists (select 1 from "referential" r where r.id = "referential_item"."referential_id" and r.epci_id = "referential_item".epci_id))`);
    this.addSql(`drop policy "obligation_agent_select" on "obligation"`);
    this.addSql(`create policy "obligation_agent_select" on "obligation" for select to "parvis_agent" using (epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint and (exists (select 1 from "referential" r where r.id = "obligation"."referential_id" and r.epci_id = "obligation".epci_id)))`);
    this.addSql(`drop policy "obligation_analyst_select" on "obligation"`);
    this.addSql(`create policy "obligation_analyst_select" on "obligation" for select to "parvis_analyst" using (epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[]) and (exists (select 1 from "referential" r where r.id = "obligation"."referential_id" and r.epci_id = "obligation".epci_id)))`);
    this.addSql(`drop policy "obligation_national_select" on "obligation"`);
    this.addSql(`create policy "obligation_national_select" on "obligation" for select to "parvis_national" using (exists (select 1 from "referential" r where r.id = "obligation"."referential_id" and r.epci_id = "obligation".epci_id))`);
  }
}
