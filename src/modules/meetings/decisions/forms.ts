import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { MOST, Reading, titleShape, wordsShape } from '../forms.ts';
import type { ItemId, MeetingId } from '../schema.ts';
import { type DecisionId, OUTCOMES, type TaskId } from './schema.ts';

const path = v.nullable(v.pipe(v.string(), v.startsWith('/'), v.maxLength(MOST.path)));
const item = v.nullable(idShape<ItemId>());

/** Without a ballot: by consensus, or taken note of. `corrects`: the earlier decision in whose place it stands. */
export const decisionShape = v.object({
  ...{ meeting: idShape<MeetingId>(), item, kind: v.picklist(['consensus', 'noted']), words: wordsShape },
  corrects: v.nullable(idShape<DecisionId>()),
});
export const outcomeShape = v.object({
  ...{ decision: idShape<DecisionId>(), state: v.picklist(OUTCOMES), words: wordsShape, path },
});
export const taskShape = v.object({
  ...{ meeting: idShape<MeetingId>(), item, decision: v.nullable(idShape<DecisionId>()), words: wordsShape },
  ...{ body: idShape(), seat: v.nullable(idShape()), office: v.nullable(titleShape), due: dayShape },
});
export const taskEndShape = v.object({ task: idShape<TaskId>(), on: dayShape, words: wordsShape, path });

type Of = Pick<Forum, 'languages' | 'slug'>;
const firstOf = ({ languages }: Of) => languages[0] ?? 'az';

/** A decision taken without a ballot. */
export function readDecision(
  posted: Posted,
  forum: Of,
  meeting: MeetingId,
): Result<v.InferOutput<typeof decisionShape>> {
  const read = new Reading(posted);
  const kind = (['consensus', 'noted'] as const).find((one) => one === posted.text('kind'));
  if (!kind) read.wrong('kind', message('meetings.wrong.no_decision_kind'));
  return read.end({
    ...{ meeting, item: read.idOrNone('item', message('meetings.wrong.no_item')) as ItemId | null },
    kind: kind ?? 'noted',
    words: read.neededTexts('words', MOST.words, firstOf(forum), message('meetings.wrong.no_words')),
    corrects: read.idOrNone('corrects', message('meetings.wrong.no_decision')) as DecisionId | null,
  });
}

/** What became of a decision. */
export function readOutcome(
  posted: Posted,
  forum: Of,
  decision: DecisionId,
): Result<v.InferOutput<typeof outcomeShape>> {
  const read = new Reading(posted);
  const state = OUTCOMES.find((one) => one === posted.text('state'));
  if (!state) read.wrong('state', message('meetings.wrong.no_outcome'));
  return read.end({
    ...{ decision, state: state ?? 'under_way', path: pageIn(read, posted, forum) },
    words: read.neededTexts('words', MOST.words, firstOf(forum), message('meetings.wrong.no_words')),
  });
}

const pageIn = (read: Reading, posted: Posted, forum: Of): string | null => {
  const text = posted.text('page').trim();
  return text === '' ? null : read.page('page', text, forum.slug);
};

/** A task with its owner and its day. */
export function readTask(posted: Posted, forum: Of, meeting: MeetingId): Result<v.InferOutput<typeof taskShape>> {
  const read = new Reading(posted);
  return read.end({
    ...{ meeting, item: read.idOrNone('item', message('meetings.wrong.no_item')) as ItemId | null },
    decision: read.idOrNone('decision', message('meetings.wrong.no_decision')) as DecisionId | null,
    words: read.neededTexts('words', MOST.words, firstOf(forum), message('meetings.wrong.no_words')),
    ...{ body: read.id('body', message('meetings.wrong.no_body')), seat: null, due: read.neededDay('due') },
    office: read.textsOrNone('office', MOST.title),
  });
}

/** A task was done: on which day, what came of it. */
export function readTaskEnd(
  posted: Posted,
  forum: Of,
  task: TaskId,
  today: PlainDate,
): Result<v.InferOutput<typeof taskEndShape>> {
  const read = new Reading(posted);
  const on = read.neededDay('on');
  if (on && on > today) read.wrong('on', message('meetings.wrong.future'));
  return read.end({
    ...{ task, on, path: pageIn(read, posted, forum) },
    words: read.neededTexts('words', MOST.words, firstOf(forum), message('meetings.wrong.no_words')),
  });
}
