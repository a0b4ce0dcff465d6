/** An element of an XML part; texts are strings among its children. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') =>
    hex || decimal ? letter(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (entities[name] ?? whole),
  );

/** Sticky: where nothing matches, nothing after it is looked at, so that no text takes longer than its length. */
const token = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)(?![\w:.-])((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/y;
const attribute = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An XML part that is not well-formed. */
export class XmlBroken extends Error {
  override readonly name = 'XmlBroken';
}

interface Token {
  /** Of an element that begins, or ends. */
  name?: string;
  ends: boolean;
  /** Has no content. */
  empty: boolean;
  attributes(): Record<string, string>;
  text?: string;
}

/** The tags and texts of a part, one after the other. @throws XmlBroken */
export function* tokensOf(xml: string): Generator<Token> {
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(xml);
    if (!found) throw new XmlBroken(`At ${at}.`);
    const [whole, closing, name, given = '', empty, text] = found;
    const next = at + whole.length;
    yield {
      ...(name === undefined ? {} : { name }),
      ends: closing === '/',
      empty: empty === '/',
      attributes: () =>
        Object.fromEntries(
          [...given.matchAll(attribute)].map(([, key = '', double, single = '']) => [key, decode(double ?? single)]),
        ),
      ...(text === undefined ? {} : { text: decode(text) }),
    };
    // Others may have read in between.
    token.lastIndex = next;
  }
}

/**
 * Reads an XML part without a document type or CDATA. The root's only child is the document's element.
 *
 * @throws XmlBroken
 */
export const readXml = (xml: string): XmlElement => {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  for (const { name, ends, empty, attributes, text } of tokensOf(xml)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(text);
    else if (ends) {
      if (open.length > 1) open.pop();
    } else if (name) {
      const element: XmlElement = { name, attributes: attributes(), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root;
};

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

export const elementsOf = (parent: XmlElement | undefined): XmlElement[] => parent?.children.filter(isElement) ?? [];
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(parent).find((child) => child.name === name);
/** The element at the end of a path of names. */
export const at = (parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce(childOf, parent);
/** `w:val` of the element at the end of a path. */
export const valueAt = (parent: XmlElement | undefined, ...path: string[]): string | undefined =>
  at(parent, ...path)?.attributes['w:val'];
export const textOf = (parent: XmlElement): string =>
  parent.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
