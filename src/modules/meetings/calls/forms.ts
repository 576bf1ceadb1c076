import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { idShape } from '#core/ids.ts';
import { dayShape, isWebAddress, lineShape, urlShape } from '#core/shapes.ts';
import { MOST, Reading, textFields, titleShape } from '../forms.ts';
import { CONVENERS, MEETING_KINDS, type MeetingId } from '../schema.ts';
import type { Call } from './schema.ts';

/** Kinds that are called by the form; a meeting with residents has a form of its own. */
const CALLED_KINDS = MEETING_KINDS.filter((kind) => kind !== 'village');

const callFields = {
  ...{ kind: v.picklist(MEETING_KINDS), title: titleShape, on: dayShape },
  hour: v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  ...{ until: v.nullable(dayShape), place: v.nullable(titleShape), placeId: v.nullable(idShape()) },
  group: v.nullable(idShape()),
  ...{ link: v.nullable(urlShape), convener: v.picklist(CONVENERS), body: idShape() },
  members: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  ...{ language: v.picklist(LANGUAGES), urgent: v.boolean(), reason: v.nullable(lineShape(MOST.reason)) },
};

/** `invited`: of a meeting that was held already, the day on which members were invited, where it is known. */
export const callShape = v.object({ call: v.object(callFields), invited: v.nullable(dayShape) });
export const changeShape = v.object({ meeting: idShape<MeetingId>(), call: v.object(callFields) });
export const inviteShape = v.object({ meeting: idShape<MeetingId>() });
export const cancelShape = v.object({ meeting: idShape<MeetingId>(), reason: lineShape(MOST.reason) });

/** The words of a call. */
export function readCall(posted: Posted, forum: Pick<Forum, 'languages'>): Result<v.InferOutput<typeof callShape>> {
  const read = new Reading(posted);
  const first = forum.languages[0] ?? 'az';
  const kind = CALLED_KINDS.find((one) => one === posted.text('kind'));
  const convener = CONVENERS.find((one) => one === posted.text('convener'));
  if (!kind) read.wrong('kind', message('meetings.wrong.no_kind'));
  if (!convener) read.wrong('convener', message('meetings.wrong.no_convener'));
  const [on, until, members] = [read.neededDay('on'), read.day('until'), read.count('members', 10_000)];
  if (kind === 'correspondence' && !until) read.wrong('until', message('meetings.wrong.no_until'));
  if (until && on && until < on) read.wrong('until', message('meetings.wrong.until_before'));
  if (convener === 'members' && !members) read.wrong('members', message('meetings.wrong.no_members'));
  const group = kind === 'working_group' ? read.id('group', message('meetings.wrong.no_group')) : null;
  const [link, urgent, reason] = [
    read.line('link', MOST.url),
    posted.text('urgent') === 'yes',
    read.line('reason', MOST.reason),
  ];
  if (link !== '' && !isWebAddress(link)) read.wrong('link', message('meetings.wrong.link'));
  if (urgent && reason === '') read.wrong('reason', message('meetings.wrong.no_urgency'));
  return read.end({
    call: {
      ...{
        kind: kind ?? 'assembly',
        convener: convener ?? 'coordinator',
        on,
        hour: read.hour('hour'),
        link: link || null,
      },
      title: read.neededTexts('title', MOST.title, first, message('meetings.wrong.no_title')),
      ...{
        until: kind === 'correspondence' ? until : null,
        place: read.textsOrNone('place', MOST.title),
        placeId: null,
        group,
      },
      ...{ members: convener === 'members' ? members : null, urgent, reason: reason || null },
      body: read.id('body', message('meetings.wrong.no_body')),
      language: LANGUAGES.find((code) => code === posted.text('language')) ?? first,
    },
    invited: read.day('invited'),
  });
}

/** What stands in the form of a call that was written already. */
export const fieldsOf = (call: Call): Readonly<Record<string, string>> => ({
  ...textFields('title', call.title),
  ...textFields('place', call.place),
  ...{ kind: call.kind, on: call.on, hour: call.hour ?? '', until: call.until ?? '', link: call.link ?? '' },
  ...{ convener: call.convener, members: call.members?.toString() ?? '', body: call.body, language: call.language },
  ...{ urgent: call.urgent ? 'yes' : '', reason: call.reason ?? '', group: call.group ?? '' },
});

/** Why a meeting was called off. */
export function readCancel(posted: Posted, meeting: MeetingId): Result<v.InferOutput<typeof cancelShape>> {
  const read = new Reading(posted);
  return read.end({ meeting, reason: read.needed('reason', MOST.reason, message('meetings.wrong.no_reason')) });
}
