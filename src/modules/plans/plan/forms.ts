import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { MOST, orNull, Reading, seenShape } from '../forms.ts';
import { planErrors } from './rules.ts';
import { EXECUTOR_VOICES, type PlanId, type PlanRow } from './schema.ts';

const count = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What may be said of a plan at any time: it is about the plan, not in it. */
const about = {
  summary: orNull(textsShape(MOST.text)),
  executorVoice: v.picklist(EXECUTOR_VOICES),
  reportedMeasures: orNull(count(1, 100_000)),
  reportedPoints: orNull(count(1, 10_000)),
  reportedLocal: orNull(count(0, 100_000)),
  reportedSource: orNull(lineShape()),
  sourceUrl: orNull(urlShape),
};
/** What the plan itself says; fixed by its adoption. */
const own = {
  language: v.picklist(LANGUAGES),
  title: textsShape(MOST.title),
  rendering: v.boolean(),
  startsOn: orNull(dayShape),
  endsOn: orNull(dayShape),
  replyDays: count(1, 60),
  extensionDays: count(0, 60),
};

const slugShape = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
export const planShape = v.object({
  ...own,
  ...about,
  slug: orNull(slugShape),
  /** Heard in a demonstration only, whose national plan stands among its own rows so that it goes with them. */
  national: v.optional(v.boolean()),
});
export type PlanInput = v.InferOutput<typeof planShape>;
export const planEditShape = v.object({ ...own, ...about, plan: idShape<PlanId>(), seen: seenShape });
export const planAboutShape = v.object({ ...about, plan: idShape<PlanId>(), seen: seenShape });
export type PlanEdit = v.InferOutput<typeof planEditShape>;
export type PlanAbout = v.InferOutput<typeof planAboutShape>;
type About = Omit<PlanAbout, 'plan' | 'seen'>;

/** Words that are pages beside the plans' own. */
export const RESERVED: readonly string[] = ['new', 'import', 'imports'];

/** The form of a new plan, or of one that is not adopted yet. Refuses with every wrong field. */
export function readPlan(posted: Posted): Result<PlanInput> {
  const read = new Reading(posted);
  const language = read.choice('language', LANGUAGES, 'az');
  const input: PlanInput = {
    language,
    title: read.texts('title', 'line', MOST.title) ?? {},
    rendering: read.ticked('rendering'),
    startsOn: read.day('starts_on'),
    endsOn: read.day('ends_on'),
    replyDays: read.count('reply_days', 1, 60) ?? 10,
    extensionDays: read.count('extension_days', 0, 60) ?? 5,
    slug: readSlug(read),
    ...readAbout(read),
  };
  read.alsoWrong(planErrors(input));
  return read.end(input);
}

/** The form of an adopted plan: only what is said about it. */
export function readPlanAbout(posted: Posted): Result<About> {
  const read = new Reading(posted);
  return read.end(readAbout(read));
}

function readAbout(read: Reading): About {
  const reportedMeasures = read.count('reported_measures', 1, 100_000);
  const reportedPoints = read.count('reported_points', 1, 10_000);
  const reportedLocal = read.count('reported_local', 0, 100_000);
  const reportedSource = read.line('reported_source');
  const reported = reportedMeasures !== null || reportedPoints !== null || reportedLocal !== null;
  if (reported && !reportedSource) read.wrong('reported_source', message('plans.plan.wrong.no_reported_source'));
  return {
    summary: read.texts('summary', 'prose', MOST.text),
    executorVoice: read.choice('executor_voice', EXECUTOR_VOICES, 'asked'),
    reportedMeasures,
    reportedPoints,
    reportedLocal,
    reportedSource,
    sourceUrl: read.url('source_url'),
  };
}

function readSlug(read: Reading): string | null {
  const slug = read.line('slug');
  if (slug === null) return null;
  const fits = v.is(slugShape, slug) && !RESERVED.includes(slug);
  return fits ? slug : read.wrong('slug', message('plans.plan.wrong.not_slug', { found: slug.slice(0, 60) }));
}

type Values = Record<string, string | readonly string[]>;

/** What stands in the fields of one text: `title_az`, ... */
export function textValues(name: string, texts: Texts | null): Values {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}_${language}`, texts?.[language] ?? '']));
}

const shownNumber = (value: number | null): string => (value === null ? '' : String(value));

/** What stands in the form of a plan that exists. */
export const planValues = (plan: PlanRow): Values => ({
  language: plan.language,
  ...textValues('title', plan.title),
  rendering: plan.rendering ? 'yes' : '',
  starts_on: plan.starts_on ?? '',
  ends_on: plan.ends_on ?? '',
  reply_days: String(plan.reply_days),
  extension_days: String(plan.extension_days),
  ...planAboutValues(plan),
});

/** What stands in the part of the form that stays open after adoption. */
export const planAboutValues = (plan: PlanRow): Values => ({
  ...textValues('summary', plan.summary),
  executor_voice: plan.executor_voice,
  reported_measures: shownNumber(plan.reported_measures),
  reported_points: shownNumber(plan.reported_points),
  reported_local: shownNumber(plan.reported_local),
  reported_source: plan.reported_source ?? '',
  source_url: plan.source_url ?? '',
});
