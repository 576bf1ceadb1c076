import type { Findings } from '../columns/rules.ts';
import { SPOKEN } from '../columns/schema.ts';
import type { Element, Grid } from '../schema.ts';

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** Which columns of a sheet are written in which language; a column without one is in the form's own. */
function columnsByLanguage(grid: Grid | null, own: string): Columns {
  const found = new Map<string, Set<string>>();
  for (const path of grid?.heads.values() ?? [])
    for (const known of Object.keys(SPOKEN)) {
      const words = known.split(' ');
      if (!words.every((word, i) => path[i] === word) || path.length > words.length + 1) continue;
      const lang = path[words.length] ?? own;
      found.set(lang, (found.get(lang) ?? new Set()).add(SPOKEN[known]!));
    }
  return found;
}

const all = (columns: Columns): ReadonlySet<string> => new Set([...columns.values()].flatMap((set) => [...set]));

/** What a column without a language is called beside others. */
const PLAIN = 'default';

/** Says which column lacks a language that others have; nothing where the form speaks one language. */
export function judgeTranslations(survey: Grid, choices: Grid | null, said: Findings): void {
  const sheets = [
    { name: 'survey', columns: columnsByLanguage(survey, PLAIN) },
    { name: 'choices', columns: columnsByLanguage(choices, PLAIN) },
  ];
  const languages = new Set(sheets.flatMap(({ columns }) => [...columns.keys()]));
  if (languages.size === 0 || (languages.size === 1 && languages.has(PLAIN))) return;
  for (const { name, columns } of sheets)
    for (const lang of [...languages].sort()) {
      const missing = [...all(columns)].filter((column) => !columns.get(lang)?.has(column)).sort();
      if (missing.length > 0)
        said.remark('missing_translation', { sheet: name, row: 1, found: lang, expected: missing.join(', ') });
    }
}

/** "other" is added in one language only, whatever the form speaks. */
export function judgeOther(survey: Grid, choices: Grid | null, items: Iterable<Element>, said: Findings): void {
  const speaks = (grid: Grid | null) => [...columnsByLanguage(grid, '').keys()].some((lang) => lang !== '');
  if (!speaks(survey) && !speaks(choices)) return;
  for (const item of items)
    if (item.select?.other) {
      said.remark('other_untranslated', { sheet: survey.sheet, row: item.row, column: 'type', found: item.name });
      return;
    }
}

/** Languages of the columns in their order; the form's own first, and "" when no column names another. */
export function languagesOf(grids: readonly (Grid | null)[], own: string): readonly string[] {
  const found = new Set(grids.flatMap((grid) => [...columnsByLanguage(grid, '').keys()]));
  const first = found.has(own) ? own : '';
  return [...found].sort((a, b) => Number(b === first) - Number(a === first));
}
