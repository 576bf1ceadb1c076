import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_CARDS, DEMO_FORMULA } from '../demo/scorecards.ts';
import { sendCard } from './commands.ts';
import { setFormula } from './formulas/commands.ts';
import { cardsOf } from './queries.ts';
import { decideRemark, replyToCard } from './replying/commands.ts';
import type { CardId, RemarkId } from './schema.ts';

/** A formula as the form gives it: money and information weigh most. */
export const WEIGHED = {
  weights: { about: 10, acts: 15, money: 25, participation: 10, information: 20, reports: 20 } as Record<
    string,
    number
  >,
  ...{ enough: 60, replyDays: 10, after: 0 },
  why: { az: 'Platformanın qərarı: pul və hesabat əsasdır.' } as Texts,
};

/** One input of the right shape for each command on scorecards, by its name. */
export const scorecardInputs = (of: { readonly card: string; readonly body: string; readonly id: string }) => ({
  'accountability.scorecards.set_formula': WEIGHED,
  'accountability.scorecards.send': { body: of.body },
  'accountability.scorecards.reply': { card: of.card as CardId, remarks: [], paper: null },
  'accountability.scorecards.decide': {
    ...{ remark: of.id as RemarkId, taken: false, counted: null, reason: { az: 'Baxıldı.' } },
  },
});

interface CountedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly forum: string;
  /** Ids of bodies by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
}

/** Loads the demonstration's formula and scorecards, with the reply of one body and what was decided on it. */
export async function loadCards({ together, today, forum, bodies, coordinator }: CountedWorld): Promise<void> {
  together.as(coordinator);
  together.at(addDays(today, -45));
  await must(together.perform(setFormula({}), { ...DEMO_FORMULA, replyDays: 10, after: 0 }));
  for (const { body, sent, replied, remarks } of DEMO_CARDS) {
    together.at(addDays(today, sent));
    together.as(coordinator);
    await must(together.perform(sendCard({}), { body: bodies.get(body)! }));
    if (replied === null) continue;
    const [card] = await cardsOf(together.db, forum, [bodies.get(body)!]);
    together.at(addDays(today, replied));
    together.as(null);
    const said = remarks.map(({ row, words }) => ({ row, words }));
    await must(together.perform(replyToCard, { card: card!.id, remarks: said, paper: null }));
    const [withReply] = await cardsOf(together.db, forum, [bodies.get(body)!]);
    together.as(coordinator);
    together.at(addDays(today, replied + 3));
    for (const { id, position } of withReply!.remarks) {
      const { decided } = remarks[position - 1]!;
      if (decided)
        await must(together.perform(decideRemark, { remark: id, taken: decided.counted !== null, ...decided }));
    }
  }
  together.at(null);
  together.as(null);
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
