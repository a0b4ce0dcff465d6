import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';
import { NotSignedIn } from '../base/shared.errors.js';
import { errorBefore } from '../graphql/errors.js';
import { acceptedLocale } from './locale.js';

/** Apollo's answers are texts. */
interface Text {
  Reply: string;
}

export interface GraphqlDependencies {
  schema: GraphQLSchema;
  /** By the session of a request, looked up once. */
  isSignedIn(request: FastifyRequest): Promise<boolean>;
  /** What the API answers to whoever is signed in. */
  answer(request: FastifyRequest<Text>, reply: FastifyReply<Text>): unknown;
}

/** Bytes of a stranger's request: the standard introspection query takes two thousand. */
const strangersMax = 16_384;

/** The operation under which GraphiQL, codegen and their like ask for the whole schema: that of graphql-js. */
const standardName = 'IntrospectionQuery';
const standardStart = new RegExp(`^\\s*query\\s+${standardName}\\b`);

/** Asks for the whole schema, by the name of the operation or the beginning of its text: nothing is parsed. */
const isStandard = (request: FastifyRequest): boolean => {
  const asked = Object((request.method === 'GET' ? request.query : request.body) ?? {});
  const [name, text]: unknown[] = [Reflect.get(asked, 'operationName'), Reflect.get(asked, 'query')];
  return name === standardName || (typeof text === 'string' && standardStart.test(text));
};

interface Description {
  etag: string;
  plain: Buffer;
  zipped: Buffer;
}

const describe = async (schema: GraphQLSchema): Promise<Description> => {
  const data = introspectionFromSchema(schema, {
    schemaDescription: true,
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    oneOf: true,
  });
  const plain = Buffer.from(JSON.stringify({ data }));
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`;
  return { etag, plain, zipped: await promisify(gzip)(plain) };
};

/**
 * `/graphql`. Without a session there is one answer, the description of the schema, made once and stored; anything else is refused
 * before it is parsed, since parsing, validating and describing is work that strangers could ask for without end.
 */
export const serveGraphql = (server: FastifyInstance, { schema, isSignedIn, answer }: GraphqlDependencies) =>
  server.register(async (graphql) => {
    let description: Promise<Description> | undefined;

    const refuse = (request: FastifyRequest, reply: FastifyReply) => {
      const error = errorBefore(new NotSignedIn(), acceptedLocale(request), request.id);
      const { http: _, ...extensions } = error.extensions;
      return reply
        .code(401)
        .header('cache-control', 'no-store')
        .send({ errors: [{ message: error.message, extensions }] });
    };
    // A look-up that failed is told as the API tells it, in its answer.
    const isStranger = (request: FastifyRequest): Promise<boolean> =>
      isSignedIn(request).then(
        (signedIn) => !signedIn,
        () => false,
      );

    graphql.addHook('onRequest', async (request, reply) => {
      if (!(await isStranger(request))) return;
      const { 'content-length': length = '0', 'transfer-encoding': pieces } = request.headers;
      if (pieces !== undefined || !(Number(length) <= strangersMax)) return refuse(request, reply);
    });

    graphql.addHook('preHandler', async (request, reply) => {
      if (!(await isStranger(request))) return;
      if (!isStandard(request)) return refuse(request, reply);
      description ??= describe(schema);
      const { etag, plain, zipped } = await description;
      reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding, cookie');
      if (request.method !== 'POST' && request.headers['if-none-match'] === etag) return reply.code(304).send();
      reply.type('application/json; charset=utf-8');
      // Whoever accepts any compression accepts this one: none is made anew for a stranger.
      return request.headers['accept-encoding'] === undefined
        ? reply.send(plain)
        : reply.header('content-encoding', 'gzip').send(zipped);
    });

    graphql.route<Text>({
      url: '/graphql',
      method: ['GET', 'POST', 'OPTIONS'],
      handler: (request, reply) => answer(request, reply) as Promise<string>,
    });
  });
