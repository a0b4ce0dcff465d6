import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Locale } from '../../base/codes.js';
import { codeType, enumOf } from '../../concept/enums.js';
import { conceptOf } from '../../concept/meta.js';
import { objectType } from '../../concept/type-graphql.js';
import { argumentDescription, operationDescription } from '../../concept/vocabulary.js';
import type { Context } from '../../graphql/context.js';
import { texts } from '../../words/words.js';
import { TagGroup, TagKind } from './document.codes.js';
import { documentTagsOf } from './document.data.js';
import { DocumentTemplate } from './document-template.entity.js';
import { allTags, sample } from './docx.js';
import { groupOf } from './tag-groups.js';
import { shown, valuesOf } from './tag-values.rules.js';
import { restoreDefaultTemplate, reuseTemplate } from './template.service.js';

const text = () => String;

const DocumentTag = objectType('DocumentTag', {
  tag: { type: text },
  kind: { type: codeType({ TagKind }) },
  group: { type: codeType({ TagGroup }) },
  lists: { type: () => [String] },
  label: { type: text },
  example: { type: text },
  value: { type: text, nullable: true },
});

@Resolver()
export class DocumentResolver {
  @Authorized(['EPCI_STAFF'])
  @Query(() => [DocumentTag], { description: operationDescription('documentTags') })
  async documentTags(
    @Arg('versionId', () => ID, { nullable: true, description: argumentDescription('versionId', 'documentTags') })
    versionId: string | undefined,
    @Arg('locale', () => enumOf({ name: 'Locale', values: Locale }), {
      nullable: true,
      description: argumentDescription('locale', 'documentTags'),
    })
    asked: Locale | undefined,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ) {
    const locale = asked ?? context.caller.locale;
    const version = versionId ? await documentTagsOf({ context, schema }, versionId) : undefined;
    return allTags.map(({ name, kind, key, lists }) => ({
      tag: name,
      kind,
      group: groupOf(key),
      lists,
      label: texts[locale].tags[key] ?? key,
      example: shown(valuesOf(sample, [...lists, name]), locale),
      value: version ? shown(valuesOf(version.tags, [...lists, name]), locale) : null,
    }));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => DocumentTemplate, { description: operationDescription('useDocumentTemplate') })
  async useDocumentTemplate(
    @Arg('id', () => ID, { description: argumentDescription('id', 'useDocumentTemplate') }) id: string,
    @Ctx() { em, caller, reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.byKey(conceptOf(DocumentTemplate), info, await reuseTemplate(em, caller, id));
  }

  @Authorized(['EPCI_STAFF'])
  @Mutation(() => Boolean, { description: operationDescription('restoreDefaultTemplate') })
  async restoreDefaultTemplate(@Ctx() { em }: Context) {
    await restoreDefaultTemplate(em);
    return true;
  }
}
