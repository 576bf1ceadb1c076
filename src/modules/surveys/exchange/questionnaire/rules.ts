import {
  ABOUT,
  type About,
  type Choice,
  type FormLanguage,
  type Item,
  QUESTION_TYPES,
  type Question,
  type Questionnaire,
  type QuestionType,
  UNITS,
  type Unit,
  type Words,
} from '../../questionnaires/schema.ts';
import { Findings, nearest, yesOrNo } from '../columns/rules.ts';
import type { Element, Issue, Said, XlsForm } from '../schema.ts';

export type Made =
  | { readonly ok: true; readonly questionnaire: Questionnaire; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The questionnaire that an XLSForm describes. What Ortaq does not ask (sounds, traces, files, entities ...) is refused
 * by name with its row: nothing is left out in silence.
 */
export function questionnaireOf(form: XlsForm): Made {
  const said = new Findings();
  const languages = form.languages.map((lang) => languageOf(lang, form.language));
  const make = new Maker(new Map(form.languages.map((lang, i) => [lang, languages[i]!.key])), form, said);
  const lists = Object.entries(form.lists).map(
    ([list, choices]) => [list, choices.map((one) => make.choice(one))] as const,
  );
  for (const entity of form.entities)
    said.fault('not_supported', { sheet: 'entities', row: entity.row, column: 'list_name', found: entity.list });
  const questionnaire: Questionnaire = {
    name: form.id,
    title: make.title(),
    languages: languages.length > 0 ? languages : [{ key: 'default', label: 'default' }],
    items: form.items.map((item) => make.item(item)),
    lists: Object.fromEntries(lists),
    settings: Object.fromEntries(Object.entries(form.settings).filter(([name]) => !isOwnSetting(name))),
  };
  return said.isFaulty ? { ok: false, issues: said.issues } : { ok: true, questionnaire, issues: said.issues };
}

const isOwnSetting = (name: string): boolean =>
  ['title', 'id_string', 'default_language'].includes(name) || name.startsWith('ortaq::title');

/** "English (en)" is keyed by "en"; a name without a tag by itself; a column without a language by "default". */
export function languageOf(written: string, own: string): FormLanguage {
  if (written === '') return { key: own, label: own };
  const key = /\(([\w-]+)\)\s*$/.exec(written)?.[1];
  return { key: key ?? written, label: written };
}

/** What the exchange needs to know of a question and a group, and where it is kept. */
const OWN_BINDS = ['relevant', 'required', 'constraint', 'calculate', 'readonly', 'jr:constraintMsg', 'jr:requiredMsg'];

class Maker {
  readonly #keys: ReadonlyMap<string, string>;
  readonly #form: XlsForm;
  readonly #said: Findings;

  constructor(keys: ReadonlyMap<string, string>, form: XlsForm, said: Findings) {
    this.#keys = keys;
    this.#form = form;
    this.#said = said;
  }

  title(): Words {
    const first = this.#keys.values().next().value ?? 'default';
    const further = Object.entries(this.#form.settings).flatMap(([name, text]) =>
      name.startsWith('ortaq::title::') ? [[this.#key(name.slice('ortaq::title::'.length)), text] as const] : [],
    );
    return { ...(this.#form.title ? { [first]: this.#form.title } : {}), ...Object.fromEntries(further) };
  }

  choice(choice: XlsForm['lists'][string][number]): Choice {
    for (const kind of Object.keys(choice.media)) this.#refuse({ sheet: 'choices', row: choice.row }, kind, kind);
    return { name: choice.name, label: this.#words(choice.label), other: choice.other };
  }

  item(element: Element): Item {
    this.#judge(element);
    const base = {
      name: element.name,
      label: this.#words(element.label),
      hint: this.#words(element.hint),
      guidance: this.#words(element.guidance),
      relevant: logical(element.bind.relevant),
      appearance: element.control.appearance ?? null,
    };
    if (element.is === 'question') return this.#question(element, base);
    const items = element.items.map((item) => this.item(item));
    const other = kept(element, ['relevant'], ['appearance', 'jr:count']);
    if (element.is === 'repeat')
      return { is: 'repeat', ...base, other, count: element.control['jr:count'] ?? null, items };
    return { is: 'group', ...base, other, items };
  }

  #question(
    element: Element,
    base: Pick<Question, 'name' | 'label' | 'hint' | 'guidance' | 'relevant' | 'appearance'>,
  ): Question {
    const { bind, select } = element;
    return {
      is: 'question',
      type: element.type as QuestionType,
      ...base,
      required: logical(bind.required),
      requiredMessage: this.#words(bind['jr:requiredMsg'] ?? {}),
      constraint: logical(bind.constraint),
      constraintMessage: this.#words(bind['jr:constraintMsg'] ?? {}),
      calculation: plain(bind.calculate),
      preset: element.preset === '' ? null : element.preset,
      readonly: logical(bind.readonly),
      choices: select ? { list: select.list, filter: select.filter || null, other: select.other } : null,
      parameters: element.parameters,
      unit: this.#oneOf<Unit>(element, 'ortaq::unit', UNITS, 'unknown_unit') ?? 'person',
      about: this.#oneOf<About>(element, 'ortaq::about', ABOUT, 'unknown_about'),
      other: kept(element, OWN_BINDS, ['appearance']),
    };
  }

  #judge(element: Element): void {
    const at = { sheet: 'survey', row: element.row };
    if (element.is === 'loop') this.#refuse(at, 'type', 'begin loop');
    if (element.is === 'question' && !(QUESTION_TYPES as readonly string[]).includes(element.type))
      this.#refuse(at, 'type', element.type);
    if (element.select && element.select.from !== 'choices') this.#refuse(at, 'type', element.select.list);
    for (const kind of Object.keys(element.media)) this.#refuse(at, element.heads[`media ${kind}`] ?? kind, kind);
    if (element.trigger.length > 0) this.#refuse(at, 'trigger', element.trigger.join(', '));
    if (element.bind['entities:saveto']) this.#refuse(at, 'save_to', element.bind['entities:saveto'][''] ?? '');
    const texts = [
      ...Object.values(element.bind).flatMap((said) => Object.values(said)),
      element.select?.filter ?? '',
      element.preset,
    ];
    for (const text of [...texts, element.control.appearance ?? '']) {
      const outside = /\b(pulldata|search)\s*\(|\$\{\s*last-saved#/.exec(text)?.[0];
      if (outside) this.#refuse(at, null, outside);
    }
  }

  #refuse(at: Partial<Issue>, column: string | null, found: string): void {
    this.#said.fault('not_supported', { ...at, column, found });
  }

  #oneOf<T extends string>(
    element: Element,
    column: string,
    words: readonly T[],
    code: 'unknown_unit' | 'unknown_about',
  ): T | null {
    const found = element.other[column]?.trim() ?? '';
    if (found === '') return null;
    const word = words.find((one) => one === found.toLowerCase());
    if (word) return word;
    const about = { found, expected: words.join(', '), near: nearest(found, words) };
    this.#said.fault(code, { sheet: 'survey', row: element.row, column, ...about });
    return null;
  }

  #key(lang: string): string {
    return this.#keys.get(lang) ?? languageOf(lang, this.#form.language).key;
  }

  #words(said: Said): Words {
    const { '': unnamed, ...named } = said;
    const words = Object.fromEntries(Object.entries(named).map(([lang, text]) => [this.#key(lang), text]));
    return unnamed === undefined ? words : { [this.#key('')]: unnamed, ...words };
  }
}

const plain = (said: Said | undefined): string | null => (said ? (said[''] ?? Object.values(said)[0] ?? null) : null);

/** A condition; "yes" and "no" are spelled as XPath. */
function logical(said: Said | undefined): string | null {
  const text = plain(said);
  const truth = text === null ? null : yesOrNo(text);
  return truth === null ? text : `${truth}()`;
}

/** Columns that mean nothing to Ortaq and are given back when the form is written. */
function kept(
  element: Element,
  binds: readonly string[],
  controls: readonly string[],
): Readonly<Record<string, string>> {
  const bind = Object.entries(element.bind)
    .filter(([name]) => !binds.includes(name))
    .flatMap(([name, said]) =>
      Object.entries(said).map(([lang, text]) => [`bind::${name}${lang === '' ? '' : `::${lang}`}`, text] as const),
    );
  const control = Object.entries(element.control)
    .filter(([name]) => !controls.includes(name))
    .map(([name, text]) => [`body::${name}`, text] as const);
  const instance = Object.entries(element.instance).map(([name, text]) => [`instance::${name}`, text] as const);
  const rest = Object.entries(element.other).filter(([name]) => !['ortaq::unit', 'ortaq::about'].includes(name));
  return Object.fromEntries([...bind, ...control, ...instance, ...rest]);
}
