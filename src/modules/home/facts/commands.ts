import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { choose, LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { mayEnterFacts } from '../access.ts';
import { type HomeTables, PARTS } from '../schema.ts';

const texts = v.custom<Texts>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([language, text]) => (LANGUAGES as readonly string[]).includes(language) && typeof text === 'string' && text,
    )
  );
}, 'texts');

const fact = v.object({
  part: v.picklist(PARTS),
  title: texts,
  value: v.nullable(texts),
  detail: v.nullable(texts),
  source: texts,
  sourceUrl: v.nullable(v.string()),
});

/** Enters reported facts, each with its source, exactly as printed, behind those that stand. */
export const enterFacts = command({
  name: 'home.enter_facts',
  input: v.object({ facts: v.pipe(v.array(fact), v.minLength(1), v.maxLength(200)) }),
  access: (ctx) => mayEnterFacts(ctx.actor, ctx.forum.id),
  run: async (ctx, { facts }) => {
    const tables = ctx.db.withTables<HomeTables>();
    const last = await tables
      .selectFrom('home_facts')
      .select((is) => is.fn.max('position').as('position'))
      .where('forum_id', '=', ctx.forum.id)
      .executeTakeFirst();
    const first = (last?.position ?? 0) + 1;
    const rows = facts.map(({ sourceUrl, ...given }, i) => ({
      forum_id: ctx.forum.id,
      id: uuidv7(ctx.now),
      part: given.part,
      position: first + i,
      title: json(given.title),
      value: given.value && json(given.value),
      detail: given.detail && json(given.detail),
      source: json(given.source),
      source_url: sourceUrl,
      entered_at: ctx.now,
      entered_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    }));
    await tables.insertInto('home_facts').values(rows).execute();
    const [object, ...touched] = rows.map(({ id }) => ({ type: 'fact', id, path: '' }));
    const source = choose(facts[0]!.source, ctx.lang).text;
    return done(
      { facts: rows.length },
      { kind: 'home.fact_entered', object: object!, touched, params: { n: rows.length, source } },
    );
  },
});
