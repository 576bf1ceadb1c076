import { fold, namesIn } from '#core/i18n/names.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { unlines } from '../cells/rules.ts';
import type { Cells } from '../schema.ts';
import type { Judged, MeasureHere, Part, Verdict } from './schema.ts';

/** Finds for a row of the file the measure that it speaks of, each at most once. */
export class Matcher {
  readonly #byNumber: ReadonlyMap<string, MeasureHere>;
  readonly #unnumbered: readonly MeasureHere[];
  readonly #used = new Set<string>();

  constructor(here: readonly MeasureHere[]) {
    const numbered = here.filter((one) => one.draft.number !== null);
    this.#byNumber = new Map(numbered.map((one) => [one.draft.number!, one]));
    this.#unnumbered = here.filter((one) => one.draft.number === null);
  }

  /** By number; where there is none, by title. A measure without number takes the number that the file gives its title. */
  find(number: string | null, title: Texts): MeasureHere | null {
    const found = this.#find(number, title);
    if (found) this.#used.add(found.id);
    return found;
  }

  #find(number: string | null, title: Texts): MeasureHere | null {
    const numbered = number === null ? undefined : this.#byNumber.get(number);
    if (numbered) return this.#used.has(numbered.id) ? null : numbered;
    const free = this.#unnumbered.filter((one) => !this.#used.has(one.id));
    const names = new Set(namesIn(title).map(fold));
    const alike = free.filter((one) => namesIn(one.draft.title).some((name) => names.has(fold(name))));
    return alike[0] ?? null;
  }
}

/** Columns whose lines belong together: a file that speaks of one of them speaks of the list. */
const GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [/^executors$|^executor_(roles|kinds|names)/, /^executors$/],
  [/^milestone/, /^milestones_(az|en|ru)$/],
  [/^indicator/, /^indicators_(az|en|ru)$/],
];

/** What stands, with what the file says laid over it: columns that it does not have stay as they are. */
export function laidOver(before: Cells, said: Cells): Cells {
  const merged: Record<string, string> = { ...before, ...said };
  for (const [group, lead] of GROUPS) {
    const saying = Object.keys(said).filter((column) => group.test(column));
    if (saying.length === 0) continue;
    const length = (cells: Cells, columns: readonly string[]): number =>
      Math.max(0, ...columns.map((column) => unlines(cells[column] ?? '').length));
    const leads = Object.keys(before).filter((column) => lead.test(column));
    const fits = length(before, leads) === length(said, saying) && !saying.includes('executors');
    if (fits) continue;
    for (const column of Object.keys(before)) if (group.test(column) && !saying.includes(column)) merged[column] = '';
  }
  return merged;
}

/** Not of the measure but of the bodies and areas that it names; those are compared by themselves. */
const NOT_COMPARED = /^(point_|executor_(kinds|names))/;

export function changesBetween(before: Cells, after: Cells): Judged['changes'] {
  return Object.keys(after)
    .filter((column) => !NOT_COMPARED.test(column) && (before[column] ?? '') !== after[column])
    .map((column) => ({ column, before: before[column] ?? '', after: after[column] ?? '' }));
}

/** Deeds of their own: they happen to a measure after its adoption, each on its page. */
export const OWN_DEEDS = /^(added_|withdrawn_on|withdrawal_|milestones_done|milestone_sources|milestone_urls)/;
/** What was reported on or judged hangs on these. */
export const SPOKEN_OF = /^(executor|milestone|indicator)/;

export type Counts = Readonly<Record<Verdict, number>>;

/**
 * What people count is measures; an area or the plan itself counts where it is refused, and where the file holds
 * nothing else.
 */
export function countsOf(rows: readonly Pick<Judged, 'verdict' | 'what'>[]): Counts {
  const counts = { create: 0, change: 0, same: 0, refused: 0 };
  const measures = rows.some((row) => row.what === 'measure');
  for (const row of rows)
    if (!measures || row.what === 'measure' || row.verdict === 'refused') counts[row.verdict] += 1;
  return counts;
}

/** How many rows would be written: measures; where there is none, areas; else the plan itself. 0: nothing. */
export function toWrite(parts: readonly Part[]): number {
  const good = parts.filter((part) => !part.refused);
  const sum = (of: (part: Part) => number): number => good.reduce((n, part) => n + of(part), 0);
  return sum((part) => part.measures.length) || sum((part) => part.points.length) || sum((part) => (part.here ? 0 : 1));
}

/** The plan first, then everything in the order of the file, an area before the measure that names it first. */
export const inFileOrder = (rows: readonly Judged[]): readonly Judged[] => {
  const rank = (row: Judged): readonly [number, number, number] => [
    row.at?.table.number ?? 0,
    row.at?.line ?? 0,
    row.what === 'measure' ? 1 : 0,
  ];
  return rows.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
};

/** Do people read the plan? A draft is private: what happens to it is not in the public record. */
export const isOpen = (part: Part, today: PlainDate): boolean =>
  part.here?.isPublic ?? part.plan.stages.some((row) => row.stage !== 'draft' && row.fromDay <= today);
