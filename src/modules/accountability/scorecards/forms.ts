import { type Message, message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Given } from '#core/reading.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { WordsReading } from '../reports/forms.ts';
import { MOST, remarkField, weightErrors, weightField } from './rules.ts';
import type { RowKey } from './schema.ts';

class Reading extends WordsReading {
  /** A whole number between two others; an empty field is `empty`, or wrong where that is left out. */
  whole(field: string, [least, most]: readonly [number, number], wrong: Message, empty?: number): number {
    const text = this.line(field, 12).replace(/\s|%/g, '');
    if (text === '' && empty !== undefined) return empty;
    const n = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (n >= least && n <= most) return n;
    this.wrong(field, wrong);
    return 0;
  }
}

/** A new version of the formula; an empty weight is none. */
export function readFormula(given: Given, offered: readonly RowKey[], language: LanguageCode) {
  const read = new Reading(given);
  const weight = message('accountability.scorecards.wrong.weight');
  const weights = Object.fromEntries(offered.map((row) => [row, read.whole(weightField(row), [0, 100], weight, 0)]));
  if (read.errors.length === 0)
    for (const { field, message: what } of weightErrors(weights, offered)) read.wrong(field, what);
  const why = read.words('why', MOST.why, language);
  if (!why) read.wrong('why', message('accountability.scorecards.wrong.why'));
  const after = /^\d{1,6}$/.test(given.text('after')) ? Number(given.text('after')) : 0;
  return read.end({
    weights,
    enough: read.whole('enough', [1, 100], message('accountability.scorecards.wrong.enough')),
    replyDays: read.whole(
      'reply_days',
      [1, MOST.replyDays],
      message('accountability.scorecards.wrong.reply_days', { most: MOST.replyDays }),
    ),
    ...{ why: why ?? {}, after },
  });
}

/** The body's remarks; with none of them it says by a tick that it has none. */
export function readReply(
  given: Given,
  rows: readonly RowKey[],
  asked: { readonly language: LanguageCode; readonly paper: boolean; readonly today: PlainDate },
) {
  const read = new Reading(given);
  const remarks = [...rows, null].flatMap((row) => {
    const words = read.words(remarkField(row), MOST.remark, asked.language);
    return words ? [{ row, words }] : [];
  });
  const none = given.text('none') === 'yes';
  if (remarks.length === 0 && !none) read.wrong('none', message('accountability.scorecards.wrong.nothing'));
  if (remarks.length > 0 && none) read.wrong('none', message('accountability.scorecards.wrong.both'));
  const letter = asked.paper ? paperGiven(given, asked.today) : null;
  if (letter && !letter.ok) for (const { field, message: what } of letter.refusal.fields ?? []) read.wrong(field, what);
  return read.end({ remarks, paper: letter?.ok ? letter.value : null });
}

/** What is decided on a remark. */
export function readDecision(given: Given, row: RowKey | null, language: LanguageCode) {
  const read = new Reading(given);
  const said = given.text('taken');
  if (said !== 'yes' && said !== 'no') read.wrong('taken', message('accountability.scorecards.wrong.taken'));
  const counts = said === 'yes' && row !== null;
  const reason = read.words('reason', MOST.reason, language);
  if (!reason) read.wrong('reason', message('accountability.scorecards.wrong.reason'));
  return read.end({
    taken: said === 'yes',
    counted: counts ? read.whole('counted', [0, 100], message('accountability.scorecards.wrong.counted')) : null,
    reason: reason ?? {},
  });
}
