import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { paperGiven } from '#core/way.ts';
import { MOST, Reading, textsShape } from '../forms.ts';
import type { ConstituencyId } from '../seats/schema.ts';
import { type ApplicationId, OUTCOMES } from './schema.ts';

/** Most criteria in one version; characters of what an organisation writes, and of an answer. */
const MOST_ITEMS = 20;
const MOST_WORDS = 5_000;

export const criteriaShape = v.object({
  ...{ from: dayShape, body: idShape(), source: lineShape(MOST.source) },
  items: v.pipe(v.array(textsShape), v.minLength(1), v.maxLength(MOST_ITEMS)),
  answerDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
});

export const applicationShape = v.object({
  ...{ constituency: idShape<ConstituencyId>(), organisation: lineShape(MOST.name) },
  ...{ words: lineShape(MOST_WORDS), contact: lineShape(MOST.name) },
  paper: v.nullable(v.object({ ref: lineShape(200), day: dayShape })),
});

export const answerShape = v.object({
  ...{ application: idShape<ApplicationId>(), outcome: v.picklist(OUTCOMES), decidedOn: dayShape },
  ...{ decision: v.nullable(lineShape(MOST.number)), reason: lineShape(MOST_WORDS) },
});

/** Criteria come one to a line; the lines of the languages stand for each other. */
export function readCriteria(posted: Posted): Result<v.InferOutput<typeof criteriaShape>> {
  const read = new Reading(posted);
  const lines = LANGUAGES.map((code) => [code, linesOf(posted.text(`items_${code}`))] as const).filter(
    ([, found]) => found.length > 0,
  );
  const most = Math.max(0, ...lines.map(([, found]) => found.length));
  for (const [code, found] of lines) {
    if (found.length !== most)
      read.wrong(`items_${code}`, message('forum.applications.wrong_lines', { n: found.length, max: most }));
    if (found.some((line) => line.length > MOST.name))
      read.wrong(`items_${code}`, message('forum.applications.wrong_long', { max: MOST.name }));
  }
  if (most === 0) read.wrong('items_az', message('forum.applications.wrong_none'));
  if (most > MOST_ITEMS) read.wrong('items_az', message('forum.applications.wrong_many', { max: MOST_ITEMS }));
  const items = Array.from(
    { length: most },
    (_, i): Texts => Object.fromEntries(lines.flatMap(([code, found]) => (found[i] ? [[code, found[i]]] : []))),
  );
  const answerDays = read.count('answer_days', 366);
  if (answerDays === 0) read.wrong('answer_days', message('forum.applications.wrong_days'));
  return read.end({
    ...{ from: read.neededDay('from'), body: read.id('body', message('forum.wrong.no_body')), items, answerDays },
    source: read.needed('source', MOST.source, message('forum.wrong.no_source')),
  });
}

const linesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '');

/** What an organisation asks; `paper`: staff enters it from a letter. */
export function readApplication(
  posted: Posted,
  { paper, today }: { readonly paper: boolean; readonly today: PlainDate },
): Result<v.InferOutput<typeof applicationShape>> {
  const read = new Reading(posted);
  const letter = paper ? paperGiven(posted, today) : null;
  if (letter && !letter.ok) for (const error of letter.refusal.fields ?? []) read.wrong(error.field, error.message);
  return read.end({
    constituency: read.id('constituency', message('forum.applications.wrong_group')) as ConstituencyId,
    organisation: read.needed('organisation', MOST.name, message('forum.applications.wrong_organisation')),
    words: wordsOf(read, posted, 'words', 'forum.applications.wrong_words'),
    contact: read.needed('contact', MOST.name, message('forum.applications.wrong_contact')),
    paper: letter?.ok ? letter.value : null,
  });
}

export function readAnswer(posted: Posted, application: ApplicationId): Result<v.InferOutput<typeof answerShape>> {
  const read = new Reading(posted);
  const outcome = OUTCOMES.find((one) => one === posted.text('outcome'));
  if (!outcome) read.wrong('outcome', message('forum.applications.wrong_outcome'));
  const decision = read.line('decision', MOST.number);
  if (outcome !== 'withdrawn' && decision === '') read.wrong('decision', message('forum.wrong.no_number'));
  return read.end({
    ...{ application, outcome: outcome ?? 'refused', decidedOn: read.neededDay('decided_on') },
    ...{ decision: decision || null, reason: wordsOf(read, posted, 'reason', 'forum.applications.wrong_reason') },
  });
}

/** Several lines of text, without other control characters. */
function wordsOf(
  read: Reading,
  posted: Posted,
  field: string,
  none: 'forum.applications.wrong_words' | 'forum.applications.wrong_reason',
): string {
  const text = posted
    .text(field)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
  if (text === '') read.wrong(field, message(none));
  if (text.length > MOST_WORDS)
    read.wrong(field, message('errors.field_too_long', { max: MOST_WORDS, found: text.length }));
  return text;
}
