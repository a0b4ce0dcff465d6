/** An element of an XML part; texts are strings among its children. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') =>
    hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (entities[name] ?? whole),
  );

const token = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads an XML part that docxtemplater has rendered, hence well-formed: no document type, no CDATA. The root's only child is
 * the document's element.
 */
export const readXml = (xml: string): XmlElement => {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  for (const [, closing, name, given = '', empty, text] of xml.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(decode(text));
    else if (closing) {
      if (open.length > 1) open.pop();
    } else if (name) {
      const attributes = Object.fromEntries(
        [...given.matchAll(attribute)].map(([, key = '', double, single = '']) => [key, decode(double ?? single)]),
      );
      const element: XmlElement = { name, attributes, children: [] };
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
