import { type Message, message } from '#core/i18n/message.ts';
import { fold, namesIn } from '#core/i18n/names.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import type { PointId, PointRow } from '../../plan/schema.ts';
import type { At, Cells, PointDraft } from '../schema.ts';

/** An area of the plan while the file is read: later rows may add a language to it. */
export class PointEntry implements PointDraft {
  readonly id: PointId | null;
  number: string | null;
  title: Texts;
  note: string | null;
  /** The first row that speaks of it; null: stands in the plan and the file has not named it. */
  at: At | null = null;
  changed = false;

  constructor(id: PointId | null, number: string | null, title: Texts, note: string | null) {
    this.id = id;
    this.number = number;
    this.title = title;
    this.note = note;
  }
}

export type Taken = { readonly entry: PointEntry | null } | { readonly wrong: Message; readonly column: string };

const AZ_SUFFIXES = ['cı', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'];
/** Round tens have endings of their own: onuncu, iyirminci, otuzuncu, qırxıncı, əllinci ... */
const AZ_TENS = ['cı', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'];

/** "6-cı", "10-cu": the ordinal as Azerbaijani writes it. */
function ordinal(number: string): string {
  if (!/^\d{1,2}$/.test(number)) return number;
  const [ones, tens] = [Number(number.at(-1)), Number(number) / 10];
  return `${number}-${ones === 0 ? AZ_TENS[tens] : AZ_SUFFIXES[ones]}`;
}

/** An area of which only the number was recovered. A title there must be, and it says that it is none. */
const untitled = (number: string): { readonly title: Texts; readonly note: string } => ({
  title: {
    az: `${ordinal(number)} istiqamət (adı tapılmayıb)`,
    en: `Area ${number} (title not recovered)`,
    ru: `Направление ${number} (название не найдено)`,
  },
  note: 'Adı tapılmayıb. / Title not recovered. / Название не найдено.',
});

/** The areas of a plan as the file names them, beside those that stand. */
export class PointBook {
  readonly entries: PointEntry[];
  readonly #language: LanguageCode;
  readonly #fixed: boolean;

  constructor(known: readonly PointRow[], language: LanguageCode, fixed: boolean) {
    this.entries = known.map((row) => new PointEntry(row.id, row.number, row.title, row.note));
    this.#language = language;
    this.#fixed = fixed;
  }

  /** The area that a row names, or why it cannot be. Columns that the file does not have leave things as they are. */
  take(cells: Cells, title: Texts | null, at: At): Taken {
    const number = cells.point_no?.trim() || null;
    const note = cells.point_note?.trim() || null;
    if (number === null && title === null) return { entry: null };
    if (number !== null && number.length > 20)
      return wrong('point_no', message('plans.plan.wrong.too_long', { max: 20, found: number.length }));
    const found = this.#find(number, title);
    if (!found) return this.#add(number, title, note, at);
    return found.at === null ? this.#compare(found, number, title, note, at) : merge(found, title, note);
  }

  #find(number: string | null, title: Texts | null): PointEntry | undefined {
    if (number !== null) {
      const same = this.entries.find((entry) => entry.number === number);
      if (same) return same;
    }
    const names = new Set(namesIn(title).map(fold));
    const alike = this.entries.filter((entry) => namesIn(entry.title).some((name) => names.has(fold(name))));
    return alike.find((entry) => number === null || entry.number === null);
  }

  #add(number: string | null, title: Texts | null, note: string | null, at: At): Taken {
    if (this.#fixed) return wrong('point_no', message('plans.plan.refused.points_adopted'));
    const said = title ? { title, note } : untitled(number ?? '');
    if (!said.title[this.#language])
      return wrong(`point_${this.#language}`, message('plans.plan.wrong.no_title', { language: this.#language }));
    const entry = new PointEntry(null, number, said.title, note ?? said.note);
    entry.at = at;
    this.entries.push(entry);
    return { entry };
  }

  /** The first row that names an area which stands in the plan already. */
  #compare(entry: PointEntry, number: string | null, title: Texts | null, note: string | null, at: At): Taken {
    const next = { ...entry.title, ...title };
    const changed =
      LANGUAGES.some((language) => next[language] !== entry.title[language]) ||
      (number !== null && number !== entry.number) ||
      (note !== null && note !== entry.note);
    if (changed && this.#fixed) return wrong('point_no', message('plans.plan.refused.points_adopted'));
    Object.assign(entry, { at, changed, title: next, number: number ?? entry.number, note: note ?? entry.note });
    return { entry };
  }
}

const wrong = (column: string, what: Message): Taken => ({ wrong: what, column });

/** A later row of the same area may add a language; another title for it is a mistake of the file. */
function merge(entry: PointEntry, title: Texts | null, note: string | null): Taken {
  for (const language of LANGUAGES) {
    const [one, other] = [entry.title[language], title?.[language]];
    if (one && other && fold(one) !== fold(other))
      return wrong(`point_${language}`, message('plans.exchange.wrong.point_differs', { one, other }));
  }
  if (title && LANGUAGES.some((language) => title[language] && !entry.title[language])) {
    entry.title = { ...title, ...entry.title };
    entry.changed = entry.id !== null || entry.changed;
  }
  entry.note ??= note;
  return { entry };
}
