/** A tag of a Word document, by the name after "w:". */
export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly empty: boolean;
  readonly attributes: string;
  /** Where the text after it begins. */
  readonly end: number;
}

/** The tags of these names in order; what stands between them is not looked at. */
export function* tagsIn(xml: string, names: readonly string[]): Generator<Tag> {
  const tag = new RegExp(`<(/?)w:(${names.join('|')})(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*)>`, 'g');
  for (const found of xml.matchAll(tag)) {
    const [whole, slash, name = '', attributes = ''] = found;
    const empty = attributes.endsWith('/');
    yield { name, closes: slash === '/', empty, attributes, end: found.index + whole.length };
  }
}

/** The value of an attribute as it stands in the file, escapes and all; null: there is none. */
export const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)w:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined) ?? null;
