import { Migration } from '@mikro-orm/migrations';

const ownEpci = `epci_id = (select nullif(current_setting('app.epci_id', true), ''))::bigint`;
const guichets = `(select nullif(current_setting('app.guichet_ids', true), ''))::bigint[]`;

/**
 * What is sent to sign is kept, Word document and PDF under one rank, each sending with its own, even when two are alike. Files
 * of a version that is being prepared are for those who see it, and no longer for every agent of its guichet.
 */
export class Migration20261122001200 extends Migration {
  override up(): void {
    this.addSql(`alter table "convention_file" drop constraint "convention_file_version_kind_sha256_key";`);
    this.addSql(`alter table "convention_file" drop constraint "convention_file_version_kind_rank_key";`);
    this.addSql(
      `alter table "convention_file" add constraint "convention_file_version_kind_media_type_rank_key" unique ("version_id", "kind", "media_type", "rank");`,
    );
    this.addSql(`drop policy "convention_file_agent_select" on "convention_file";`);
    this.addSql(
      `create policy "convention_file_agent_select" on "convention_file" for select to "parvis_agent" using (${ownEpci} and (guichet_id = any(${guichets}) and exists (select 1 from convention_version v where v.id = version_id)));`,
    );
    this.addSql(`drop policy "file_chunk_agent_select" on "file_chunk";`);
    this.addSql(
      `create policy "file_chunk_agent_select" on "file_chunk" for select to "parvis_agent" using (${ownEpci} and (guichet_id is null or exists (select 1 from convention_file f where f.id = convention_file_id)));`,
    );
  }
}
