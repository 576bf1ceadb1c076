import { message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { Given } from '#core/reading.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { WordsReading } from '../reports/forms.ts';
import { judgedField, MOST } from './rules.ts';
import { DELIVERED, GROUNDS, JUDGED, LONGER } from './schema.ts';

/** A posted form, as far as this file needs it. */
interface Posted extends Given {
  all(name: string): readonly string[];
}

/** To whom, and what is asked. */
export function readAsked(posted: Posted, language: LanguageCode) {
  const read = new WordsReading(posted);
  const bodies = [...new Set(posted.all('bodies').filter(isId))];
  if (bodies.length === 0) read.wrong('bodies', message('accountability.requests.wrong.bodies'));
  if (bodies.length > MOST.bodies)
    read.wrong('bodies', message('accountability.requests.wrong.too_many', { most: MOST.bodies }));
  const text = read.words('text', MOST.text, language);
  if (!text) read.wrong('text', message('accountability.requests.wrong.text'));
  return read.end({ bodies, text: text ?? {} });
}

/** Whether it goes out; refused with a sentence to whoever wrote it. */
export function readDecision(posted: Posted, language: LanguageCode) {
  const read = new WordsReading(posted);
  const accepted = posted.text('decision') !== 'refused';
  const sentence = accepted ? null : read.words('sentence', MOST.sentence, language);
  if (!accepted && !sentence) read.wrong('sentence', message('accountability.requests.wrong.sentence'));
  return read.end({ accepted, reason: sentence });
}

/** When and how it reached the body. */
export function readDelivery(posted: Posted, today: PlainDate) {
  const read = new WordsReading(posted);
  const on = writtenDay(posted.text('on').trim());
  if (!on) read.wrong('on', message('accountability.requests.wrong.day'));
  else if (on > today) read.wrong('on', message('core.paper.day_future'));
  const way = DELIVERED.find((one) => one === posted.text('way'));
  if (!way) read.wrong('way', message('accountability.requests.wrong.way'));
  return read.end({ on: on!, way: way!, reference: read.line('reference', MOST.reference) || null });
}

/** What the body answers; with `paper` the number and date of its letter too. */
export function readAnswer(
  posted: Posted,
  asked: { readonly language: LanguageCode; readonly paper: boolean; readonly today: PlainDate },
) {
  const read = new WordsReading(posted);
  const letter = asked.paper ? paperGiven(posted, asked.today) : null;
  if (letter && !letter.ok) for (const { field, message: what } of letter.refusal.fields ?? []) read.wrong(field, what);
  const text = read.words('text', MOST.answer, asked.language);
  if (!text) read.wrong('text', message('accountability.requests.wrong.answer'));
  return read.end({ text: text ?? {}, paper: letter?.ok ? letter.value : null });
}

/** Why the body needs longer. */
export function readLonger(posted: Posted) {
  const read = new WordsReading(posted);
  const reason = LONGER.find((one) => one === posted.text('reason'));
  if (!reason) read.wrong('reason', message('accountability.requests.wrong.reason'));
  return read.end({ reason: reason! });
}

/** What came back, as the one who asked reads it; the ground of a refusal stands in the same choice. */
export function readJudged(posted: Posted, number: number) {
  const field = judgedField({ number });
  const read = new WordsReading(posted);
  const [said, ground] = posted.text(field).split('.');
  const kind = JUDGED.find((one) => one === said);
  const known = GROUNDS.find((one) => one === ground) ?? null;
  if (!kind || (kind === 'refused') !== (known !== null))
    read.wrong(field, message('accountability.requests.wrong.judged'));
  return read.end({ kind: kind!, ground: known });
}
