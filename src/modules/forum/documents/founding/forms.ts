import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { choose, type LanguageCode } from '#core/i18n/texts.ts';
import { dayShape } from '#core/shapes.ts';
import { readShare, writeShare } from '../../rulebook/binding/forms.ts';
import { type Share, THANS } from '../../rulebook/schema.ts';
import { countShape, Fields, lineShape, MOST, textsShape } from '../forms.ts';
import type { Founding, FoundingVotes } from '../schema.ts';

const shareShape = v.object({
  than: v.picklist(THANS),
  part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  whole: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
});
const INVITED_MOST = 300;

export const foundingShape = v.object({
  meetsOn: dayShape,
  ...{ place: textsShape, initiators: textsShape, counters: textsShape },
  invited: v.pipe(v.array(v.object({ name: lineShape, why: lineShape })), v.minLength(1), v.maxLength(INVITED_MOST)),
  quorum: shareShape,
  majority: shareShape,
  seen: v.nullable(v.string()),
});
export type FoundingInput = v.InferOutput<typeof foundingShape>;

/** Who is invited: one organisation a line, the reason after a dash. */
export function readFounding(posted: Posted, language: LanguageCode): Result<FoundingInput> {
  const read = new Fields(posted);
  const own = (field: string, what: ReturnType<typeof message>) => ({ [language]: read.needed(field, what) });
  const lines = posted
    .text('invited')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '');
  const invited = lines.map((line) => {
    const [, name, why] = /^(.+?)\s+[–—-]\s+(.+)$/u.exec(line) ?? [];
    return { name: (name ?? line).slice(0, MOST.line), why: (why ?? '').slice(0, MOST.line) };
  });
  const without = invited.find((one) => one.why === '');
  if (invited.length === 0) read.wrong('invited', message('forum.documents.founding.wrong.nobody'));
  else if (invited.length > INVITED_MOST)
    read.wrong('invited', message('forum.documents.founding.wrong.many', { most: INVITED_MOST }));
  else if (without) read.wrong('invited', message('forum.documents.founding.wrong.why', { name: without.name }));
  else {
    const twice = invited.find((one, i) => invited.findIndex((other) => other.name === one.name) < i);
    if (twice) read.wrong('invited', message('forum.documents.founding.wrong.twice', { name: twice.name }));
  }
  return read.end({
    meetsOn: read.day('meets_on'),
    place: own('place', message('forum.documents.founding.wrong.place')),
    initiators: own('initiators', message('forum.documents.founding.wrong.initiators')),
    counters: own('counters', message('forum.documents.founding.wrong.counters')),
    invited,
    ...{ quorum: share(read, 'quorum'), majority: share(read, 'majority') },
    seen: posted.text('seen') || null,
  });
}

function share(read: Fields, prefix: string): Share {
  const found = readShare(read.line(`${prefix}_share`));
  if (!found) read.wrong(`${prefix}_share`, message('forum.rulebook.wrong.share'));
  return { than: read.choice(`${prefix}_than`, THANS), part: found?.part ?? 1, whole: found?.whole ?? 2 };
}

/** A founding procedure as it stands in its form. */
export const foundingValues = (founding: Founding, language: LanguageCode) => ({
  meets_on: founding.meetsOn,
  place: choose(founding.place, language).text,
  initiators: choose(founding.initiators, language).text,
  counters: choose(founding.counters, language).text,
  invited: founding.invited.map(({ name, why }) => `${name} – ${why}`).join('\n'),
  ...{ quorum_than: founding.quorum.share.than, quorum_share: writeShare(founding.quorum.share) },
  ...{ majority_than: founding.majority.share.than, majority_share: writeShare(founding.majority.share) },
});

export const foundingAdoptionShape = v.object({
  on: dayShape,
  ...{ present: countShape, for: countShape, against: countShape, abstain: countShape },
});
export const publicationShape = v.object({ on: dayShape });

export function readFoundingAdoption(posted: Posted): Result<v.InferOutput<typeof foundingAdoptionShape>> {
  const read = new Fields(posted);
  const count = (field: keyof FoundingVotes): number => {
    const found = read.count(field);
    if (found === null) read.wrong(field, message('forum.documents.wrong.count_missing'));
    return found ?? 0;
  };
  return read.end({
    on: read.day('on'),
    ...{ present: count('present'), for: count('for'), against: count('against'), abstain: count('abstain') },
  });
}
export function readPublication(posted: Posted): Result<v.InferOutput<typeof publicationShape>> {
  const read = new Fields(posted);
  return read.end({ on: read.day('on') });
}
