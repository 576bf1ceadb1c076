import type { Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Given } from '#core/reading.ts';
import { FieldReading } from '#core/reading.ts';
import { expressionFault } from '../faults/expressions/rules.ts';
import { freeName, nameFrom } from '../naming/rules.ts';
import { CHOICE_NAME, hasChoices, isSilent, MOST, NAME, placedItems } from '../rules.ts';
import { ABOUT, type Choice, type Item, type Question, type Questionnaire, UNITS, type Words } from '../schema.ts';
import { rowQuestion, type Written } from './rules.ts';
import { CONDITION_ROWS, type FormKind } from './schema.ts';
import { boundsText, COMPARISONS, type Condition, isAlone, JOINS, skipText, valueFor } from './skips/rules.ts';

/** The form that is read: of which kind, and the item as it stands (null: a new one). */
export interface Asked {
  readonly of: Questionnaire;
  readonly kind: FormKind;
  readonly before: Item | null;
}

/** Reads one item as the form sends it. Words are in the language in which the questionnaire is written. */
export function readItem(given: Given, asked: Asked): Result<Written> {
  const read = new ItemReading(given, asked);
  const written = read.item();
  return read.end(written);
}

class ItemReading extends FieldReading {
  readonly #given: Given;
  readonly #asked: Asked;
  readonly #first: string;
  readonly #names: ReadonlySet<string>;

  constructor(given: Given, asked: Asked) {
    super(given);
    this.#given = given;
    this.#asked = asked;
    this.#first = asked.of.languages[0]!.key;
    this.#names = new Set(placedItems(asked.of.items).map(({ item }) => item.name));
  }

  item(): Written {
    const { kind, before } = this.#asked;
    if (kind === 'group') return { item: { ...this.#base(), is: 'group', items: insideOf(before) }, list: null };
    if (kind === 'repeat') {
      const count = this.#rule('count');
      return { item: { ...this.#base(), is: 'repeat', count, items: insideOf(before) }, list: null };
    }
    return kind === 'matrix' ? this.#matrix() : this.#question(kind);
  }

  /** Several lines, each without blanks at its end. */
  #prose(field: string): string {
    const text = this.#given
      .text(field)
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .trim();
    if (text.length > MOST.text)
      this.wrong(field, message('errors.field_too_long', { max: MOST.text, found: text.length }));
    return text;
  }

  /** The text of a field in the first language; other languages stay. An emptied text takes them along. */
  #words(field: string, before: Words | undefined): Words {
    const text = this.#prose(field);
    return text === '' ? {} : { ...before, [this.#first]: text };
  }

  #base() {
    const { before, kind } = this.#asked;
    const label = this.#words('label', before?.label);
    const table = kind === 'matrix' ? 'table-list' : null;
    return {
      ...{ name: this.#name(label[this.#first] ?? ''), label },
      ...this.#helps(before),
      relevant: this.#relevant(),
      appearance: this.line('appearance', 500) || table,
      other: before?.other ?? {},
    };
  }

  /** Hint and guidance; what nobody is asked has no fields for them. */
  #helps(before: Item | null) {
    const { kind } = this.#asked;
    const silent = kind !== 'group' && kind !== 'repeat' && kind !== 'matrix' && isSilent(kind);
    if (silent) return { hint: before?.hint ?? {}, guidance: before?.guidance ?? {} };
    return { hint: this.#words('hint', before?.hint), guidance: this.#words('guidance', before?.guidance) };
  }

  /** The name that was typed, else one made from the words. */
  #name(words: string): string {
    const { before, kind } = this.#asked;
    const typed = this.line('name', MOST.name);
    const others = new Set([...this.#names].filter((name) => name !== before?.name));
    if (typed === '') return before?.name ?? freeName(nameFrom(words, kind === 'group' ? 'section' : 'q'), others);
    if (!NAME.test(typed)) this.wrong('name', message('surveys.questionnaires.faults.name', { name: typed }));
    if (others.has(typed))
      this.wrong('name', message('surveys.questionnaires.building.wrong.name_taken', { name: typed }));
    return typed;
  }

  /** An expression; names in it are checked, the item's own one too. */
  #rule(field: string): string | null {
    const text = this.line(field, MOST.expression);
    if (text === '') return null;
    const own = this.line('name', MOST.name) || this.#asked.before?.name;
    const why = expressionFault(text, own ? new Set([...this.#names, own]) : this.#names);
    if (why) this.wrong(field, why);
    return text;
  }

  #relevant(): string | null {
    const asked = this.line('asked', 20);
    if (asked === 'rule') {
      const rule = this.#rule('relevant');
      if (rule === null) this.wrong('relevant', message('surveys.questionnaires.building.wrong.no_rule'));
      return rule;
    }
    return asked === 'if' ? this.#skip() : null;
  }

  #skip(): string | null {
    const { of } = this.#asked;
    const questions = new Map(
      placedItems(of.items).flatMap(({ item }) => (item.is === 'question' ? [[item.name, item] as const] : [])),
    );
    const conditions = Array.from({ length: CONDITION_ROWS }, (_, i) => this.#condition(i, questions)).filter(
      (one) => one !== null,
    );
    if (conditions.length === 0)
      this.wrong('condition_0_question', message('surveys.questionnaires.building.wrong.no_condition'));
    const join = JOINS.find((one) => one === this.line('join', 10)) ?? 'and';
    return skipText({ join, conditions }, (name) => questions.get(name)?.type === 'select_multiple') || null;
  }

  #condition(i: number, questions: ReadonlyMap<string, Question>): Condition | null {
    const name = this.line(`condition_${i}_question`, MOST.name);
    if (name === '') return null;
    const question = questions.get(name);
    if (!question) {
      this.wrong(`condition_${i}_question`, message('surveys.questionnaires.faults.stray', { name }));
      return null;
    }
    const is = COMPARISONS.find((one) => one === this.line(`condition_${i}_is`, 20)) ?? 'is';
    const typed = this.line(`condition_${i}_value`, 500).replaceAll('"', '');
    if (isAlone(is)) return { question: name, is, value: '' };
    if (typed === '') this.wrong(`condition_${i}_value`, message('surveys.questionnaires.building.wrong.no_value'));
    const value = valueFor(this.#asked.of, question, typed);
    if (value === null)
      this.wrong(`condition_${i}_value`, message('surveys.questionnaires.building.wrong.no_choice', { typed }));
    return { question: name, is, value: value ?? typed };
  }

  #question(type: Question['type']): Written {
    const { before } = this.#asked;
    const was = before?.is === 'question' ? before : null;
    const base = this.#base();
    const list = hasChoices(type) ? this.#list(base.name, was) : null;
    const item: Question = {
      ...base,
      ...{ is: 'question', type },
      ...(isSilent(type) || type === 'note' ? this.#keptRules(was) : this.#answerRules(was)),
      preset: this.line('preset', MOST.expression) || null,
      calculation: type === 'note' ? (was?.calculation ?? null) : this.#rule('calculation'),
      choices: list && {
        ...{ list: list.name, filter: this.#rule('filter'), other: this.line('other', 10) === 'yes' },
      },
      parameters: this.#parameters(),
    };
    return { item, list };
  }

  /** What the form of a note or of a calculated value does not show stays as it is. */
  #keptRules(was: Question | null) {
    return {
      ...{ required: was?.required ?? null, requiredMessage: was?.requiredMessage ?? {} },
      ...{ constraint: was?.constraint ?? null, constraintMessage: was?.constraintMessage ?? {} },
      ...{ readonly: was?.readonly ?? null, unit: was?.unit ?? 'person', about: was?.about ?? null },
    };
  }

  #answerRules(was: Question | null) {
    const needed = this.line('required', 10) === 'yes' ? 'true()' : null;
    return {
      required: this.#rule('required_if') ?? needed,
      requiredMessage: this.#words('required_message', was?.requiredMessage),
      constraint: this.#constraint(),
      constraintMessage: this.#words('constraint_message', was?.constraintMessage),
      readonly: this.#rule('readonly'),
      unit: UNITS.find((unit) => unit === this.line('unit', 20)) ?? 'person',
      about: ABOUT.find((about) => about === this.line('about', 20)) ?? null,
    };
  }

  #constraint(): string | null {
    const rule = this.#rule('constraint');
    const [least, most] = [this.#number('least'), this.#number('most')];
    if (least !== '' && most !== '' && Number(least) > Number(most))
      this.wrong('most', message('surveys.questionnaires.building.wrong.bounds'));
    return rule ?? boundsText({ least, most });
  }

  #number(field: string): string {
    const text = this.line(field, 30).replace(',', '.');
    if (text !== '' && !/^-?\d+(\.\d+)?$/.test(text))
      this.wrong(field, message('surveys.questionnaires.building.wrong.number'));
    return text;
  }

  /** "start=1 end=5": names and values. */
  #parameters(): Readonly<Record<string, string>> {
    const pairs = this.line('parameters', 500).split(' ').filter(Boolean);
    if (pairs.some((pair) => !/^[\w-]+=\S+$/.test(pair)))
      this.wrong('parameters', message('surveys.questionnaires.building.wrong.parameters'));
    return Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
  }

  /** A table of questions with one list: the rows become questions of their own. */
  #matrix(): Written {
    const { before } = this.#asked;
    const base = this.#base();
    if (before?.is === 'group') return { item: { ...base, is: 'group', items: before.items }, list: null };
    const list = this.#list(base.name, null);
    const rows = this.#lines('rows');
    if (rows.length === 0) this.wrong('rows', message('surveys.questionnaires.building.wrong.no_rows'));
    const taken = new Set([...this.#names, base.name]);
    const unit = UNITS.find((one) => one === this.line('unit', 20)) ?? 'person';
    const items = rows.map((row): Question => {
      const name = freeName(`${base.name}_${nameFrom(row, 'row')}`, taken);
      taken.add(name);
      return rowQuestion({ name, label: { [this.#first]: row }, list: list.name, unit });
    });
    return { item: { ...base, is: 'group', items }, list };
  }

  #lines(field: string): readonly string[] {
    return this.#prose(field)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  /** The list of a question: one that others use too, else its own; its rows as they were typed. */
  #list(name: string, was: Question | null): { readonly name: string; readonly choices: readonly Choice[] } {
    const { of } = this.#asked;
    const typed = this.line('list', MOST.name);
    const chosen = typed !== '' && of.lists[typed] ? typed : null;
    const own = chosen ?? freeName(name, new Set(Object.keys(of.lists)));
    // Another list was chosen than the rows of the form belong to: it is taken as it stands.
    if (chosen && chosen !== (was?.choices?.list ?? '')) return { name: chosen, choices: of.lists[chosen]! };
    const choices = this.#choices(chosen ? of.lists[chosen]! : []);
    if (choices.length === 0) this.wrong('more_choices', message('surveys.questionnaires.building.wrong.no_choices'));
    return { name: own, choices };
  }

  #choices(before: readonly Choice[]): readonly Choice[] {
    const found: Choice[] = [];
    const taken = new Set<string>();
    const add = (words: string, typed: string, was: Choice | undefined, other: Choice['other']) => {
      const name = typed || freeName(nameFrom(words, 'c'), new Set([...taken, ...before.map((one) => one.name)]));
      taken.add(name);
      found.push({ name, label: { ...was?.label, [this.#first]: words }, other });
    };
    for (let i = 0; i < MOST.choices; i += 1) {
      if (!this.#given.text(`choice_${i}_name`) && !this.#given.text(`choice_${i}_label`)) {
        if (i >= before.length + 50) break;
        continue;
      }
      const [typed, words] = [this.line(`choice_${i}_name`, MOST.name), this.line(`choice_${i}_label`, MOST.text)];
      // A row whose words were emptied is taken away.
      if (words === '') continue;
      if (typed !== '' && !CHOICE_NAME.test(typed))
        this.wrong(`choice_${i}_name`, message('surveys.questionnaires.building.wrong.choice_name', { name: typed }));
      if (taken.has(typed))
        this.wrong(`choice_${i}_name`, message('surveys.questionnaires.building.wrong.name_taken', { name: typed }));
      const was = before.find(({ name }) => name === this.line(`choice_${i}_id`, MOST.name));
      add(words, typed, was, this.#columns(`choice_${i}_columns`));
    }
    for (const line of this.#lines('more_choices')) add(line, '', undefined, {});
    return found;
  }

  /** "district=sabirabad; kind=village": what filters ask of a choice. */
  #columns(field: string): Readonly<Record<string, string>> {
    const pairs = this.line(field, MOST.text)
      .split(';')
      .map((pair) => pair.trim())
      .filter(Boolean);
    if (pairs.some((pair) => !/^[^=\s]+\s*=/.test(pair)))
      this.wrong(field, message('surveys.questionnaires.building.wrong.columns'));
    return Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]),
    );
  }
}

const insideOf = (item: Item | null): readonly Item[] => (item && item.is !== 'question' ? item.items : []);
