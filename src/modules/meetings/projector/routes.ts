import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { motionsOf } from '#modules/ballots/contract.ts';
import { leastOf } from '#modules/forum/contract.ts';
import { WALL_SCRIPT } from '#ui/wall.tsx';
import { mayKeepMeetings } from '../access.ts';
import { hallOf, quorumAt } from '../attendance/queries.ts';
import type { Hall } from '../attendance/schema.ts';
import { meetingOf } from '../calls/queries.ts';
import { isPublic, meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import type { ItemId } from '../schema.ts';
import { Projector } from './pages/projector.tsx';
import { nowAt, picturesOf } from './rules.ts';
import type { QuorumShown } from './schema.ts';

/** The meeting of the address, as far as this reader may see it. */
async function seen(web: Web): Promise<Meeting | null> {
  const number = web.params.number ?? '';
  const found = /^[1-9]\d{0,5}$/.test(number)
    ? await meetingOf(web.db, web.forum.id, { number: Number(number) })
    : null;
  return found && (isPublic(found) || mayKeepMeetings(web.actor, web.forum).may) ? found : null;
}

async function show(web: Web): Promise<Answer> {
  const meeting = await seen(web);
  if (!meeting) return refused({ kind: 'not_found', message: message('meetings.refused.no_meeting') });
  const { lang, db, forum } = web;
  const hall = await hallOf(db, forum.id, meeting);
  const pictures = picturesOf({
    title: lang.pick(meeting.call.title),
    items: hall.items.map((item) => ({ item, words: lang.pick(item.title) })),
    motions: (await motionsOf(db, forum.id, { meeting: meeting.id })).map((motion) => ({
      motion,
      words: lang.pick(motion.words),
    })),
  });
  const asked = Number(web.url.searchParams.get('picture'));
  // Without a number the wall follows the meeting.
  const at = Number.isInteger(asked) && asked > 0 ? Math.min(asked, pictures.length) - 1 : nowAt(pictures);
  const look = (['day', 'night'] as const).find((one) => one === web.url.searchParams.get('look')) ?? null;
  const main = Projector({
    ...{ lang, meeting, pictures, at, look, items: hall.items.length, here: web.at(meetingPath(meeting)) },
    quorum: quorumShown(hall, pictures[at]?.item?.id ?? hall.items[0]?.id ?? null),
  });
  const title = `${lang.t('meetings.projector.title')}: ${lang.t('meetings.projector.of_meeting', { number: meeting.number })}`;
  return page({ title, main, bare: true, noindex: true, script: WALL_SCRIPT, secret: !isPublic(meeting) });
}

function quorumShown(hall: Hall, item: ItemId | null): QuorumShown | null {
  const found = quorumAt(hall, item);
  const whole = found?.steps.find(({ constituency }) => constituency === null);
  if (!found || !whole) return null;
  // Nobody there is no quorum, whatever the share.
  const count = ({ share, have, out }: typeof whole) => ({ have, need: Math.max(leastOf(share, out), 1) });
  const missing = found.steps.flatMap((step) => {
    const name = hall.electorate.voters.find((one) => one.constituency === step.constituency)?.name;
    return name && !step.met && !step.skipped ? [{ ...count(step), name }] : [];
  });
  return { met: found.met, ...count(whole), missing };
}

/** The meeting on the wall of the hall. */
export const projectorRoutes: readonly Route[] = [get('/meetings/:number/projector', show)];
