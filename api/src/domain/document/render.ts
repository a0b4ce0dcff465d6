import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { DocumentTags } from './document.rules.js';
import { tagValue } from './tag-values.rules.js';

export const templateOptions: Docxtemplater.DXT.Options = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  stripInvalidXMLChars: true,
  parser: (tag) => ({ get: (scope) => tagValue(scope, tag) }),
  nullGetter: () => '',
};

export const packed = { compression: 'DEFLATE' } as const;

/** The document that a template makes of tags. */
export const renderDocx = (template: Buffer, tags: DocumentTags): Buffer =>
  new Docxtemplater(new PizZip(template), templateOptions).render(tags).toBuffer(packed);
