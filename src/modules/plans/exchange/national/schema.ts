import { day } from '#core/time/plain-date.ts';
import type { PlanDraft } from '../schema.ts';

/** A national plan that we know by the name of its file: what is said of the plan stands here, its rows in the file. */
export interface KnownPlan {
  readonly country: string;
  readonly file: RegExp;
  readonly plan: PlanDraft;
  /** Said of each of its rows. */
  readonly note: string;
}

const NEWS = 'https://az.trend.az/azerbaijan/politics/2658303.html';
const TEXT = 'https://docsbay.net/national-action-plan-for-2016-2018-on-promotion-of-open-government';
const DECREE = 'Presidential Order of 27 April 2016';

/**
 * The totals are reported ("58 measures under 11 points, 25 with local executors"), the rows are what could be
 * recovered: the difference is unknown, not missing. Executors of an ended plan are not asked.
 */
const AZ_2016: PlanDraft = {
  slug: 'nap-2016-2018',
  kind: 'national',
  language: 'en',
  title: {
    az: 'Açıq hökumətin təşviqinə dair 2016–2018-ci illər üçün Milli Fəaliyyət Planı',
    en: 'National Action Plan for the Promotion of Open Government 2016–2018',
    ru: 'Национальный план действий по содействию открытому правительству на 2016–2018 годы',
  },
  summary: null,
  rendering: false,
  startsOn: day('2016-04-27'),
  endsOn: day('2018-12-31'),
  executorVoice: 'not_asked',
  reportedMeasures: 58,
  reportedPoints: 11,
  reportedLocal: 25,
  reportedSource:
    'Account of the Sabirabad initiative, 2017; 58 measures in 11 areas also: asoiu.edu.az/single_news/335',
  sourceUrl: TEXT,
  replyDays: 10,
  extensionDays: 5,
  stages: [
    { stage: 'adopted', fromDay: day('2016-04-27'), source: DECREE, sourceUrl: NEWS },
    { stage: 'in_force', fromDay: day('2016-04-27'), source: DECREE, sourceUrl: NEWS },
    {
      stage: 'closed',
      fromDay: day('2018-12-31'),
      source: 'Last day of the period in the title of the plan',
      sourceUrl: TEXT,
    },
  ],
  reportDates: [],
};

const KNOWN_PLANS: readonly KnownPlan[] = [
  { country: 'AZ', file: /^nap-2016-2018\.(csv|xlsx|ods)$/i, plan: AZ_2016, note: 'translation as recovered' },
];

/** The known plan of a file; our own exports name their plan themselves and are not asked. */
export const knownPlan = (fileName: string): KnownPlan | null =>
  KNOWN_PLANS.find((known) => known.file.test(fileName.split(/[\\/]/).at(-1) ?? '')) ?? null;
