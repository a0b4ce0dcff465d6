import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Config } from './config.js';
import { type Orm, openOrm } from './database/orm.js';
import type { DatabaseConnection } from './database/server/open.js';
import { serveDocuments } from './domain/document/document.routes.js';
import { press } from './domain/document/press.js';
import { makeApollo } from './graphql/apollo.js';
import type { Context } from './graphql/context.js';
import { errorBefore, refusalOf } from './graphql/errors.js';
import { nameOfOperation } from './graphql/operations.js';
import { makeSchema } from './graphql/schema.js';
import { makeHealth } from './health/report.js';
import { logRequests } from './http/access-log.js';
import { serveBrowserErrors } from './http/browser-errors.js';
import { sessionSecret } from './http/cookies.js';
import { makeFiles } from './http/files.js';
import { makeGauges } from './http/gauges.js';
import { serveGraphiql } from './http/graphiql.js';
import { serveGraphql } from './http/graphql.js';
import { secureHeaders } from './http/headers.js';
import { serveHealth } from './http/health.js';
import { checkHost } from './http/host.js';
import { InFlight } from './http/in-flight.js';
import { acceptedLocale } from './http/locale.js';
import { logOptions } from './http/log.js';
import { serveMailbox } from './http/mailbox.js';
import { Metrics, serveMetrics } from './http/metrics.js';
import { limitBodies, patienceOptions } from './http/patience.js';
import { trustOf, warnOfProxies } from './http/proxies.js';
import { answerRefusal, answerUnreadable } from './http/refusals.js';
import { requestIds, tellRequestIds } from './http/request-id.js';
import { serveSignIn } from './http/sign-in.js';
import { type Caller, sessionOf } from './identity/access/caller.js';
import { findCaller, refuseAnotherAccount } from './identity/access/callers.js';
import { Journal } from './identity/journal/journal.js';
import { type Demo, makeDemo } from './identity/sign-in/demo.js';
import { makeJobs } from './jobs/index.js';
import { stopLimits } from './lifecycle.js';
import { Reader } from './read/reader.js';
import { Turns } from './read/turns.js';
import { within } from './within.js';

export interface App {
  server: FastifyInstance;
  orm: Orm;
  demo: Demo;
  /** Of the port for metrics, if there is one. */
  metrics: FastifyInstance | undefined;
  /** Where people reach it, without a final slash; known for certain once it listens. */
  publicUrl(): string;
  /** Lets running requests and jobs end for a moment (`stopLimits`), then closes every connection. */
  close(): Promise<void>;
}

/**
 * The application over a migrated database: GraphQL, sign-in, health, GraphiQL and the built admin on one port.
 *
 * @param logTo takes the log's lines, in the place of the terminal
 * @param owner who makes the nightly backups, where that is somebody else
 */
export const createApp = async (
  connection: DatabaseConnection,
  config: Config,
  { logTo, owner = connection }: { logTo?: { write(line: string): void }; owner?: DatabaseConnection | undefined } = {},
): Promise<App> => {
  const orm = openOrm(connection);
  const server = Fastify({
    logger: { level: config.logLevel, ...logOptions, ...(logTo ? { stream: logTo } : {}) },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    genReqId: requestIds(trustOf(config.trustProxy)),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerRefusal,
    clientErrorHandler: answerUnreadable,
    ...patienceOptions(),
  });
  server.setErrorHandler(answerRefusal);
  tellRequestIds(server);
  const callers = new WeakMap<FastifyRequest, Promise<Caller>>();
  const operations = new WeakMap<FastifyRequest, string>();
  logRequests(server, {
    callerOf: (request) => callers.get(request),
    operationOf: (request) => operations.get(request),
  });
  const metrics = new Metrics();
  metrics.watch(server);
  const serveFiles = makeFiles(server);
  warnOfProxies(server, config);
  const publicUrl = (): string => {
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    return config.publicUrl ?? `http://localhost:${port}`;
  };
  await secureHeaders(server, publicUrl().startsWith('https:'));
  await server.register(compress, { threshold: 1024, globalDecompression: false });
  limitBodies(server);
  await server.register(cookie);
  checkHost(server, config.publicUrl);
  // What runs on a given database is watched by whoever runs that.
  const dataFolder = config.databaseUrl ? undefined : config.dataFolder;
  const health = makeHealth({ orm, dataFolder, backups: config.backups, log: server.log });
  const demo = makeDemo(orm, config);
  const jobs = makeJobs({ orm, connection, owner, config, publicUrl, log: server.log });
  // Once the port answers: work that waits for its time does not hold the start up.
  server.addHook('onListen', async () => jobs.start());
  const journal = new Journal({ system: () => orm.em.fork(), log: server.log });
  const refused = metrics.refused.bind(metrics);
  await serveSignIn(server, { orm, clock: config.clock, demo, publicUrl, post: jobs.post, journal, refused });
  serveMailbox(server, { orm, demo });

  const schema = await makeSchema();
  const apollo = makeApollo(schema, server.log);
  apollo.addPlugin(fastifyApolloDrainPlugin(server));
  await apollo.start();
  const inFlight = new InFlight();
  const turns = new Turns();
  /** Who asks, looked up once a request. */
  const callerOf = (request: FastifyRequest): Promise<Caller> => {
    const known = callers.get(request);
    const found = known ?? findCaller(orm.em.fork(), sessionSecret(request), config.clock, acceptedLocale(request));
    if (!known) callers.set(request, found);
    return found;
  };
  const context = async (request: FastifyRequest): Promise<Context> => {
    const caller = await callerOf(request)
      .then((found) => {
        refuseAnotherAccount(found, request.headers['x-parvis-account']);
        if (found.accountId) inFlight.take(request, found.accountId);
        return found;
      })
      .catch((error: unknown) => {
        metrics.answered(nameOfOperation(undefined), refusalOf(error)?.code ?? 'INTERNAL');
        if (!refusalOf(error)) request.log.error({ err: error }, 'The session could not be looked up');
        throw errorBefore(error, acceptedLocale(request), request.id);
      });
    const em = orm.em.fork({ session: sessionOf(caller) });
    return {
      caller,
      em,
      reader: new Reader(em, caller, turns),
      clock: config.clock,
      requestId: request.id,
      answered: (operation, code) => {
        operations.set(request, operation);
        metrics.answered(operation, code);
      },
      publicUrl: publicUrl(),
      post: jobs.post,
      note: (note) =>
        journal.note(
          { accountId: caller.accountId, ...note },
          { requestId: request.id, address: request.ip, userAgent: request.headers['user-agent'] },
        ),
      demo,
      health,
    };
  };
  await serveDocuments(server, {
    schema,
    context,
    publicUrl,
    answered: (request) => void inFlight.during(request, undefined),
  });
  const answer = fastifyApolloHandler(apollo, { context });
  await serveGraphql(server, {
    schema,
    // Without a secret there is nothing to look up, nor a day to tell in their time zone: most of what refusing a stranger takes.
    isSignedIn: async (request) => Boolean(sessionSecret(request)) && (await callerOf(request)).role !== 'ANONYMOUS',
    answer: (request, reply) => inFlight.during(request, answer.call(server, request, reply)),
  });

  await serveBrowserErrors(server, { callerOf, publicUrl, metrics });
  serveHealth(server, health.readiness);
  const refresh = makeGauges(metrics.registry, { orm, health, log: server.log });
  const metricsServer = serveMetrics(server, { metrics, config, refresh });
  serveGraphiql(server);
  await serveFiles();

  return {
    server,
    orm,
    demo,
    metrics: metricsServer,
    publicUrl,
    close: async () => {
      const cut = setTimeout(() => server.server.closeAllConnections(), stopLimits.requests);
      await metricsServer?.close();
      await server.close().finally(() => clearTimeout(cut));
      press.end();
      await within(stopLimits.jobs, jobs.stop());
      await within(stopLimits.connections, journal.flush());
      await within(stopLimits.connections, orm.close(true));
    },
  };
};
