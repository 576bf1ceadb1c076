import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { motionsOf } from '#modules/ballots/contract.ts';
import { leastOf } from '#modules/forum/contract.ts';
import { WALL_SCRIPT } from '#ui/wall.tsx';
import { hallOf, quorumAt } from '../attendance/queries.ts';
import type { Hall } from '../attendance/schema.ts';
import { isPublic, meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { meetingSeen, titleOf, withOpened } from '../routes.ts';
import type { ItemId } from '../schema.ts';
import { Projector } from './pages/projector.tsx';
import { nowAt, picturesOf } from './rules.ts';
import type { QuorumShown } from './schema.ts';

async function show(web: Web, { meeting }: { readonly meeting: Meeting }): Promise<Answer> {
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
  const title = `${lang.t('meetings.projector.title')}: ${titleOf(lang, meeting)}`;
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
export const projectorRoutes: readonly Route[] = [get('/meetings/:number/projector', withOpened(meetingSeen, show))];
