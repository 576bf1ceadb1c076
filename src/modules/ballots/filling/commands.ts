import type { EntryObject } from '#core/audit/entry.ts';
import type { Ctx } from '#core/command.ts';
import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { recordElection, seatingOf, sittingOn } from '#modules/forum/contract.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds, Effect } from '../schema.ts';
import type { Written } from '../writing/forms.ts';
import { mayStandOn } from './queries.ts';
import { candidateOf, firstDay, standKey } from './rules.ts';
import type { Filling } from './schema.ts';

/** What followed of a result: objects and bodies that the entry of the deed names too. */
export interface Followed {
  readonly effect: Effect | null;
  readonly touched: readonly EntryObject[];
  readonly bodies: readonly string[];
}

/** Who stands, by the mandates of today, with the words of the options. */
export async function standingFor(
  ctx: Ctx,
  { lang }: Pick<BallotNeeds, 'lang'>,
  given: Extract<NonNullable<Written['decides']>, { what: 'office' }>,
): Promise<Result<{ decides: Filling; options: readonly Texts[] }>> {
  const may = new Map((await mayStandOn(ctx.db, ctx.forum.id, lang, ctx.today)).map((one) => [standKey(one), one]));
  const found = given.stands.map((stand) => may.get(standKey(stand)) ?? null);
  const standing = found.filter((one) => one !== null);
  if (standing.length < found.length)
    return refuseFields([{ field: 'stands', message: message('ballots.filling.wrong.nobody') }]);
  const stands = standing.map(({ seat, as, mandate }) => ({ seat, as, mandate }));
  return ok({ decides: { ...given, stands }, options: standing.map(({ label }) => label) });
}

/** Whoever was elected gets the office, inside the transaction of the closing; refused, nothing of it is written. */
export async function fillOffice(
  ctx: Ctx,
  needs: Pick<BallotNeeds, 'roles' | 'lang'>,
  ballot: Ballot,
  filling: Filling,
  option: string,
): Promise<Followed> {
  const waits = (why: Extract<Effect, { done: false }>['why']): Followed => ({
    ...{ effect: { done: false, why }, touched: [], bodies: [] },
  });
  const stood = candidateOf(filling, option);
  if (!stood) return waits(message('ballots.filling.wrong.nobody'));
  const { seat, as } = stood;
  const now = sittingOn(await seatingOf(ctx.db, ctx.forum.id), { id: seat }, ctx.today)?.[as];
  if (now?.id !== stood.mandate) return waits(message('ballots.filling.wrong.changed'));
  const made = await recordElection(ctx, needs.roles, {
    ...{ office: filling.office, holder: { seat, as }, electedOn: ctx.today, from: firstDay(filling, ctx.today) },
    decision: needs.lang(ctx.forum.languages[0] ?? ctx.lang).t('ballots.number_of', { number: ballot.number }),
    ...{ to: null, url: pathOf(ballot), replaces: true },
  });
  if (!made.ok) return waits(made.refusal.fields?.[0]?.message ?? made.refusal.message);
  const { object, touched, bodies } = made.value;
  return { effect: { done: true }, touched: [object, ...touched], bodies };
}
