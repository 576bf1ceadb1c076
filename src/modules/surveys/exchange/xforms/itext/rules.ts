import { allBelow, hasReference, pathText, spoken } from '../../references/rules.ts';
import type { Placed } from '../../references/schema.ts';
import type { Element, Said } from '../../schema.ts';
import { type Tag, tag } from '../../xml/rules.ts';
import { isTranslated, listIsSpoken } from '../body/words/rules.ts';
import type { Writing } from '../schema.ts';

/** Messages of a bind that may be said in several languages. */
export const MESSAGES: readonly string[] = ['jr:constraintMsg', 'jr:requiredMsg', 'jr:noAppErrorString'];

const isEmpty = (said: Said): boolean => Object.keys(said).length === 0;

/** A message that cannot stand as it is in the attribute. */
export const isSpokenMessage = (said: Said): boolean =>
  isTranslated(said) || Object.values(said).some((text) => hasReference(text));

export const labelNeedsItext = (element: Pick<Element, 'label' | 'media'>): boolean =>
  isTranslated(element.label) || Object.keys(element.media).length > 0;

export const hintNeedsItext = (element: Element): boolean => isTranslated(element.hint) || !isEmpty(element.guidance);

/** Forms of a text: "" is the text itself. */
type Forms = Map<string, { readonly said: Said; readonly item: Placed }>;

/** All texts by language; null when the form speaks one and shows nothing else. */
export function itextOf(writing: Writing): Tag | null {
  const texts = new Map<string, Forms>();
  const own = writing.form.language;
  const add = (id: string, form: string, said: Said, item: Placed) => {
    if (isEmpty(said)) return;
    const forms = texts.get(id) ?? new Map();
    texts.set(id, forms.set(form, { said: inLanguages(said, own), item }));
  };
  for (const item of allBelow(writing.root)) if (item !== writing.root) addItem(item, add);
  for (const [list, choices] of Object.entries(writing.lists))
    if (listIsSpoken(choices))
      for (const [i, choice] of choices.entries()) addLabel(`${list}-${i}`, choice, writing.root, add);
  const languages = new Set(
    [...texts.values()].flatMap((forms) => [...forms.values()].flatMap(({ said }) => Object.keys(said))),
  );
  if (languages.size === 0) return null;
  return tag(
    'itext',
    {},
    [...languages].map((lang) => translation(lang, texts, writing)),
  );
}

type Add = (id: string, form: string, said: Said, item: Placed) => void;

/** A text without a language is in the form's own; one that names it goes before. */
function inLanguages(said: Said, own: string): Said {
  const { '': plain, ...rest } = said;
  return plain === undefined ? rest : { [own]: plain, ...rest };
}

function addItem(item: Placed, add: Add): void {
  const { element } = item;
  const path = pathText(item);
  if (labelNeedsItext(element)) addLabel(`${path}:label`, element, item, add);
  if (hintNeedsItext(element)) {
    add(`${path}:hint`, '', element.hint, item);
    add(`${path}:hint`, 'guidance', element.guidance, item);
  }
  for (const name of MESSAGES) {
    const said = element.bind[name];
    if (said && isSpokenMessage(said)) add(`${path}:${name}`, '', said, item);
  }
}

function addLabel(id: string, from: Pick<Element, 'label' | 'media'>, item: Placed, add: Add): void {
  add(id, '', from.label, item);
  for (const [kind, said] of Object.entries(from.media)) add(id, kind, said, item);
}

function translation(lang: string, texts: ReadonlyMap<string, Forms>, writing: Writing): Tag {
  const isOwn = lang === writing.form.language;
  return tag(
    'translation',
    { lang, default: isOwn ? 'true()' : undefined },
    [...texts].flatMap(([id, forms]) => {
      const values = [...forms].flatMap(([form, { said, item }]) => valuesFor(form, said[lang], item, writing));
      return values.length > 0 ? [tag('text', { id }, values)] : [];
    }),
  );
}

/** A text that a language lacks is "-", as other programs write it; a picture that it lacks is left out. */
function valuesFor(form: string, text: string | undefined, item: Placed, writing: Writing): readonly Tag[] {
  if (form === '' || form === 'guidance')
    return [tag('value', { form: form || undefined }, text === undefined ? '-' : spoken(text, item, writing.names))];
  if (text === undefined || text === '-') return [];
  const folder = form === 'big-image' ? 'images' : form === 'image' ? 'images' : form;
  return [tag('value', { form }, `jr://${folder}/`, spoken(text, item, writing.names))];
}
