import type { Verdict } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSeats, mayNameSpeakers } from '../../access.ts';
import { again, formPage, stranger } from '../../routes.ts';
import type { ForumNeeds } from '../../schema.ts';
import type { Holding, HoldingId, Mandate } from '../../seats/schema.ts';
import { type SeatingCommands, seatingCommands } from '../commands.ts';
import { readHoldingEnd, readMandateEnd } from '../forms.ts';
import { EndForm } from '../pages/end-form.tsx';
import { type Asked, asked, crumb, here, holdingsHere, NO_SEAT } from '../routes.ts';

/** What of a seat can end, as the address names it. */
interface Ending {
  readonly what: 'holding' | 'mandate';
  readonly may: (web: Web) => Verdict;
  readonly find: (found: Asked, id: string) => Holding | Mandate | null;
  readonly perform: (
    commands: SeatingCommands,
    web: Web,
    posted: Posted,
    row: Holding | Mandate,
  ) => Promise<Result<unknown>>;
}

const ENDINGS: readonly Ending[] = [
  {
    what: 'holding',
    may: ({ actor, forum }) => mayKeepSeats(actor, forum),
    find: (found, id) => holdingsHere(found).find((one) => one.id === id) ?? null,
    perform: async ({ endHolding }, web, posted, row) => {
      const read = readHoldingEnd(posted);
      return read.ok ? web.perform(endHolding, { ...read.value, holding: row.id as HoldingId }) : read;
    },
  },
  {
    what: 'mandate',
    may: ({ actor, forum }) => mayNameSpeakers(actor, forum),
    find: (found, id) => {
      const own = new Set(holdingsHere(found).map((one) => one.id));
      return found.seating.mandates.find((one) => one.id === id && own.has(one.holding)) ?? null;
    },
    perform: async ({ endMandate }, web, posted, row) => {
      const read = readMandateEnd(posted);
      return read.ok ? web.perform(endMandate, { ...read.value, mandate: row.id as Mandate['id'] }) : read;
    },
  },
];

async function endForm(
  web: Web,
  { seat }: Asked,
  { what }: Ending,
  row: Holding | Mandate,
  of: Filled,
): Promise<Answer> {
  const { lang } = web;
  const back = here(web, seat);
  const day = lang.shortDate(row.from);
  const name = 'body' in row ? (await bodyNames(web.db, web.forum.id, [row.body])).get(row.body) : null;
  const title =
    'kind' in row
      ? lang.t('forum.keep.end_mandate', { kind: row.kind, day })
      : lang.t('forum.keep.end_holding', { body: lang.pick(name ?? {}) });
  const over = lang.t('forum.seat.title', { number: seat.number });
  const main = EndForm({ of, what, title, over, back, action: `${back}/${what}s/${row.id}/closure` });
  return formPage(web, title, [crumb(web, seat)], main, of);
}

const endingRoutes = (commands: SeatingCommands, ending: Ending): readonly Route[] => {
  const address = `/members/:seat/${ending.what}s/:row/closure`;
  const found = async (web: Web): Promise<{ asked: Asked; row: Holding | Mandate } | Answer> => {
    const no = stranger(web, ending.may(web));
    if (no) return no;
    const seat = await asked(web);
    const row = seat && ending.find(seat, web.params.row ?? '');
    return seat && row ? { asked: seat, row } : NO_SEAT;
  };
  return [
    get(address, async (web) => {
      const it = await found(web);
      return 'kind' in it ? it : endForm(web, it.asked, ending, it.row, filled(web.lang));
    }),
    post(address, async (web) => {
      const it = await found(web);
      if ('kind' in it) return it;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const made = await ending.perform(commands, web, posted.value, it.row);
      if (made.ok) return redirect(`${here(web, it.asked.seat)}?done=${ending.what}_ended`);
      return again(web, posted.value, made, (of) => endForm(web, it.asked, ending, it.row, of));
    }),
  ];
};

/** The ends of what organisations hold and of who speaks for them. */
export const endRoutes = ({ roles }: ForumNeeds): readonly Route[] => {
  const commands = seatingCommands(roles);
  return ENDINGS.flatMap((ending) => endingRoutes(commands, ending));
};
