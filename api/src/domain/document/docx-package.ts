import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import {
  DocumentFetches,
  DocumentHolds,
  DocumentTooLarge,
  DocumentWithMacros,
  NotWordDocument,
} from './document.errors.js';
import { type FieldMark, foreignField } from './docx-fields.rules.js';
import { elementsOf, readXml, tokensOf, XmlBroken, type XmlElement } from './docx-xml.js';

const megabyte = 1024 * 1024;
/** What a template may hold once unpacked, in bytes: a .docx of a few pages and pictures is far below. */
const unpackedMax = 30 * megabyte;

/** What pizzip holds of an entry, and keeps out of its types. */
interface Entry {
  compressionMethod: string;
  uncompressedSize: number;
  getCompressedContent(): Uint8Array | string;
}
const stored = '\x00\x00';

const isEntry = (data: unknown): data is Entry =>
  typeof Reflect.get(Object(data), 'getCompressedContent') === 'function';

/**
 * Adds up the sizes that the archive declares, and then unpacks each entry within what is left of `unpackedMax`: what it declares
 * may be wrong.
 *
 * @throws DocumentTooLarge, NotWordDocument
 */
const refuseBomb = (zip: PizZip): void => {
  const entries = Object.values(zip.files)
    .map((file): unknown => Reflect.get(file, '_data'))
    .filter(isEntry);
  const tooLarge = () => new DocumentTooLarge(unpackedMax / megabyte);
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > unpackedMax) throw tooLarge();
  let left = unpackedMax;
  for (const entry of entries) {
    const content = Buffer.from(entry.getCompressedContent() as Uint8Array);
    if (content.length > left) throw tooLarge();
    try {
      left -=
        entry.compressionMethod === stored ? content.length : inflateRawSync(content, { maxOutputLength: left }).length;
    } catch (error) {
      throw Reflect.get(Object(error), 'code') === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : new NotWordDocument();
    }
  }
};

const ofWord = String.raw`application/vnd\.openxmlformats-officedocument\.wordprocessingml`;
const mainKind = new RegExp(`^${ofWord}\\.document\\.main\\+xml$`, 'i');
/** Parts whose text is the document's: tags and fields are in these alone. */
const written = new RegExp(
  `^${ofWord}\\.(document\\.main|document\\.glossary|header|footer|footnotes|endnotes|comments)\\+xml$`,
  'i',
);
/** Kinds of parts that documents need: texts, looks, pictures and fonts inside the file, notes, properties. Any other is refused. */
const takenParts = [
  written,
  new RegExp(
    `^${ofWord}\\.(styles|settings|webSettings|fontTable|numbering|comments\\w+|people|printerSettings)(\\+xml)?$`,
    'i',
  ),
  /^image\/[\w.+-]+$/i,
  /^application\/(xml|x-fontdata|x-font-ttf|vnd\.openxmlformats-officedocument\.obfuscatedFont)$/i,
  /^application\/vnd\.openxmlformats-package\.(relationships|core-properties)\+xml$/i,
  /^application\/vnd\.openxmlformats-officedocument\.(theme|themeOverride|extended-properties|custom-properties|customXmlProperties)\+xml$/i,
  /^application\/vnd\.ms-(word\.stylesWithEffects|office\.classificationlabels|office\.intelligence2)\+xml$/i,
];
/** Kinds of relations that lead to those, by the last word of their type, in small letters. Any other is refused. */
const takenRelations = new Set(
  `officedocument core-properties extended-properties custom-properties thumbnail classificationlabels styles styleswitheffects
   settings websettings fonttable font numbering theme themeoverride header footer footnotes endnotes comments commentsextended
   commentsids commentsextensible people image hdphoto hyperlink customxml customxmlprops glossarydocument printersettings
   intelligence`.split(/\s+/),
);

/** Without the prefix of its namespace, which may be any. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const elementsIn = (zip: PizZip, part: string): XmlElement[] =>
  elementsOf(elementsOf(readXml(zip.file(part)?.asText() ?? ''))[0]);

const relationsIn = (zip: PizZip, part: string) =>
  elementsIn(zip, part).map(({ attributes }) => ({
    kind: (attributes.Type ?? '').split('/').at(-1)?.toLowerCase() ?? '',
    target: attributes.Target ?? '',
    outside:
      (attributes.TargetMode ?? 'Internal').trim().toLowerCase() !== 'internal' ||
      /^\s*([a-z][\w+.-]*:|[\\/]{2})/i.test(attributes.Target ?? ''),
  }));

/** Where the document's body is: where the package says, under whatever name. */
export const mainPart = (zip: PizZip): string => {
  const main = relationsIn(zip, '_rels/.rels').find(({ kind }) => kind === 'officedocument');
  return main ? path.posix.normalize(main.target.replace(/^\/+/, '')) : '';
};

/** The kind of each part, as the package declares it; empty when it does not. */
const kindsOf = (zip: PizZip): Map<string, string> => {
  const declared = elementsIn(zip, '[Content_Types].xml');
  const valuesOf = (element: string, key: string) =>
    new Map(
      declared
        .filter(({ name }) => local(name) === element)
        .map(({ attributes }) => [(attributes[key] ?? '').toLowerCase(), attributes.ContentType ?? '']),
    );
  const [byName, byExtension] = [valuesOf('Override', 'PartName'), valuesOf('Default', 'Extension')];
  const parts = Object.values(zip.files).filter(({ dir, name }) => !dir && name !== '[Content_Types].xml');
  return new Map(
    parts.map(({ name }) => {
      const lower = name.toLowerCase();
      return [name, byName.get(`/${lower}`) ?? byExtension.get(lower.split('.').at(-1) ?? '') ?? ''];
    }),
  );
};

function* fieldMarks(xml: string): Generator<FieldMark> {
  for (const { name, ends, attributes, text } of tokensOf(xml))
    yield {
      ...(name === undefined ? {} : { element: local(name) }),
      ends,
      attribute: (wanted) => Object.entries(attributes()).find(([key]) => local(key) === wanted)?.[1],
      ...(text === undefined ? {} : { text }),
    };
}

const hasMacros = (zip: PizZip, kinds: Map<string, string>): boolean =>
  /macroEnabled|vbaProject/i.test(zip.file('[Content_Types].xml')?.asText() ?? '') ||
  [...kinds.keys()].some((name) => /vba(Project|Data)/i.test(name));

export interface WordPackage {
  zip: PizZip;
  main: string;
  /** Names of the parts whose text is the document's. */
  written: string[];
}

/**
 * Unpacks a Word document that holds nothing but what documents need: texts, pictures inside the file, headers, footers, notes.
 *
 * @throws NotWordDocument, DocumentTooLarge, DocumentWithMacros, DocumentFetches, DocumentHolds
 */
export const unpacked = (template: Buffer): WordPackage => {
  let zip: PizZip;
  try {
    zip = new PizZip(template);
  } catch {
    throw new NotWordDocument();
  }
  refuseBomb(zip);
  try {
    const kinds = kindsOf(zip);
    if (hasMacros(zip, kinds)) throw new DocumentWithMacros();
    const main = mainPart(zip);
    if (!zip.file(main) || !mainKind.test(kinds.get(main) ?? '')) throw new NotWordDocument();
    for (const part of kinds.keys())
      if (/\.rels$/i.test(part))
        for (const { kind, target, outside } of relationsIn(zip, part)) {
          if (outside && kind !== 'hyperlink') throw new DocumentFetches();
          if (!takenRelations.has(kind)) throw new DocumentHolds(target || kind);
        }
    for (const [part, kind] of kinds)
      if (!takenParts.some((taken) => taken.test(kind.trim()))) throw new DocumentHolds(part);
    const texts = [...kinds].flatMap(([part, kind]) => (written.test(kind.trim()) ? [part] : []));
    for (const part of texts) {
      const field = foreignField(fieldMarks(zip.file(part)?.asText() ?? ''));
      if (field !== undefined) throw new DocumentHolds(field || '{ }');
    }
    return { zip, main, written: texts };
  } catch (error) {
    throw error instanceof XmlBroken ? new NotWordDocument() : error;
  }
};
