import { Code, Concept, Day, Text, Url } from '../../concept/decorators.js';
import { agentsRead, analystsRead, staffManage } from '../../identity/access/policies.js';
import { EpciConcept } from '../territory/epci-concept.js';

export const ToolKind = ['LEAFLET', 'GUIDE', 'FORM', 'TEMPLATE', 'WEBSITE'] as const;
export type ToolKind = (typeof ToolKind)[number];

/** A leaflet, guide or other tool that the guichets of an EPCI share: where its present version is. */
@Concept({
  plural: 'tools',
  crud: { create: true, update: true, delete: true },
  title: ['title'],
  order: ['kind', 'title'],
  access: { ...staffManage, ...agentsRead, ...analystsRead },
})
export class Tool extends EpciConcept {
  @Text() title!: string;
  @Code({ ToolKind }) kind!: ToolKind;
  @Text({ max: 40, nullable: true }) version?: string | null;
  @Day({ nullable: true }) date?: string | null;
  @Url() link!: string;
}
