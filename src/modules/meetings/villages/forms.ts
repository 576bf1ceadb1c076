import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape } from '#core/shapes.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { MOST, Reading, titleShape, wordsShape } from '../forms.ts';

/** Rows for topics in the form. */
export const POINTS = 8;
const MOST_PEOPLE = 10_000;
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_PEOPLE));

export const villageShape = v.object({
  ...{ title: titleShape, on: dayShape, placeId: idShape(), place: v.nullable(titleShape), body: idShape() },
  ...{ women: people, men: people },
  points: v.pipe(v.array(v.object({ topic: lineShape(200), words: wordsShape })), v.maxLength(50)),
});
type VillageInput = v.InferOutput<typeof villageShape>;

/** Who came and what they said; the picture of the sheet is taken apart from it. */
export function readVillage(posted: Posted, forum: Pick<Forum, 'languages'>, today: PlainDate): Result<VillageInput> {
  const read = new Reading(posted);
  const first = forum.languages[0] ?? 'az';
  const on = read.neededDay('on');
  if (on && on > today) read.wrong('on', message('meetings.wrong.future'));
  const [women, men] = [read.count('women', MOST_PEOPLE), read.count('men', MOST_PEOPLE)];
  if (women === null) read.wrong('women', message('meetings.wrong.no_people'));
  if (men === null) read.wrong('men', message('meetings.wrong.no_people'));
  const points = Array.from({ length: POINTS }, (_, i) => i).flatMap((i) => {
    const topic = read.line(`topic_${i}`, 200);
    const words = read.area(`words_${i}`, MOST.words);
    if (topic !== '' && words === '') read.wrong(`words_${i}`, message('meetings.wrong.no_point'));
    if (topic === '' && words !== '') read.wrong(`topic_${i}`, message('meetings.wrong.no_topic'));
    return topic !== '' && words !== '' ? [{ topic, words: { [first]: words } }] : [];
  });
  if (points.length === 0 && read.errors.length === 0) read.wrong('topic_0', message('meetings.wrong.no_topic'));
  return read.end({
    title: read.neededTexts('title', MOST.title, first, message('meetings.wrong.no_title')),
    ...{
      on,
      placeId: read.id('place_id', message('meetings.wrong.no_place')),
      place: read.textsOrNone('place', MOST.title),
    },
    ...{ body: read.id('body', message('meetings.wrong.no_body')), women: women ?? 0, men: men ?? 0, points },
  });
}
