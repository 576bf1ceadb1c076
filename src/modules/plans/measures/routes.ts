import { type Result, refuse } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import type { Page, Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesOf, placesById, placesOf } from '#modules/places/contract.ts';
import type { Choice } from '#ui/choice.tsx';
import type { Option } from '#ui/field.tsx';
import type { Named } from '#ui/filled.ts';
import type { PlanHead } from '../plan/queries.ts';
import { planToWrite, writingPage } from '../plan/routes.ts';
import { isAdopted, stageOn } from '../plan/rules.ts';
import type { MeasureInput } from './forms.ts';
import type { MarkChoices } from './pages/parts/marks-fields.tsx';
import { amendmentsOf, localisables, measureByAddress } from './queries.ts';
import { type MeasureFacts, measureOn } from './rules.ts';
import { type AmendmentRow, EXECUTOR_ROLES, LOCAL_EXECUTORS, type MeasureRow, OGP_VALUES } from './schema.ts';

/** A measure in the hands of somebody who may write it. */
export interface Written {
  readonly head: PlanHead;
  readonly measure: MeasureRow;
  readonly amendments: readonly AmendmentRow[];
  /** As it reads today. */
  readonly now: MeasureRow & MeasureFacts;
  readonly adopted: boolean;
  /** Address of its page. */
  readonly at: string;
  /** "1.3 Payment terminals ..." */
  readonly name: string;
}

/** The measure in the address, for those who may write it; by any address it ever had. */
export async function measureToWrite(web: Web): Promise<Result<Written>> {
  const head = await planToWrite(web);
  if (!head.ok) return head;
  const measure = await measureByAddress(web.db, head.value.plan, web.params.measure ?? '');
  if (!measure) return refuse('not_found', message('plans.measures.refused.unknown'));
  const amendments = await amendmentsOf(web.db, measure);
  const now = measureOn(measure, amendments, web.today);
  return {
    ok: true,
    value: {
      head: head.value,
      measure,
      amendments,
      now,
      adopted: isAdopted(stageOn(head.value.stages, web.today)),
      at: web.at(`/plans/${head.value.plan.slug}/measures/${measure.slug}`),
      name: [now.number, web.lang.pick(now.title)].filter(Boolean).join(' '),
    },
  };
}

/** A page of writing one measure. */
export function measurePage(web: Web, written: Written, title: string, main: Page['main']): Page {
  const page = writingPage(web, written.head, title, main);
  return { ...page, crumbs: [...(page.crumbs ?? []), { label: written.name, href: written.at }] };
}

/** Bodies and places that are no more are not offered. */
const standsOn = (one: { readonly from: PlainDate | null; readonly to: PlainDate | null }, day: PlainDate): boolean =>
  (one.from === null || one.from <= day) && (one.to === null || day < one.to);

/** Bodies that stand today, by name in the reader's order, and those that the measure has anyway. */
export async function bodyOptions(web: Web, kept: readonly string[] = []): Promise<readonly Option[]> {
  const bodies = await bodiesOf(web.db, web.forum.id);
  return bodies
    .filter((body) => standsOn(body, web.today) || kept.includes(body.id))
    .map((body) => ({ value: body.id as string, label: web.lang.pick(body.name) }))
    .sort((a, b) => web.lang.compare(a.label, b.label));
}

/** What can be chosen in the part of the form that stays open; what the measure has already can stay. */
export async function markChoices(web: Web, kept: MeasureInputMarks | null): Promise<MarkChoices> {
  return {
    places: await placeChoices(web, kept?.places ?? []),
    localisable: await localisableOptions(web, kept?.localises ?? null),
  };
}

/** Names of what the form of a measure lets choose, by the values that stand in it. */
export function namedBy({ lang }: Web, options: readonly (Choice | Option)[]): Named {
  const labels = new Map(options.map(({ value, label }) => [value, typeof label === 'string' ? label : value]));
  for (const value of LOCAL_EXECUTORS) labels.set(value, lang.t(`plans.measures.local.${value}`));
  for (const value of EXECUTOR_ROLES) labels.set(value, lang.t(`plans.measures.role.${value}`));
  for (const value of OGP_VALUES) labels.set(value, lang.t(`plans.measures.ogp.${value}`));
  const chosen = /^(point|localises|places|local_executor|ogp_values)$|^executor_\d+_(body|role)$/;
  return (field, value) => (chosen.test(field) ? (labels.get(value) ?? null) : null);
}

type MeasureInputMarks = Pick<MeasureInput, 'places' | 'localises'>;

/** Communities and municipalities of the forum. */
async function placeChoices(web: Web, kept: readonly string[]): Promise<readonly Choice[]> {
  const places = await placesOf(web.db, web.forum.id);
  const offered = places.filter(
    (place) => (place.kind === 'community' || place.kind === 'municipality') && standsOn(place, web.today),
  );
  const others = kept.filter((id) => !offered.some((place) => place.id === id));
  const all = [...offered, ...(await placesById(web.db, web.forum.id, others))];
  return all
    .map((place) => ({ value: place.id as string, label: web.lang.pick(place.name) }))
    .sort((a, b) => web.lang.compare(a.label, b.label));
}

/** Measures of the national plans; in the national register itself there are none to carry out. */
async function localisableOptions(web: Web, kept: MeasureInput['localises']): Promise<readonly Option[]> {
  if (web.forum.id === REFERENCE) return [];
  const options = (await localisables(web.db, web.today)).map((one) => ({
    value: `${one.forum}:${one.id}`,
    label: [one.number, web.lang.pick(one.title), `(${web.lang.pick(one.plan)})`].filter(Boolean).join(' '),
  }));
  const value = kept && `${kept.forum}:${kept.id}`;
  if (!value || options.some((option) => option.value === value)) return options;
  return [{ value, label: web.lang.t('plans.measures.form.localises_kept') }, ...options];
}
