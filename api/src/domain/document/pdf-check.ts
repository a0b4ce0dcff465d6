import { open } from 'node:fs/promises';
import { accepted } from '../../base/refusal.js';
import { crossReferencesAt, crossReferencesRefusal } from './pdf.rules.js';

/** The end of a PDF is within its last 1,024 bytes, and what it says just before. */
export const edge = 2048;
/** More than the cross-references of any scan of 20 MB take. */
const crossReferencesMax = 4 * 1024 * 1024;

/** Judges the PDF at a place on disk. @throws NotPdf, PdfCutShort, PdfDamaged, PdfEncrypted */
export const checkPdf = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const part = async (length: number, position: number): Promise<Buffer> => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const at = accepted(crossReferencesAt(await part(edge, 0), await part(edge, Math.max(0, size - edge)), size));
    const refused = crossReferencesRefusal(await part(crossReferencesMax, at));
    if (refused) throw refused;
  } finally {
    await file.close();
  }
};
