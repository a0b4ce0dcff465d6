import { Migration } from '@mikro-orm/migrations';

const given = `epci_id = any((select nullif(current_setting('app.epci_ids', true), ''))::bigint[])`;

/** Whoever reads a convention reads the template that its document is made of. */
export class Migration20261122000700 extends Migration {
  override up(): void {
    this.addSql(
      `create policy "document_template_analyst_select" on "document_template" for select to "parvis_analyst" using (${given});`,
    );
    this.addSql(
      `create policy "document_template_national_select" on "document_template" for select to "parvis_national" using (true);`,
    );
    this.addSql(
      `create policy "file_chunk_analyst_select" on "file_chunk" for select to "parvis_analyst" using (${given} and document_template_id is not null);`,
    );
    this.addSql(
      `create policy "file_chunk_national_select" on "file_chunk" for select to "parvis_national" using (document_template_id is not null);`,
    );
  }
}
