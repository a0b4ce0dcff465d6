import Fastify, { type InjectOptions, type LightMyRequestResponse } from 'fastify';
import PizZip from 'pizzip';
import { pinnedClock } from '../src/clock.js';
import { serveDocuments } from '../src/domain/document/document.routes.js';
import type { Context } from '../src/graphql/context.js';
import { sessionOf } from '../src/identity/access/caller.js';
import { Reader } from '../src/read/reader.js';
import type { TestApi } from './api.js';
import { callers, TODAY } from './network.js';

export type Who = keyof typeof callers;

/** Asks for documents over HTTP as one of the network's callers. */
export type AskDocuments = (who: Who, options: InjectOptions) => Promise<LightMyRequestResponse>;

/** The routes of documents, whose session is the name of a caller. */
export const documentServer = async ({ orm, schema }: TestApi): Promise<AskDocuments> => {
  const server = Fastify();
  await serveDocuments(server, {
    schema,
    publicUrl: () => 'http://parvis.test',
    answered: () => undefined,
    context: async ({ headers }) => {
      const caller = callers[headers['x-caller'] as Who];
      const em = orm.em.fork({ session: sessionOf(caller) });
      const context: Partial<Context> = { caller, em, reader: new Reader(em, caller), clock: pinnedClock(TODAY) };
      return context as Context;
    },
  });
  return (who, options) => server.inject({ ...options, headers: { ...options.headers, 'x-caller': who } });
};

export const xmlOf = (docx: Buffer, part = 'word/document.xml'): string => new PizZip(docx).file(part)?.asText() ?? '';

/** The paragraphs of a part of a Word document, one a line. */
export const wordsOf = (docx: Buffer, part?: string): string =>
  xmlOf(docx, part)
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .trimStart()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A .docx with this text in its body, each line a paragraph; made of the default template's parts. */
export const aTemplate = (template: Buffer, ...lines: string[]): Buffer => {
  const zip = new PizZip(template);
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
  zip.file('word/document.xml', xml.replace(/<w:body>[\s\S]*<w:sectPr>/, `<w:body>${paragraphs}<w:sectPr>`));
  return zip.generate({ type: 'nodebuffer' });
};

/** A PDF of one empty page, whose trailer holds `more`; `content` makes two of them differ. */
export const aPdf = (content = '', more = ''): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let pdf = '%PDF-1.7\n';
  const entries = objects.map((object, index) => {
    const entry = `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return entry;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${entries.join('')}`;
  return Buffer.from(`${pdf}${table}trailer\n<< /Size 5 /Root 1 0 R ${more}>>\nstartxref\n${pdf.length}\n%%EOF\n`);
};
