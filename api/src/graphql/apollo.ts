import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from 'graphql';
import type { Context } from './context.js';
import { errorFor, isForOperators, refusalOfError, thrownIn } from './errors.js';
import { limited, withinFields } from './fields.js';
import { nameOfOperation } from './operations.js';

/** Limits of one request: what people and scripts need with room to spare, and what would only hurt. */
const limits = { depth: 14, aliases: 60, tokens: 6000 };

/** Reported like any other mistake of a request: thrown, Apollo would take it for a failure of its own. */
const reported = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** The schema is open to all and described once a request: under sixty aliases, it would hold up everybody for seconds. */
const describedOnce: ValidationRule = (context) => ({
  Field(node) {
    const describes =
      ['__schema', '__type'].includes(node.name.value) || context.getParentType()?.name.startsWith('__');
    if (node.alias && describes)
      context.reportError(
        new GraphQLError('Aliases limit of 0 exceeded in the description of the schema.', { nodes: node }),
      );
  },
});

/** Refuses what has too many fields before it is validated. */
const fieldsCounted: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async validationDidStart(request) {
        Object.assign(request, { document: limited(request.document) });
      },
    };
  },
};

/** How the operations of our own lists are named that fetch rows for a file. */
const exporting = 'Export';

/** What leaves is noted where the journal of security wants it, and errors are in the caller's language; what nobody foresaw is logged under the request's id. */
const errorsForCallers = (logger: FastifyBaseLogger): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, request, operationName, contextValue }) {
        const { caller, requestId, note, answered } = contextValue;
        const [first] = errors ?? [];
        answered(nameOfOperation(operationName), first ? (refusalOfError(first)?.code ?? 'INTERNAL') : 'OK');
        response.http.headers.set('cache-control', 'no-store');
        // Our own lists name what they write to a file so, page after page.
        if (!errors?.length && operationName?.startsWith(exporting) && !request.variables?.after)
          note({ kind: 'EXPORT', detail: operationName.slice(exporting.length) });
        if (response.body.kind !== 'single' || !errors?.length) return;
        for (const error of errors) {
          const { code, name } = refusalOfError(error) ?? {};
          const detail = [operationName, error.path?.[0], name].filter(Boolean).join(' ');
          if (code === 'FORBIDDEN') note({ kind: 'REFUSED', detail });
          if (code === 'RATE_LIMITED') note({ kind: 'LIMIT_REACHED', detail });
        }
        for (const thrown of errors.map(thrownIn))
          if (thrown && isForOperators(thrown)) logger.error({ err: thrown, requestId }, 'Request failed');
        response.body.singleResult.errors = errors.map((error) => errorFor(error, caller.locale, requestId).toJSON());
      },
    };
  },
});

export const makeApollo = (schema: GraphQLSchema, logger: FastifyBaseLogger): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    logger,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [
      maxDepthRule({ n: limits.depth, ignoreIntrospection: true, ...reported }),
      maxAliasesRule({ n: limits.aliases, ...reported }),
      describedOnce,
      withinFields,
    ],
    plugins: [
      fieldsCounted,
      errorsForCallers(logger),
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every value of every answer, to find that nothing may be kept.
      ApolloServerPluginCacheControlDisabled(),
    ],
    stopOnTerminationSignals: false,
  });
