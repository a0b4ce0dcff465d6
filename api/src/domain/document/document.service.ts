import { type DocumentContext, documentTagsOf } from './document.data.js';
import type { DocumentTags } from './document.rules.js';
import { fileNameOf } from './file.rules.js';
import { press } from './press.js';
import { templateInUse } from './template.service.js';

export type DocumentFormat = 'docx' | 'pdf';

/** A document made now, with the name that it is kept under. */
export interface MadeDocument {
  fileName: string;
  content: Buffer;
}

const nameOf = ({ document, guichet }: DocumentTags, format: DocumentFormat): string =>
  fileNameOf(`${document.titre} – ${guichet.nom}`.replaceAll('/', '-'), format, 'Convention');

/**
 * The document of a version as it is now, to be made in any format: one reading and one template for all. The PDF is typeset from
 * the Word document, so that both say the same, whatever the template of the EPCI.
 *
 * @param id opaque id of a version
 * @throws UnknownDocument when there is none that the caller sees
 */
export const documentOf = async (
  asked: DocumentContext,
  id: string,
): Promise<(format: DocumentFormat) => Promise<MadeDocument>> => {
  const { tags, epciId } = await documentTagsOf(asked, id);
  const { content: template } = await templateInUse(asked.context.em, epciId);
  return async (format) => ({ fileName: nameOf(tags, format), content: await press.make({ format, template, tags }) });
};
