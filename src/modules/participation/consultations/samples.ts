import type { Actor } from '#core/actor.ts';
import { NOBODY } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { loadDraft } from '#modules/forum/documents/samples.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import { freshCode } from '../voices/commands.ts';
import { groupComments, respond } from './answering/commands.ts';
import { commentOn } from './commenting/commands.ts';
import { CLOSED, type DemoComment, OPEN } from './demo/comments.ts';
import { draftsOf } from './drafts/queries.ts';
import { publishCommentary } from './moderation/commands.ts';
import { openConsultation } from './opening/commands.ts';
import { consultationsOn } from './queries.ts';
import { openVersion } from './rules.ts';

/** Where the made-up consultations are loaded. */
export interface ConsultedWorld {
  readonly together: Together;
  readonly forum: string;
  readonly today: PlainDate;
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
  readonly executor: (body: BodyKey) => Actor;
}

/** Nobody signs in the demonstration. */
const comment = commentOn({ mayStorePeople: async () => false });
const ANSWERS: BodyKey = 'excom';

/** The consultation on the change of the rules, between its sending and the vote: closed, everything answered. */
export async function loadClosed(world: ConsultedWorld, document: string, sent: PlainDate): Promise<void> {
  const { together, coordinator, executor } = world;
  const consultation = await opened(world, document, {
    ...{ from: sent, until: addDays(sent, CLOSED.days), words: CLOSED.words, office: null },
  });
  const places: number[] = [];
  for (const one of CLOSED.comments) places.push(await said(world, document, consultation, sent, one));
  together.at(addDays(sent, CLOSED.days + 1));
  together.as(coordinator);
  const { of, gist } = CLOSED.group;
  await must(together.perform(groupComments, { consultation, gist, places: of.map((i) => places[i]!) }));
  // The group takes the place after all comments.
  places.push(places.length + 1);
  together.as(executor(ANSWERS));
  for (const { to, on, outcome, reason } of CLOSED.responses) {
    together.at(addDays(sent, on));
    await must(together.perform(respond, { consultation, place: places[to]!, outcome, reason, paper: null }));
  }
}

/** The consultation on a new document that stands open now: two comments are public, one waits for the moderator. */
export async function loadOpen(world: ConsultedWorld): Promise<void> {
  const { together, today, forum, coordinator } = world;
  together.as(coordinator);
  together.at(addDays(today, OPEN.sent));
  const document = await loadDraft({ together, forum }, OPEN.title, OPEN.articles);
  const from = addDays(today, OPEN.from);
  const consultation = await opened(world, document, {
    ...{ from, until: addDays(today, OPEN.until), words: OPEN.words, office: OPEN.office },
  });
  for (const one of OPEN.comments) await said(world, document, consultation, from, one);
  together.at(null);
  together.as(null);
}

interface Opening {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly words: Texts;
  readonly office: Texts | null;
}

async function opened(world: ConsultedWorld, subject: string, opening: Opening): Promise<string> {
  const { together, forum, bodies, coordinator } = world;
  together.as(coordinator);
  await must(together.perform(openConsultation, { ...opening, subject, body: bodies.get(ANSWERS)! }));
  return (await consultationsOn(together.db, forum, subject))[0]!.id;
}

/** A resident says it; a moderator publishes it as it was written. Gives its place. */
async function said(
  { together, forum, coordinator }: ConsultedWorld,
  subject: string,
  consultation: string,
  from: PlainDate,
  { on, article, text, read }: DemoComment,
): Promise<number> {
  together.as(NOBODY);
  together.at(addDays(from, on));
  const draft = (await draftsOf(together.db, forum)).find(({ id }) => id === subject)!;
  const { place } = await must(
    together.perform(comment, {
      ...{ consultation, version: openVersion(draft)!.id, article, text: { az: text }, signature: null, as: null },
      // Nobody gets to see the code: nobody takes a comment of the demonstration back.
      code: freshCode(),
    }),
  );
  if (read === undefined) return place;
  together.at(addDays(from, on + read));
  together.as(coordinator);
  await must(together.perform(publishCommentary, { consultation, place, text, signed: false }));
  return place;
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command on consultations, by its name. */
export const consultationInputs = (of: {
  readonly body: string;
  readonly consultation: string;
  readonly id: string;
  readonly today: PlainDate;
}) => {
  const { body, consultation } = of;
  const said = { consultation, version: of.id, article: '2', text: { az: 'Nümunə rəy' }, signature: null, as: null };
  const place = { consultation, place: 1 };
  const answer = { outcome: 'accepted', reason: { az: 'Nümunə səbəb' } };
  return {
    'participation.open_consultation': {
      ...{ subject: of.id, words: { az: 'Nə düşünürsünüz?' }, from: of.today, until: of.today, body, office: null },
    },
    'participation.comment': { ...said, code: '7K3M-7K3M-7K3M-7K3M-7K3M' },
    'participation.enter_comment': { ...said, paper: { ref: '14', day: of.today, scan: null } },
    'participation.withdraw_comment': { code: '7K3M-7K3M-7K3M-7K3M-7K3M' },
    'participation.publish_comment': { ...place, text: 'Nümunə rəy', signed: false },
    'participation.refuse_comment': { ...place, rule: 'not_here', why: { az: 'Bu, başqa sənədə aiddir.' } },
    'participation.group_comments': { consultation, places: [1, 2], gist: { az: 'Eyni fikir' } },
    'participation.ungroup_comments': place,
    'participation.respond': { ...place, ...answer, paper: null },
    'participation.correct_response': { ...place, ...answer, why: { az: 'Nömrə səhv idi' } },
  };
};
