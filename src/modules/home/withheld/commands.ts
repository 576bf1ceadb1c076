import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { restore, withheldIn, withhold } from '#core/db/withholding-rows.ts';
import { refuse } from '#core/errors/result.ts';
import { insertFile } from '#core/files/commands.ts';
import { FileFactsShape } from '#core/files/facts.ts';
import { message } from '#core/i18n/message.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { DEMANDERS } from '#core/withholding/withheld.ts';
import { mayWithhold } from '../access.ts';
import type { HomeTables } from '../schema.ts';
import { demandOf, thingFound } from './queries.ts';
import { mayBecome } from './rules.ts';
import { type Demand, OUTCOMES, type Outcome } from './schema.ts';

const id = v.pipe(v.string(), v.uuid());
const day = v.custom<PlainDate>((text) => typeof text === 'string' && plainDate(text) !== null, 'a day');
const access = (ctx: Ctx) => mayWithhold(ctx.actor, ctx.forum.id);
const by = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

/** The public record says that a demand came and what became of it, by the kind of who made it. */
const entry = (kind: string, demand: Pick<Demand, 'id' | 'object' | 'path' | 'demander'>) => ({
  kind: `home.${kind}`,
  object: { type: 'demand', id: demand.id, path: '/withheld' },
  touched: [{ ...demand.object, path: demand.path }],
  params: { from: demand.demander },
});

/** Writes a demand down: from whom, when, on which ground, with the letter. Nothing is taken down by it. */
const enterDemand = (things: () => readonly Thing[]) =>
  command({
    name: 'home.enter_demand',
    input: v.object({
      type: v.string(),
      id,
      demander: v.picklist(DEMANDERS),
      demanderName: v.nullable(v.pipe(v.string(), v.maxLength(200))),
      on: day,
      ground: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
      letter: v.nullable(FileFactsShape),
    }),
    access,
    run: async (ctx, given) => {
      const found = await thingFound(things(), ctx.db, ctx.forum, given);
      if (!found) return refuse('not_found', message('home.withheld.nothing_there'));
      const demand = uuidv7(ctx.now);
      await ctx.db
        .withTables<HomeTables>()
        .insertInto('home_demands')
        .values({
          ...{ forum_id: ctx.forum.id, id: demand, object_type: given.type, object_id: given.id },
          ...{ object_path: found.path, object_title: json(found.title), demander: given.demander },
          ...{ demander_name: given.demanderName, demanded_on: given.on, ground: given.ground },
          file_id: given.letter ? await insertFile(ctx, given.letter, false) : null,
          ...{ entered_at: ctx.now, entered_by: by(ctx) },
        })
        .execute();
      const object = { type: given.type, id: given.id };
      return done(
        { demand },
        entry('demand_entered', { id: demand, object, path: found.path, demander: given.demander }),
      );
    },
  });

/** One press: the thing is withheld, shown again, or the demand is refused. */
const decideDemand = command({
  name: 'home.decide_demand',
  input: v.object({ demand: id, outcome: v.picklist(OUTCOMES) }),
  access,
  run: async (ctx, { demand: asked, outcome }) => {
    const demand = await demandOf(ctx.db, ctx.forum, asked);
    if (!demand) return refuse('not_found', message('home.withheld.no_demand'));
    if (!mayBecome(demand.outcome, outcome)) return refuse('conflict', message('home.withheld.decided'));
    const withholding = await carryOut(ctx, demand, outcome);
    if (withholding === 'elsewhere') return refuse('conflict', message('home.withheld.by_another'));
    await ctx.db
      .withTables<HomeTables>()
      .insertInto('home_demand_outcomes')
      .values({
        ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now), demand_id: demand.id, outcome },
        ...{ withholding_id: withholding, decided_at: ctx.now, decided_by: by(ctx) },
      })
      .execute();
    return done({ path: demand.path }, entry(`demand_${outcome}`, demand));
  },
});

/** What is done to the thing itself; "elsewhere": it is withheld already, because of another demand. */
async function carryOut(ctx: Ctx, demand: Demand, outcome: Outcome): Promise<string | null | 'elsewhere'> {
  const { object, path, demander: from, ground, on } = demand;
  if (outcome === 'restored' && demand.withholding) await restore(ctx, demand.withholding);
  if (outcome !== 'withheld') return null;
  if ((await withheldIn(ctx.db, ctx.forum)).of(object.type, object.id)) return 'elsewhere';
  return withhold(ctx, { object, path, demand: { from, ground, on, caseId: demand.id } });
}

export const withheldCommands = (things: () => readonly Thing[]) => ({
  enterDemand: enterDemand(things),
  decideDemand,
});
export type WithheldCommands = ReturnType<typeof withheldCommands>;
