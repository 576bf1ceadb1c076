import type { Sheet } from '#core/sheets/excel.ts';
import type { Item, Question, Questionnaire, Words } from '../../questionnaires/schema.ts';
import type { Sheet as ReadSheet } from '../schema.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * A questionnaire as the sheets of an XLSForm: "survey", "choices", "settings". Read again it is the same questionnaire.
 * Ortaq's own columns begin with "ortaq::"; other programs pass over them.
 */
export function xlsFormOf(questionnaire: Questionnaire): readonly Sheet[] {
  const write = new Writer(questionnaire);
  const survey = questionnaire.items.flatMap((item) => write.rows(item));
  const choices = Object.entries(questionnaire.lists).flatMap(([list, all]) =>
    all.map((choice) => ({
      list_name: list,
      name: choice.name,
      ...write.words('label', choice.label),
      ...choice.other,
    })),
  );
  const settings: Cells = { ...write.settings(), ...questionnaire.settings };
  const labels = write.heads('label');
  return [
    sheetOf('survey', ['type', 'name', ...labels], survey),
    sheetOf('choices', ['list_name', 'name', ...labels], choices),
    sheetOf('settings', ['form_title', 'form_id'], [settings]),
  ];
}

/** A sheet that we wrote as one that we read. */
export const asRead = (sheet: Sheet): ReadSheet => ({
  sheet: sheet.name,
  rows: [sheet.header, ...sheet.rows].map((cells, i) => ({
    line: i + 1,
    cells: cells.map((cell) => String(cell ?? '')),
  })),
});

/** Columns in the order of their first use, after those that always stand first. */
function sheetOf(name: string, first: readonly string[], rows: readonly Cells[]): Sheet {
  const heads = [...new Set([...first, ...rows.flatMap((row) => Object.keys(row))])];
  return { name, header: heads, rows: rows.map((row) => heads.map((head) => row[head] ?? null)) };
}

class Writer {
  readonly #of: Questionnaire;
  /** key -> what stands after "label::"; "" for the one language that has no name. */
  readonly #tags: ReadonlyMap<string, string>;

  constructor(questionnaire: Questionnaire) {
    this.#of = questionnaire;
    this.#tags = new Map(questionnaire.languages.map(({ key, label }) => [key, key === 'default' ? '' : label]));
  }

  heads = (column: string): readonly string[] => [...this.#tags.values()].map((tag) => head(column, tag));

  words(column: string, words: Words): Cells {
    return Object.fromEntries(
      Object.entries(words).map(([key, text]) => [head(column, this.#tags.get(key) ?? key), text]),
    );
  }

  settings(): Cells {
    const [first, ...rest] = this.#of.languages;
    const further = rest.flatMap(({ key, label }) => {
      const title = this.#of.title[key];
      return title === undefined ? [] : [[`ortaq::title::${label}`, title] as const];
    });
    return {
      form_title: this.#of.title[first?.key ?? 'default'] ?? '',
      form_id: this.#of.name,
      ...(first && first.key !== 'default' ? { default_language: first.label } : {}),
      ...Object.fromEntries(further),
    };
  }

  rows(item: Item): readonly Cells[] {
    if (item.is === 'question') return [this.#question(item)];
    const type = item.is === 'group' ? 'group' : 'repeat';
    const begin = {
      type: `begin_${type}`,
      ...this.#base(item),
      ...(item.is === 'repeat' && item.count !== null ? { repeat_count: item.count } : {}),
      ...item.other,
    };
    return [begin, ...item.items.flatMap((inner) => this.rows(inner)), { type: `end_${type}`, name: item.name }];
  }

  #base(item: Item): Cells {
    return {
      name: item.name,
      ...this.words('label', item.label),
      ...this.words('hint', item.hint),
      ...this.words('guidance_hint', item.guidance),
      ...given({ relevant: item.relevant, appearance: item.appearance }),
    };
  }

  #question(question: Question): Cells {
    const { choices, parameters } = question;
    const list = choices ? ` ${choices.list}${choices.other ? ' or_other' : ''}` : '';
    const settings = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    return {
      type: `${question.type}${list}`,
      ...this.#base(question),
      ...given({ required: question.required, constraint: question.constraint, readonly: question.readonly }),
      ...this.words('required_message', question.requiredMessage),
      ...this.words('constraint_message', question.constraintMessage),
      ...given({ calculation: question.calculation, default: question.preset, choice_filter: choices?.filter ?? null }),
      ...(settings.length > 0 ? { parameters: settings.join(' ') } : {}),
      ...(question.unit === 'person' ? {} : { 'ortaq::unit': question.unit }),
      ...(question.about === null ? {} : { 'ortaq::about': question.about }),
      ...question.other,
    };
  }
}

const head = (column: string, tag: string): string => (tag === '' ? column : `${column}::${tag}`);

const given = (cells: Readonly<Record<string, string | null>>): Cells =>
  Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== null));
