import type { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { languageNamed } from '../drafts/rules.ts';
import type { About, Choice, Group, Item, Question, Questionnaire, QuestionType, Unit, Words } from '../schema.ts';

/** Choices of the lists, by their names. */
const LISTS = {
  yes_no: ['yes', 'no'],
  known: ['well', 'partly', 'no'],
  sex: ['woman', 'man'],
  role: ['representative', 'ngo', 'activist', 'resident'],
  heard: ['teahouse', 'mourning', 'meeting', 'tv', 'press', 'internet'],
  services: ['payments', 'references', 'pensions', 'appeals'],
  satisfied: ['good', 'middling', 'bad'],
  learn: ['meeting', 'press', 'internet', 'school'],
} as const;
type List = keyof typeof LISTS;

interface Asked {
  readonly name: Named;
  readonly type: QuestionType;
  readonly list?: List;
  readonly unit?: Unit;
  readonly about?: About;
  /** Asked only after this answer: the name of a question and of its choice. */
  readonly after?: readonly [question: Named, choice: string];
  readonly constraint?: string;
  readonly optional?: true;
}

const BLOCKS = {
  respondent: [
    { name: 'role', type: 'select_one', list: 'role', about: 'role' },
    { name: 'sex', type: 'select_one', list: 'sex', about: 'sex' },
    { name: 'age', type: 'integer', about: 'age', constraint: '. >= 16 and . <= 110' },
  ],
  awareness: [
    { name: 'aware', type: 'select_one', list: 'yes_no' },
    { name: 'heard_from', type: 'select_multiple', list: 'heard', after: ['aware', 'yes'] },
    { name: 'knows_plan', type: 'select_one', list: 'known' },
    { name: 'read_plan', type: 'select_one', list: 'yes_no', after: ['aware', 'yes'] },
  ],
  eservices: [
    { name: 'uses_eservices', type: 'select_one', list: 'yes_no' },
    { name: 'which_services', type: 'select_multiple', list: 'services', after: ['uses_eservices', 'yes'] },
    { name: 'why_not', type: 'text', after: ['uses_eservices', 'no'], optional: true },
    { name: 'knows_portal', type: 'select_one', list: 'yes_no' },
    { name: 'mobile_pages', type: 'select_one', list: 'yes_no' },
    { name: 'internet_home', type: 'select_one', list: 'yes_no', unit: 'household' },
    { name: 'terminals', type: 'integer', unit: 'community', constraint: '. >= 0' },
    { name: 'terminal_far', type: 'decimal', unit: 'community', constraint: '. >= 0', optional: true },
  ],
  participation: [
    { name: 'knows_platform', type: 'select_one', list: 'known' },
    { name: 'public_councils', type: 'select_one', list: 'yes_no' },
    { name: 'knows_ngos', type: 'select_one', list: 'yes_no' },
    { name: 'took_part', type: 'select_one', list: 'yes_no' },
    { name: 'took_part_how', type: 'text', after: ['took_part', 'yes'], optional: true },
    { name: 'body_website', type: 'select_one', list: 'yes_no', unit: 'body' },
  ],
  municipality: [
    { name: 'municipal_reports', type: 'select_one', list: 'yes_no' },
    { name: 'meetings_yearly', type: 'integer', unit: 'body', constraint: '. >= 0' },
    { name: 'municipal_wish', type: 'text', optional: true },
  ],
  works: [
    { name: 'work_roads', type: 'select_one', list: 'satisfied' },
    { name: 'work_water', type: 'select_one', list: 'satisfied' },
    { name: 'work_waste', type: 'select_one', list: 'satisfied' },
  ],
  corruption: [
    { name: 'knows_hotline', type: 'select_one', list: 'yes_no' },
    { name: 'knows_rights', type: 'select_one', list: 'known' },
    { name: 'learn_ways', type: 'rank', list: 'learn' },
    { name: 'contact', type: 'text', about: 'contact', optional: true },
  ],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;
type Shape = Omit<Asked, 'name' | 'after'> & { readonly name: string; readonly after?: readonly [string, string] };
type Block = keyof typeof BLOCKS;
type Named = (typeof BLOCKS)[Block][number]['name'];
const TABLE: Block = 'works';

/** The questions of the founding research in communities, in five blocks and our own words: a beginning to change. */
export function baselineQuestionnaire(langs: (code: LanguageCode) => Lang): Questionnaire {
  const words = (say: (lang: Lang) => string): Words =>
    Object.fromEntries(LANGUAGES.map((code) => [code, say(langs(code))]));
  const blocks = (Object.keys(BLOCKS) as Block[]).map(
    (block): Group => ({
      ...NOTHING,
      ...{ is: 'group', name: `block_${block}`, appearance: block === TABLE ? 'table-list' : null },
      label: words((lang) => lang.t(`surveys.questionnaires.templates.block.${block}`)),
      items: (BLOCKS[block] as readonly Asked[]).map((asked) => question(asked, words)),
    }),
  );
  return {
    ...{ name: 'baseline', title: words((lang) => lang.t('surveys.questionnaires.templates.title')) },
    ...{ languages: LANGUAGES.map(languageNamed), items: blocks as readonly Item[], lists: lists(words), settings: {} },
  };
}

const NOTHING = { hint: {}, guidance: {}, relevant: null, appearance: null, other: {} } as const;

function question(asked: Asked, words: (say: (lang: Lang) => string) => Words): Question {
  const { name, type, list, unit, about, after, constraint, optional } = asked;
  return {
    ...NOTHING,
    ...{ is: 'question', type, name, label: words((lang) => lang.t(`surveys.questionnaires.templates.q.${name}`)) },
    relevant: after ? `\${${after[0]}} = '${after[1]}'` : null,
    ...{ required: optional ? null : 'true()', requiredMessage: {}, constraint: constraint ?? null },
    ...{ constraintMessage: {}, calculation: null, preset: null, readonly: null, parameters: {} },
    choices: list ? { list, filter: null, other: false } : null,
    ...{ unit: unit ?? 'person', about: about ?? null },
  };
}

const lists = (words: (say: (lang: Lang) => string) => Words): Questionnaire['lists'] =>
  Object.fromEntries(
    (Object.keys(LISTS) as List[]).map((list) => [
      list,
      (LISTS[list] as readonly (typeof LISTS)[List][number][]).map(
        (name): Choice => ({
          ...{ name, other: {} },
          label: words((lang) => lang.t(`surveys.questionnaires.templates.choice.${name}`)),
        }),
      ),
    ]),
  );
