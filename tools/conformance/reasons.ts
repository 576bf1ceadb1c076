import type { Code, Issue } from '../../src/modules/surveys/exchange/schema.ts';

/** What an issue of ours must say to be the reason that the corpus wants: its code, and where it stands. */
interface Wanted {
  readonly codes: readonly Code[];
  readonly row?: number;
  readonly sheet?: string;
  /** Words that must stand in what we say was found or near. */
  readonly about?: readonly string[];
}

type Rule = readonly [pattern: RegExp, wanted: (...groups: readonly string[]) => Omit<Wanted, 'row' | 'sheet'>];
const is =
  (...codes: readonly Code[]) =>
  (...about: readonly string[]) => ({ codes, about: about.filter((word) => word && word !== 'unknown') });
const only =
  (...codes: readonly Code[]) =>
  () => ({ codes });

/** Sentences of pyxform by what they mean. The first that matches counts. */
const RULES: readonly Rule[] = [
  [/^\[row : \d+\] Unmatched 'end_/, only('unmatched_end')],
  [/^\[row : \d+\] Unmatched 'begin_.*name '([^']+)'/, is('unmatched_begin')],
  [/Could not find the name '([^']+)'/, is('unknown_reference')],
  [/The name '([^']+)' appears more than once/, is('two_referenced')],
  [/Choice names must be unique/, only('two_choices')],
  [/Choices should have a label/, only('choice_without_label')],
  [/Choices must have a name/, only('choice_without_name')],
  [/Repeat names must unique/, only('two_repeats')],
  [/The name 'meta' is reserved/, only('meta_name')],
  [/'name' value '([^']+)' is invalid. Questions, groups, and repeats must be unique/, is('two_names')],
  [/'name' value '([^']+)' is problematic/, is('near_names')],
  [/Column headers must not be empty/, only('choice_column')],
  [/Unknown question type '([^']+)'/, is('unknown_type')],
  [/Question or group with no name/, only('no_name')],
  [/has no label or hint/, only('no_text')],
  [/Repeat has no label/, only('no_section_label')],
  [/^Missing calculation|Missing calculation\.?$/, only('no_calculation')],
  [/There should be a choices sheet/, only('no_choices_sheet')],
  [/There should be an external_choices sheet/, only('no_external_choices_sheet')],
  [/You must have a sheet named 'survey'/, only('no_survey_sheet')],
  [/List name not in external choices sheet: (\S+)/, is('unknown_external_list')],
  [/File name for '([^']+)' should end with/, is('file_ending')],
  [/parameter keys for this question type.*invalid parameter key\(s\): '([^']+)'/, is('parameter_unknown')],
  [/Parameters must be in the form of/, only('parameter_shape')],
  [/'parameters \((value|label)\)' value is invalid/, is('parameter_name')],
  [/For the 'range' question type, the parameter '([^']+)' must be a number/, is('parameter_value')],
  [/parameter 'unknown' choice values must all be numbers/, only('parameter_range')],
  [/For the 'range' question type, the parameters 'tick_interval'/, only('parameter_range')],
  [/For the 'range' question type, the parameter '([^']+)'/, is('parameter_range')],
  [/The 'reference-geometry' parameter must either match/, is('parameter_value')],
  [/the 'incremental' parameter may either/, is('parameter_value')],
  [/'([\w-]+)' parameter must/, is('parameter_value')],
  [/^([\w-]+) must be (?:set to|greater than)/, is('parameter_value')],
  [/are required parameters/, only('parameters_required')],
  [/Parameter '?([\w-]+)'? (?:must|has an invalid)/, is('parameter_value')],
  [/Invalid value for (quality)/, is('parameter_value')],
  [/(seed) value must be a number/, is('parameter_value')],
  [/Audits must always be named/, only('audit_name')],
  [/Instance name: '([^']+)'/, is('two_instances')],
  [/The same instance id will be generated/, only('two_instances')],
  [/Reference variable lists must have a comma/, only('trigger_list')],
  [/The question \$\{([^}]+)\} is not user-visible/, is('hidden_trigger')],
  [/^Question '([^']+)' uses 'search\(\)'/, is('search_shared')],
  [/^The 'form_name' value is invalid/, only('bad_name')],
  [/different names for the same column were found: '([^']+)', '([^']+)'/, only('two_columns')],
  [/may be due a missing header row/, only('no_head', 'missing_column')],
  [/Use the max-pixels parameter/, only('no_max_pixels')],
  [/^\[row : \d+\] (\S+) is no longer supported on most devices/, is('old_device_fact')],
  [/uses or_other and translations/, only('other_untranslated')],
  [/'(save_to|list_name|dataset)' value is invalid|the entity declaration is invalid/, only('entity')],
];

/** Places that the corpus names beside the reason. Rows of headers are not counted alike by everybody: row 1. */
const placeOf = (text: string): Pick<Wanted, 'row' | 'sheet'> => {
  const row = /^\[row : (\d+)\]/.exec(text)?.[1];
  const sheet = /On the '(\w+)' sheet/.exec(text)?.[1];
  return { ...(row ? { row: Number(row) } : {}), ...(sheet ? { sheet } : {}) };
};

const meets = (issue: Issue, wanted: Wanted): boolean =>
  wanted.codes.includes(issue.code) &&
  (wanted.row === undefined || issue.row === wanted.row) &&
  (wanted.sheet === undefined || issue.sheet === wanted.sheet) &&
  (wanted.about ?? []).every((word) =>
    [issue.found, issue.expected, issue.near ?? ''].some((text) => text.toLowerCase().includes(word.toLowerCase())),
  );

/** Whether one of the issues is the reason that the corpus words as `text`; null: a sentence we know no meaning for. */
export function saysSo(issues: readonly Issue[], text: string): boolean | null {
  const missing = [
    ...text.matchAll(/Language '([^']+)' is missing the (survey|choices) (?:columns ([^.]+)|(\S+) column)\./g),
  ];
  if (missing.length > 0)
    return missing.every(([, lang, sheet, many, one]) =>
      issues.some(
        (issue) =>
          issue.code === 'missing_translation' &&
          issue.sheet === sheet &&
          issue.found === lang &&
          issue.expected === (many ?? one),
      ),
    );
  if (text === 'the following sheets with similar names were found')
    return issues.some(
      (issue) => issue.code === 'similar_sheet' || (issue.near !== null && /_sheet$/.test(issue.code)),
    );
  const quoted = /^'([\w ]+)'$/.exec(text)?.[1] ?? (/^'\w+$/.test(text) ? text.slice(1) : undefined);
  if (quoted !== undefined)
    return issues.some(
      (issue) =>
        (issue.code === 'similar_sheet' || (issue.near !== null && /_sheet$/.test(issue.code))) &&
        issue.found.split(', ').includes(quoted),
    );
  for (const [pattern, wanted] of RULES) {
    const match = pattern.exec(text);
    if (match) {
      const all: Wanted = { ...wanted(...match.slice(1)), ...placeOf(text) };
      return issues.some((issue) => meets(issue, all));
    }
  }
  return null;
}
