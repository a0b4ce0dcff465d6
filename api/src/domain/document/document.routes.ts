import { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type ErrorCode, httpStatus } from '../../base/codes.js';
import type { Refusal } from '../../base/refusal.js';
import { sentenceOf } from '../../base/refusal-sentence.js';
import { NotAllowed, NotSignedIn } from '../../base/shared.errors.js';
import { encodeId } from '../../concept/id.js';
import type { Context } from '../../graphql/context.js';
import { acceptedLocale } from '../../http/locale.js';
import { answerRefusal, refuseForeign } from '../../http/refusals.js';
import { FileTooLarge, TemplateBroken, UnknownDocument } from './document.errors.js';
import { documentOf } from './document.service.js';
import { docxType } from './docx.js';
import { attachment, fileNameOf } from './file.rules.js';
import { contentOf, fileAt, keepScan, pdfType } from './file.service.js';
import { received } from './spool.js';
import { parvisTemplate, replaceTemplate, templateAt, templateInUse } from './template.service.js';

export interface DocumentDependencies {
  schema: GraphQLSchema;
  /** Who asks, from the session of the request. */
  context(request: FastifyRequest): Promise<Context>;
  /** Told when a request is over, however it ended. */
  answered(request: FastifyRequest): void;
  /** Where people reach the application, without a final slash. */
  publicUrl(): string;
}

/** In megabytes. */
const largest = { scan: 20, template: 5 };

const types = { docx: docxType, pdf: pdfType };

/** As elsewhere; 413 for what is too large, and what is wrong in a template mistake by mistake. */
const answer = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  // The session could not be looked up: said in words already.
  if (error instanceof GraphQLError) {
    const { code, name, http } = error.extensions as { code: ErrorCode; name?: string; http?: { status: number } };
    return reply.code(http?.status ?? httpStatus[code]).send({ code, name, message: error.message });
  }
  const locale = acceptedLocale(request);
  const inWords = (refusal: Refusal) => sentenceOf(refusal, locale);
  if (error instanceof FileTooLarge)
    return reply.code(413).send({ code: error.code, name: error.name, message: inWords(error) });
  if (!(error instanceof TemplateBroken)) return answerRefusal(error, request, reply);
  const faults = error.faults.map((fault) => ({
    name: fault.name,
    tag: fault.tag,
    part: fault.part,
    message: inWords(fault),
  }));
  return reply.code(400).send({ code: error.code, name: error.name, message: inWords(error), faults });
};

/** The name that a sender gives its file: encoded, since a header holds plain letters alone. */
const givenName = (request: FastifyRequest): string => {
  const given = request.headers['x-file-name'];
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '');
  } catch {
    return '';
  }
};

/** The body as it comes in. @param max in megabytes */
const bodyOf = ({ body, headers }: FastifyRequest, max: number) => ({
  body: body instanceof Readable ? body : Readable.from([]),
  max,
  announced: Number(headers['content-length'] ?? 0),
});

/** Documents over HTTP, below `/documents`: made now, or kept; each under the rights of the session. */
export const serveDocuments = async (
  server: FastifyInstance,
  { schema, context, answered, publicUrl }: DocumentDependencies,
): Promise<void> => {
  const asked = new WeakMap<FastifyRequest, Context>();
  const signedIn = async (request: FastifyRequest): Promise<Context> => {
    const found = await context(request);
    if (found.caller.role === 'ANONYMOUS') throw new NotSignedIn();
    asked.set(request, found);
    return found;
  };
  const staff = async (request: FastifyRequest): Promise<Context> => {
    const found = await signedIn(request);
    if (found.caller.role !== 'EPCI_STAFF') throw new NotAllowed();
    return found;
  };

  await server.register(
    async (documents) => {
      documents.removeAllContentTypeParsers();
      documents.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      documents.setErrorHandler(answer);
      documents.addHook('onRequest', async (request, reply) => {
        reply.raw.once('close', () => answered(request));
        reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff');
        if (request.method === 'PUT') refuseForeign(request, publicUrl());
      });

      documents.addHook('onResponse', async (request, reply) => {
        if (request.method === 'GET' && reply.statusCode === 200)
          asked.get(request)?.note({ kind: 'DOWNLOAD', detail: request.url.replace('/documents/', '') });
      });

      documents.get<{ Params: { file: string } }>('/convention-versions/:file', async (request, reply) => {
        const [, id, format] = /^([\w-]+)\.(docx|pdf)$/.exec(request.params.file) ?? [];
        const found = await signedIn(request);
        if (!id || (format !== 'docx' && format !== 'pdf')) throw new UnknownDocument();
        const make = await documentOf({ context: found, schema }, id);
        const { fileName, content } = await make(format);
        return reply.type(types[format]).header('content-disposition', attachment(fileName)).send(content);
      });

      documents.put<{ Params: { id: string } }>('/convention-versions/:id/scan', async (request, reply) => {
        const { em, caller } = await staff(request);
        const fileName = fileNameOf(givenName(request), 'pdf', 'Convention signée');
        const { file, added } = await received(bodyOf(request, largest.scan), (content) =>
          keepScan(em, caller, { id: request.params.id, fileName, content }),
        );
        const { rank, size, sha256 } = file;
        const id = encodeId('ConventionFile', file.id);
        return reply.code(added ? 201 : 200).send({ id, fileName: file.fileName, rank, size, sha256, added });
      });

      /** The headers of a kept file, known by its content; undefined when the asker has that content already. */
      const kept = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
        const { em } = await signedIn(request);
        const file = await fileAt(em, request.params.id);
        const etag = `"${file.sha256}"`;
        reply.header('etag', etag).header('cache-control', 'private, no-cache');
        if (request.headers['if-none-match'] === etag) return undefined;
        reply
          .type(file.mediaType)
          .header('content-length', file.size)
          .header('content-disposition', attachment(file.fileName));
        return contentOf(em, { conventionFileId: file.id });
      };
      documents.get<{ Params: { id: string } }>('/files/:id', { exposeHeadRoute: false }, async (request, reply) => {
        const content = await kept(request, reply);
        return content ? reply.send(Readable.from(content)) : reply.code(304).send();
      });
      documents.head<{ Params: { id: string } }>('/files/:id', async (request, reply) =>
        reply.code((await kept(request, reply)) ? 200 : 304).send(),
      );

      documents.get('/template', async (request, reply) => {
        const { em, caller } = await staff(request);
        const { fileName, content } = await templateInUse(em, caller.epciId);
        return reply.type(docxType).header('content-disposition', attachment(fileName)).send(content);
      });

      documents.get<{ Params: { id: string } }>('/templates/:id', async (request, reply) => {
        const { em } = await staff(request);
        const { id } = request.params;
        const { fileName, content } = id === 'default' ? parvisTemplate() : await templateAt(em, id);
        return reply.type(docxType).header('content-disposition', attachment(fileName)).send(content);
      });

      documents.put('/template', async (request, reply) => {
        const { em, caller } = await staff(request);
        const fileName = fileNameOf(givenName(request), 'docx', 'Modèle');
        const key = await received(bodyOf(request, largest.template), (content) =>
          replaceTemplate(em, caller, { fileName, content }),
        );
        return reply.code(201).send({ id: encodeId('DocumentTemplate', key), fileName });
      });
    },
    { prefix: '/documents' },
  );
};
