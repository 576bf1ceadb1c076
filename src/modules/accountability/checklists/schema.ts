import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { BodyKind } from '#modules/places/contract.ts';

export type CheckId = string & { readonly __checkId: true };

export const FOUND = ['published', 'partly', 'not_found'] as const;
export type Found = (typeof FOUND)[number];

/** Blocks of the list, in the order of reading. */
export const BLOCKS = [
  'about',
  'acts',
  'money',
  'property',
  'people',
  'services',
  'participation',
  'information',
] as const;
export type Block = (typeof BLOCKS)[number];

export const NETWORKS = ['facebook', 'instagram', 'youtube', 'telegram', 'whatsapp', 'other'] as const;
export type Network = (typeof NETWORKS)[number];

export const ITEM_KEYS = [
  'structure',
  'duties',
  'leaders',
  'contacts',
  'reception_hours',
  'charter',
  'site',
  'site_search',
  'site_languages',
  'decisions',
  'draft_acts',
  'regulations',
  'minutes',
  'session_agenda',
  'work_plan',
  'court_rulings',
  'budget',
  'budget_execution',
  'staff_list',
  'procurement',
  'contracts',
  'audit',
  'grants',
  'salaries',
  'travel',
  'local_taxes',
  'tax_debts',
  'budget_for_people',
  'property_list',
  'land_lease',
  'auctions',
  'commons',
  'building_permits',
  'vacancies',
  'recruitment_rules',
  'recruitment_results',
  'conflict_of_interest',
  'ethics',
  'declarations',
  'training',
  'services',
  'fees',
  'forms',
  'social_help',
  'emergencies',
  'projects',
  'reports',
  'statistics',
  'announcements',
  'consultations',
  'public_council',
  'petitions',
  'voters_report',
  'neighbourhood_committees',
  'request_officer',
  'request_how',
  'request_register',
  'request_appeal',
  'request_figures',
] as const;
export type ItemKey = (typeof ITEM_KEYS)[number];

/** One thing that a body is to publish. Its words: `accountability.checklists.item.<key>`. */
export interface Item {
  readonly key: ItemKey;
  readonly block: Block;
  /** law: Law 1024-IIQ, article 29; index: Georgia's Local Self-Government Index; practice: pages of 12 municipalities, 2022. */
  readonly source: 'law' | 'index' | 'practice';
  /** So many months after the day that it bears, what is published counts as out of date; null: it does not age. */
  readonly fresh: number | null;
  /** Left out: every kind of body. */
  readonly kinds?: readonly BodyKind[];
}

type Json<T> = ColumnType<T, unknown, unknown>;

/** Of a forum. */
interface Entered {
  forum_id: string;
  body_id: string;
  checked_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

export interface ChecklistTables {
  accountability_checks: Entered & {
    id: CheckId;
    item: string;
    edition: number;
    found: Found;
    dated_on: PlainDate | null;
    url: string | null;
    file_id: string | null;
    file_name: string | null;
    note: Json<Texts | null>;
  };
  accountability_social_pages: Entered & {
    id: string;
    network: Network;
    url: string;
    newest_on: PlainDate | null;
  };
}

export const TABLES = {
  accountability_checks: 'forum',
  accountability_social_pages: 'forum',
} as const satisfies Record<keyof ChecklistTables, 'forum'>;

/** The newest check of one item of one body. */
export interface Check {
  readonly id: CheckId;
  readonly body: string;
  readonly item: string;
  readonly found: Found;
  readonly checkedOn: PlainDate;
  readonly datedOn: PlainDate | null;
  readonly url: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly note: Texts | null;
}

export interface SocialPage {
  readonly network: Network;
  readonly url: string;
  readonly checkedOn: PlainDate;
  readonly newestOn: PlainDate | null;
}

/** How an item stands on a day; `stale`: it is there and out of date. */
export const STATES = ['published', 'partly', 'stale', 'not_found', 'unchecked'] as const;
export type ItemState = (typeof STATES)[number];
