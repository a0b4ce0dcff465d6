import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../../project.js';
import type { Block } from './docx-blocks.js';
import { charactersOf } from './font.js';

/** A document to typeset. `made`: the line at the foot of each page. */
export interface Typeset {
  title: string;
  author: string;
  made: string;
  blocks: Block[];
}

/** What the compiler refuses, such as a rule of PDF/UA. */
export class PdfRefused extends Error {
  override readonly name = 'PdfRefused';
}

const fonts = [
  '400Regular/NotoSans_400Regular',
  '400Regular_Italic/NotoSans_400Regular_Italic',
  '700Bold/NotoSans_700Bold',
  '700Bold_Italic/NotoSans_700Bold_Italic',
];

interface Press {
  compiler: NodeCompiler;
  source: string;
  characters: (code: number) => boolean;
}
let press: Press | undefined;

/** Loads the compiler, some 15 MB with its four fonts, at the first PDF; no font of the machine is looked at. */
const thePress = async (): Promise<Press> => {
  if (press) return press;
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  const fontBlobs = fonts.map((font) => readFileSync(path.join(folder, `${font}.ttf`)));
  const source = path.join(projectRoot, 'api', 'src', 'domain', 'document', 'document.typ');
  press = {
    compiler: NodeCompiler.create({ workspace: path.dirname(source), fontArgs: [{ fontBlobs }] }),
    source: readFileSync(source, 'utf8'),
    characters: charactersOf(fontBlobs[0] ?? Buffer.alloc(0)),
  };
  return press;
};

/** A character that the font lacks would make the compiler refuse the whole document. */
const missing = '\ufffd';

const inFont = <T>(value: T, has: (code: number) => boolean): T =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'string'
        ? [...inner].map((one) => (one === '\n' || has(one.codePointAt(0) ?? 0) ? one : missing)).join('')
        : inner,
    ),
  );

/**
 * A tagged PDF/UA-1 of a document. The compiler is of native code and answers before anything else runs: `press.ts` gives it a
 * process of its own. Its cache is emptied each time, without which memory grows without end.
 *
 * @throws PdfRefused
 */
export const makePdf = async (document: Typeset): Promise<Buffer> => typeset(await thePress(), document);

const typeset = ({ compiler, source, characters }: Press, document: Typeset): Buffer => {
  const inputs = { document: JSON.stringify(inFont(document, characters)) };
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs });
    const { result } = compiled;
    if (!result) throw new PdfRefused(JSON.stringify(compiled.takeError()?.shortDiagnostics));
    return compiler.pdf(result, { pdfStandard: 'ua-1' });
  } catch (error) {
    throw error instanceof PdfRefused ? error : new PdfRefused(error instanceof Error ? error.message : String(error));
  } finally {
    compiler.evictCache(0);
  }
};
