import ical from 'ical-generator';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { type Explained, type Moment, stateOn, whyOf, wordsIn } from '../rules.ts';
import type { CaseLine } from './schema.ts';

type Names = ReadonlyMap<string, Texts>;

/** One case for machines; days are YYYY-MM-DD, moments ISO 8601 in UTC. */
export const caseJson = (lang: Lang, line: CaseLine, names: Names, moment: Moment, address: string) => ({
  number: line.number,
  what: wordsIn(lang, line.title),
  rule: line.rule,
  rule_title: wordsIn(lang, line.ruleTitle),
  basis: wordsIn(lang, line.basis),
  body: lang.pick(names.get(line.body) ?? {}),
  body_id: line.body,
  due_on: line.dueOn,
  due_at: line.dueAt?.toISOString() ?? null,
  state: stateOn(line, moment),
  closed_on: line.closedOn,
  url: address,
});

/** Every counted and skipped day with its reason and where that is written. */
export const daysJson = (lang: Lang, explained: Explained) =>
  explained.days.map((day) => ({
    date: day.date,
    counted: day.counted,
    n: day.n,
    extension: day.extension,
    reason: whyOf(day, lang),
    source: day.meaning.source,
  }));

/** What is owed, for anyone's calendar (RFC 5545): whole days, so that no zone shifts them; hours as a moment. */
export function casesCalendar(
  lang: Lang,
  title: string,
  lines: readonly CaseLine[],
  names: Names,
  addressOf: (line: CaseLine) => string,
  now: Date,
): string {
  const calendar = ical({
    // The library escapes the texts of events, but not the name of the calendar.
    name: oneLine(title).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Ortaq', product: 'obligations', language: lang.code.toUpperCase() },
  });
  for (const line of lines) {
    const body = lang.pick(names.get(line.body) ?? {});
    calendar.createEvent({
      id: `${line.id}@ortaq`,
      ...(line.dueAt ? { start: line.dueAt, end: line.dueAt } : wholeDay(line.dueOn)),
      stamp: now,
      summary: oneLine(lang.t('obligations.event', { body, what: wordsIn(lang, line.title) })),
      description: oneLine(`${wordsIn(lang, line.ruleTitle)}. ${wordsIn(lang, line.basis)}`),
      url: addressOf(line),
    });
  }
  return calendar.toString();
}

const wholeDay = (day: PlainDate) => ({
  start: new Date(`${day}T00:00:00Z`),
  end: new Date(`${addDays(day, 1)}T00:00:00Z`),
  allDay: true,
});

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s\ufffe\uffff]+/gu, ' ').trim();
