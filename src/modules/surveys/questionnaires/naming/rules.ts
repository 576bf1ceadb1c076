import { slugOf } from '#core/i18n/names.ts';
import { NAME, placedItems } from '../rules.ts';
import type { Item, Questionnaire, Words } from '../schema.ts';

const WORDS_OF_NAME = 4;
const LETTERS_OF_NAME = 30;

/** A name made from words: "Evinizə su gəlirmi?" is "evinize_su_gelirmi"; `instead` where no letter of it is known. */
export function nameFrom(words: string, instead: string): string {
  const slug = slugOf(words).split('-').slice(0, WORDS_OF_NAME).join('_').slice(0, LETTERS_OF_NAME).replace(/_+$/, '');
  if (slug === '') return instead;
  return NAME.test(slug) ? slug : `${instead}_${slug}`;
}

/** The name itself when nobody bears it, else with the first free number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}_${n}`)) return `${wanted}_${n}`;
}

export const namesTaken = (of: Pick<Questionnaire, 'items'>): ReadonlySet<string> =>
  new Set(placedItems(of.items).map(({ item }) => item.name));

/** Where items speak of each other they follow a new name: in expressions and in texts that show an answer. */
export function renamed(items: readonly Item[], names: ReadonlyMap<string, string>): readonly Item[] {
  const text = (written: string): string =>
    written.replace(/\$\{\s*(last-saved#)?([^}\s]+)\s*\}/g, (whole, saved: string | undefined, name: string) => {
      const next = names.get(name);
      return next === undefined ? whole : `\${${saved ?? ''}${next}}`;
    });
  return items.map((item) => mentions(item, text));
}

/** An item with every text in which it may speak of another one changed by `text`. */
function mentions(item: Item, text: (written: string) => string): Item {
  const rule = (written: string | null) => (written === null ? null : text(written));
  const words = (of: Words): Words => Object.fromEntries(Object.entries(of).map(([key, said]) => [key, text(said)]));
  const base = {
    ...{ label: words(item.label), hint: words(item.hint), guidance: words(item.guidance) },
    relevant: rule(item.relevant),
  };
  if (item.is === 'group') return { ...item, ...base, items: item.items.map((one) => mentions(one, text)) };
  if (item.is === 'repeat')
    return { ...item, ...base, count: rule(item.count), items: item.items.map((one) => mentions(one, text)) };
  return {
    ...item,
    ...base,
    ...{ required: rule(item.required), constraint: rule(item.constraint), calculation: rule(item.calculation) },
    ...{ preset: rule(item.preset), readonly: rule(item.readonly) },
    choices: item.choices && { ...item.choices, filter: rule(item.choices.filter) },
  };
}
