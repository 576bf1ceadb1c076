/**
 * Every key of every text file with the parameters its English sentence takes. Filled by `src/texts.gen.d.ts`
 * (made from the en.json files by `tools/texts.mjs`), so that core types sentences without knowing any of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging from the generated file
export interface TextKeys {}

export type TextKey = keyof TextKeys & string;
export type Param = string | number;

/** A sentence not yet said: key and parameters. Dates and bodies' names are formatted by whoever makes it. */
export interface Message {
  readonly key: string;
  readonly params?: Readonly<Record<string, Param>>;
}

type ParamsOf<K extends TextKey> = TextKeys[K];
export type Args<K extends TextKey> = keyof ParamsOf<K> extends never ? [] : [params: ParamsOf<K>];

/** The one way to make a Message: the key must exist and its parameters must be given. */
export function message<K extends TextKey>(key: K, ...args: Args<K>): Message {
  const params = args[0] as Readonly<Record<string, Param>> | undefined;
  return params ? { key, params } : { key };
}
