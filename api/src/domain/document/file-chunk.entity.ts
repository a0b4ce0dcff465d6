import type { PolicyDef, Ref } from '@mikro-orm/core';
import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { givenEpcis, ownEpci } from '../../identity/access/policies.js';
import { ConventionFile } from '../convention/convention-file.entity.js';
import { Guichet } from '../guichet/guichet.entity.js';
import { Epci } from '../territory/epci.entity.js';
import { DocumentTemplate } from './document-template.entity.js';

/** Those who see a file see its content; a template belongs to no guichet and is no secret within the EPCI. */
const policies: PolicyDef[] = [
  { name: 'file_chunk_staff_select', command: 'select', roles: ['parvis_staff'], using: ownEpci },
  { name: 'file_chunk_staff_insert', command: 'insert', roles: ['parvis_staff'], check: ownEpci },
  {
    name: 'file_chunk_agent_select',
    command: 'select',
    roles: ['parvis_agent'],
    using: `${ownEpci} and (guichet_id is null or exists (select 1 from convention_file f where f.id = convention_file_id))`,
  },
  {
    name: 'file_chunk_analyst_select',
    command: 'select',
    roles: ['parvis_analyst'],
    using: `${givenEpcis} and document_template_id is not null`,
  },
  {
    name: 'file_chunk_national_select',
    command: 'select',
    roles: ['parvis_national'],
    using: 'document_template_id is not null',
  },
];

/** A piece of a file's content, so that no file is ever whole in memory: no concept, and never changed. */
@Entity({ tableName: 'file_chunk', policies })
@Unique({ properties: ['conventionFile', 'position'], name: 'file_chunk_convention_file_key' })
@Unique({ properties: ['documentTemplate', 'position'], name: 'file_chunk_document_template_key' })
export class FileChunk {
  @PrimaryKey({ type: new BigIntType('string') }) id!: string;
  @ManyToOne(() => Epci, { ref: true, index: true }) epci!: Ref<Epci>;
  @ManyToOne(() => Guichet, { ref: true, nullable: true, index: true }) guichet?: Ref<Guichet> | null;
  @ManyToOne(() => ConventionFile, { ref: true, nullable: true }) conventionFile?: Ref<ConventionFile> | null;
  @ManyToOne(() => DocumentTemplate, { ref: true, nullable: true }) documentTemplate?: Ref<DocumentTemplate> | null;
  @Property({ type: 'integer' }) position!: number;
  @Property({ type: 'blob' }) bytes!: Buffer;
}
