/** A node of the XML we write: a text, or an element with its attributes in order. */
export type Node = string | Tag;
export interface Tag {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly Node[];
}

/** One element; attributes that are undefined are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...inside: readonly (Node | readonly Node[] | null)[]
): Tag {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    tag: name,
    attributes: Object.fromEntries(given),
    inside: inside.flat().filter((node): node is Node => node !== null && node !== ''),
  };
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML 1.0
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/** Text for between tags: XML 1.0, characters that it cannot hold left out. */
export const escapeText = (text: string): string =>
  text.replace(LONE, '').replace(CONTROL, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text for an attribute in double quotes; line ends and tabs survive as references. */
export const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');

/** The whole as text; nothing is put between tags, since a blank inside a label would be shown. */
export function writeXml(root: Tag): string {
  return `<?xml version="1.0"?>\n${written(root)}`;
}

function written(node: Node): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  if (node.inside.length === 0) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.inside.map(written).join('')}</${node.tag}>`;
}

/** Names of attributes, one prefix allowed: "odk:length". */
export const isAttributeName = (name: string): boolean =>
  name.split(':').length <= 2 && name.split(':').every((part) => isXmlName(part));

/** Names of XML elements as XForms use them: letters of any script, "_", then also digits, "-", ".". */
export const isXmlName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u.test(name);
