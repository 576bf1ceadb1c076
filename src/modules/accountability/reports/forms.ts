import { message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { FieldReading, type Given } from '#core/reading.ts';
import { isWebAddress, MOST_OF_URL } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { writtenDay } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { MOST, MOST_EXCHANGES } from './rules.ts';
import { ANSWERS, ASKED, CHANNELS, DECISIONS, type Exchange } from './schema.ts';

/** A posted form, as far as this file needs it. */
interface Posted extends Given {
  all(name: string): readonly string[];
}

/** "12" in an address; null for anything else. */
export const numberIn = (text: string | undefined): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null;

/** Reads what people write in several lines, in the language of the page. */
export class WordsReading extends FieldReading {
  readonly given: Given;

  constructor(given: Given) {
    super(given);
    this.given = given;
  }

  /** Several lines, without control characters; null when nothing stands there. */
  words(field: string, most: number, language: LanguageCode): Texts | null {
    const text = this.given
      .text(field)
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text.length > most) this.wrong(field, message('errors.field_too_long', { max: most, found: text.length }));
    return text === '' ? null : { [language]: text };
  }
}

class Reading extends WordsReading {
  readonly posted: Posted;

  constructor(posted: Posted) {
    super(posted);
    this.posted = posted;
  }

  whole(field: string, most: number): number | null {
    const text = this.line(field, 12).replace(/\s/g, '');
    if (text === '') return null;
    if (!/^\d{1,6}$/.test(text) || Number(text) > most)
      return this.wrong(field, message('accountability.reports.wrong.number', { most }));
    return Number(text);
  }

  url(field: string): string | null {
    const url = this.line(field, MOST_OF_URL);
    if (url && !isWebAddress(url)) this.wrong(field, message('accountability.reports.wrong.url'));
    return url || null;
  }

  channels() {
    const chosen = CHANNELS.filter((channel) => this.posted.all('channels').includes(channel));
    if (chosen.length === 0) this.wrong('channels', message('accountability.reports.wrong.channels'));
    return chosen;
  }

  exchanges(language: LanguageCode): readonly Exchange[] {
    return Array.from({ length: MOST_EXCHANGES }, (_, i) => i + 1).flatMap((n) => {
      const question = this.words(`question_${n}`, MOST.exchange, language);
      const answer = this.words(`answer_${n}`, MOST.exchange, language);
      if (!question && answer) this.wrong(`question_${n}`, message('accountability.reports.wrong.question'));
      return question ? [{ question, answer }] : [];
    });
  }
}

/** How a report was given; with `paper` the number and date of the letter too. */
export function readEntry(
  posted: Posted,
  asked: { readonly language: LanguageCode; readonly paper: boolean; readonly today: PlainDate },
) {
  const read = new Reading(posted);
  const heldOn = writtenDay(posted.text('held_on').trim());
  if (!heldOn) read.wrong('held_on', message('accountability.reports.wrong.day'));
  const place = read.line('place', MOST.place);
  if (!place) read.wrong('place', message('accountability.reports.wrong.place'));
  const head = (field: string) => read.whole(field, MOST.head);
  const letter = asked.paper ? paperGiven(posted, asked.today) : null;
  if (letter && !letter.ok) for (const { field, message: what } of letter.refusal.fields ?? []) read.wrong(field, what);
  return read.end({
    ...{ heldOn: heldOn!, place, channels: read.channels() },
    attendance: {
      ...{ women: head('women'), men: head('men') },
      ...{ young: head('young'), middle: head('middle'), older: head('older') },
    },
    summary: read.words('summary', MOST.summary, asked.language),
    ...{ url: read.url('url'), exchanges: [...read.exchanges(asked.language)] },
    shown: posted.text('shown') === 'yes',
    paper: letter?.ok ? letter.value : null,
  });
}

/** How often reports are owed here. */
export function readRule(posted: Posted, language: LanguageCode) {
  const read = new Reading(posted);
  const firstYear = read.whole('first_year', 9_999) ?? 0;
  if (firstYear < 1_000) read.wrong('first_year', message('accountability.reports.wrong.year'));
  const times = posted.text('times') === '2' ? (2 as const) : (1 as const);
  if (!['1', '2'].includes(posted.text('times'))) read.wrong('times', message('accountability.reports.wrong.times'));
  const months = read.whole('months', 12) ?? 0;
  if (months < 1) read.wrong('months', message('accountability.reports.wrong.months'));
  const basis = read.words('basis', MOST.basis, language);
  if (!basis) read.wrong('basis', message('accountability.reports.wrong.basis'));
  return read.end({
    firstYear,
    times,
    months,
    basis: basis ?? {},
    basisUrl: read.url('basis_url'),
    channels: read.channels(),
  });
}

/** What somebody who was there answers. */
export function readSaid(posted: Posted, language: LanguageCode) {
  const read = new Reading(posted);
  const answers = ASKED.map((asked) => {
    const answer = ANSWERS.find((one) => one === posted.text(asked));
    if (!answer) read.wrong(asked, message('accountability.reports.wrong.answer'));
    return answer ?? 'no';
  });
  const [told, clear, heard] = [answers[0]!, answers[1]!, answers[2]!];
  return read.end({ told, clear, heard, words: read.words('words', MOST.words, language) });
}

/** What a moderator decides; the first button of the form sends nothing else and publishes. */
export const readDecision = (posted: Posted) =>
  DECISIONS.find((one) => one === posted.text('decision')) ?? ('published' as const);
