import type { PagePart } from '#core/opening/part.ts';
import { addMonths, type PlainDate } from '#core/time/plain-date.ts';
import type { BodyKind } from '#modules/places/contract.ts';
import { BLOCKS, type Block, type Check, type Item, type ItemKey, type ItemState, STATES } from './schema.ts';

export const MOST = { note: 1_000 } as const;
/** The edition of the list below; a check keeps the edition it was made with. */
export const EDITION = 1;
/** After so many months without a new post a page in a social network counts as asleep. */
const SOCIAL_FRESH = 3;

const of = (
  block: Block,
  source: Item['source'],
  keys: readonly (ItemKey | readonly [key: ItemKey, fresh: number])[],
  kinds?: readonly BodyKind[],
): readonly Item[] =>
  keys.map((given) => {
    const [key, fresh] = typeof given === 'string' ? [given, null] : given;
    return { key, block, source, fresh, ...(kinds ? { kinds } : {}) };
  });

const MUNICIPALITY: readonly BodyKind[] = ['municipality'];

/**
 * What a body is to publish by itself: the law on access to information of Azerbaijan (1024-IIQ, article 29), the blocks
 * of Georgia's Local Self-Government Index, and the about fifty things that 12 municipalities published in 2022
 * (recruitment, conflict of interest, budget, acts, decisions). The words of the article were not read one by one: the
 * source says from where the kind of thing is taken, and a forum can check what matters to it.
 */
export const ITEMS: readonly Item[] = [
  ...of('about', 'law', ['structure', 'duties', 'leaders', 'contacts', 'reception_hours', 'charter']),
  ...of('about', 'index', ['site', 'site_search', 'site_languages']),
  ...of('acts', 'law', [['decisions', 6], ['draft_acts', 12], 'regulations']),
  ...of('acts', 'practice', [
    ['minutes', 6],
    ['session_agenda', 6],
    ['work_plan', 12],
    ['court_rulings', 24],
  ]),
  ...of('money', 'law', [
    ['budget', 12],
    ['budget_execution', 6],
    ['staff_list', 12],
    ['procurement', 12],
    ['contracts', 12],
  ]),
  ...of('money', 'index', [
    ['audit', 24],
    ['grants', 24],
    ['salaries', 12],
    ['travel', 12],
  ]),
  ...of(
    'money',
    'practice',
    [
      ['local_taxes', 12],
      ['tax_debts', 12],
      ['budget_for_people', 12],
    ],
    MUNICIPALITY,
  ),
  ...of('property', 'law', [
    ['property_list', 24],
    ['land_lease', 12],
    ['auctions', 12],
  ]),
  ...of(
    'property',
    'practice',
    [
      ['commons', 24],
      ['building_permits', 12],
    ],
    MUNICIPALITY,
  ),
  ...of('people', 'practice', [
    ['vacancies', 12],
    'recruitment_rules',
    ['recruitment_results', 12],
    'conflict_of_interest',
    'ethics',
  ]),
  ...of('people', 'index', [
    ['declarations', 12],
    ['training', 24],
  ]),
  ...of('services', 'law', [['services', 24], ['fees', 24], 'forms']),
  ...of('services', 'practice', [
    ['social_help', 12],
    ['emergencies', 12],
    ['projects', 12],
  ]),
  ...of('participation', 'law', [
    ['reports', 12],
    ['statistics', 12],
  ]),
  ...of('participation', 'index', [
    ['announcements', 3],
    ['consultations', 12],
    ['public_council', 12],
    ['petitions', 12],
  ]),
  ...of(
    'participation',
    'practice',
    [
      ['voters_report', 12],
      ['neighbourhood_committees', 24],
    ],
    MUNICIPALITY,
  ),
  ...of('information', 'law', [
    'request_officer',
    'request_how',
    ['request_register', 12],
    'request_appeal',
    ['request_figures', 12],
  ]),
];

/** The items that a body of this kind is asked for. */
export const itemsFor = (kind: BodyKind): readonly Item[] =>
  ITEMS.filter(({ kinds }) => kinds === undefined || kinds.includes(kind));

/** Which bodies have such a list: those that hold public power or property. */
export const CHECKED_KINDS: readonly BodyKind[] = [
  'municipality',
  'excom',
  'excom_representation',
  'state_body',
  'central_body',
];

/** The state of an item is a function of its newest check and the day: what is published grows old by itself. */
export function stateOn(item: Item, check: Check | undefined, today: PlainDate): ItemState {
  if (!check) return 'unchecked';
  if (check.found === 'not_found') return 'not_found';
  const bears = check.datedOn ?? check.checkedOn;
  const isOld = item.fresh !== null && addMonths(bears, item.fresh) < today;
  return isOld ? 'stale' : check.found;
}

/** How many items stand how; what nobody checked is counted apart and is no "not found". */
export function countsOf(
  items: readonly Item[],
  checks: ReadonlyMap<string, Check>,
  today: PlainDate,
): Readonly<Record<ItemState, number>> {
  const states = items.map((item) => stateOn(item, checks.get(item.key), today));
  return Object.fromEntries(STATES.map((state) => [state, states.filter((one) => one === state).length])) as Record<
    ItemState,
    number
  >;
}

export const byBlock = (
  items: readonly Item[],
): readonly { readonly block: Block; readonly items: readonly Item[] }[] =>
  BLOCKS.map((block) => ({ block, items: items.filter((item) => item.block === block) })).filter(
    ({ items }) => items.length > 0,
  );

/** Is there a new post within the last months? null: none was seen. */
export const isAwake = (newestOn: PlainDate | null, today: PlainDate): boolean | null =>
  newestOn === null ? null : addMonths(newestOn, SOCIAL_FRESH) >= today;

export const checklistPath = (slug: string): string => `/checklists/${slug}`;

/** What bodies publish; no person is named. Copies of pages are public with it. */
export const CHECKLISTS_PART: PagePart = {
  ...{ id: 'checklists', name: 'accountability.checklists.title', paths: ['/checklists'], files: true },
  personal: async () => [],
};
