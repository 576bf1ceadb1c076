import { readChoices } from '../choices/forms.ts';
import { Findings, readGrid, type Vocabulary, yesOrNo } from '../columns/rules.ts';
import {
  CHOICE_ALIASES,
  CHOICE_COLUMNS,
  ENTITY_ALIASES,
  ENTITY_COLUMNS,
  SETTING_ALIASES,
  SETTING_COLUMNS,
  SURVEY_ALIASES,
  SURVEY_COLUMNS,
} from '../columns/schema.ts';
import { readEntities } from '../entities/forms.ts';
import { withGenerated, withMeta } from '../generated/rules.ts';
import { judgeGeometry, judgeInstances, judgeSearches } from '../instances/rules.ts';
import { readOutline } from '../outline/forms.ts';
import { judgeReferences } from '../references/forms.ts';
import { allBelow, namesOf, place } from '../references/rules.ts';
import type { Grid, Issue, Sheet, XlsForm } from '../schema.ts';
import { readSettings } from '../settings/forms.ts';
import { judgeOther, judgeTranslations, languagesOf } from '../translations/rules.ts';
import { isAttributeName } from '../xml/rules.ts';
import { similarSheet } from './rules.ts';

export interface Reading {
  /** The form where nothing is wrong with it; remarks may stand beside. */
  readonly form: XlsForm | null;
  readonly issues: readonly Issue[];
}

const SURVEY: Vocabulary = { columns: SURVEY_COLUMNS, aliases: SURVEY_ALIASES, tidy: true };
const CHOICES: Vocabulary = { columns: CHOICE_COLUMNS, aliases: CHOICE_ALIASES, tidy: false };
const SETTINGS: Vocabulary = { columns: SETTING_COLUMNS, aliases: SETTING_ALIASES, tidy: false };
const ENTITIES: Vocabulary = { columns: ENTITY_COLUMNS, aliases: ENTITY_ALIASES, tidy: false };

/**
 * Reads the sheets of an XLSForm (https://xlsform.org/en/ref-table/): "survey", and where they are there "choices",
 * "settings", "external_choices", "entities", "osm"; other sheets are the author's notes. A single sheet of another name
 * (a CSV file) is the survey. `name` and `id` are for a form that does not name itself.
 */
export function readXlsForm(
  sheets: readonly Sheet[],
  fallback: { readonly name?: string; readonly id?: string } = {},
): Reading {
  const said = new Findings();
  const sheetNames = sheets.map((sheet) => sheet.sheet);
  const named = (wanted: string) => sheets.find((sheet) => sheet.sheet.trim().toLowerCase() === wanted);
  const survey = named('survey') ?? (sheets.length === 1 && looksLikeSurvey(sheets[0]!) ? sheets[0] : undefined);
  if (!survey) {
    const similar = similarSheet('survey', sheetNames);
    said.fault('no_survey_sheet', {
      found: similar.join(', ') || sheetNames.join(', '),
      expected: 'survey',
      near: similar[0] ?? null,
    });
    return { form: null, issues: said.issues };
  }
  const grid = (sheet: Sheet | undefined, words: Vocabulary): Grid | null =>
    sheet ? readGrid(sheet, words, said) : null;
  for (const wanted of ['settings', 'entities']) {
    const similar = named(wanted) ? [] : similarSheet(wanted, sheetNames);
    if (similar.length > 0) said.remark('similar_sheet', { found: similar.join(', '), expected: wanted });
  }
  const settingsGrid = grid(named('settings'), SETTINGS);
  const both = ['id_string', 'form_id'].every((id) =>
    named('settings')?.rows[0]?.cells.some((cell) => cell.trim() === id),
  );
  if (both) said.remark('two_form_ids', { sheet: 'settings', row: 1, found: 'id_string', expected: 'form_id' });
  const settings = readSettings(settingsGrid, { name: fallback.name ?? 'data', id: fallback.id ?? 'data' }, said);
  const tidy = yesOrNo(settings.all.clean_text_values ?? 'yes') !== false;
  const surveyGrid = readGrid(survey, { ...SURVEY, tidy }, said);
  judgeHeads(surveyGrid, said);
  const choicesGrid = grid(named('choices'), CHOICES);
  const mayRepeat = yesOrNo(settings.all.allow_choice_duplicates ?? '') === true;
  const lists = choicesGrid ? readChoices(choicesGrid, mayRepeat, said) : {};
  const quiet = new Findings();
  const externalGrid = grid(named('external_choices'), CHOICES);
  const osmGrid = grid(named('osm'), CHOICES);
  const external = externalGrid ? readChoices(externalGrid, true, quiet) : {};
  const osm = osmGrid ? readChoices(osmGrid, true, quiet) : {};
  const around = { sheet: survey.sheet, rootName: settings.name, lists, external, osm, sheetNames };
  const items = readOutline(surveyGrid, around, said);
  judgeTranslations(surveyGrid, choicesGrid, said);
  const form = place(withMeta(withGenerated(items), settings.all), settings.name);
  const names = namesOf(form);
  judgeOther(
    surveyGrid,
    choicesGrid,
    [...allBelow(form)].map((item) => item.element),
    said,
  );
  judgeReferences(form, names, lists, survey.sheet, said);
  judgeInstances(form, lists, said);
  judgeSearches(form, said);
  judgeGeometry(form, lists, said);
  const entities = readEntities(grid(named('entities'), ENTITIES), form, names, said);
  const read: XlsForm = {
    name: settings.name,
    id: settings.id,
    title: settings.title,
    language: settings.language,
    languages: languagesOf([surveyGrid, choicesGrid], settings.language),
    settings: settings.all,
    items,
    lists,
    osm,
    entities,
  };
  return { form: said.isFaulty ? null : read, issues: said.issues };
}

const looksLikeSurvey = (sheet: Sheet): boolean => {
  const heads = sheet.rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  return heads.includes('type') && heads.some((head) => head === 'name' || head.startsWith('label'));
};

function judgeHeads(grid: Grid, said: Findings): void {
  for (const [head, [first, name]] of grid.heads)
    if (['bind', 'control', 'instance'].includes(first!) && name !== undefined && !isAttributeName(name))
      said.fault('bad_name', { sheet: grid.sheet, row: 1, column: head, found: name });
  if (grid.heads.size === 0) said.fault('no_head', { sheet: grid.sheet, row: 1, expected: 'type, name, label' });
  else if (![...grid.heads.values()].some((path) => path[0] === 'type'))
    said.fault('missing_column', {
      sheet: grid.sheet,
      row: 1,
      found: [...grid.heads.keys()].join(', '),
      expected: 'type',
    });
}
