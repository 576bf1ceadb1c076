import type { Result } from '#core/errors/result.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_APPLICATIONS, DEMO_CRITERIA, type DemoApplication, demoContact, demoName } from '../demo/applications.ts';
import type { SeatedWorld } from '../samples.ts';
import { seatingOf } from '../seats/queries.ts';
import { answerApplication, apply, writeCriteria } from './commands.ts';
import { applicationsOf } from './queries.ts';

/** Loads what the invented forum asks of members, an application that was answered and one that waits. */
export async function loadApplications(world: SeatedWorld): Promise<void> {
  const { together, founded, bodies, coordinator } = world;
  together.as(coordinator);
  together.at(founded);
  const { items, days, body, source } = DEMO_CRITERIA;
  await must(
    together.perform(writeCriteria, {
      ...{
        from: founded,
        items: items.map((item) => ({ ...item })),
        answerDays: days,
        body: bodies.get(body)!,
        source,
      },
    }),
  );
  for (const one of DEMO_APPLICATIONS) await loadOne(world, one);
  together.at(null);
  together.as(null);
}

async function loadOne({ together, forum, today }: SeatedWorld, one: DemoApplication): Promise<void> {
  const { constituencies } = await seatingOf(together.db, forum);
  const received: PlainDate = addDays(today, one.on);
  together.at(received);
  const made = await must(
    together.perform(apply, {
      ...{ constituency: constituencies[one.group]!.id, organisation: demoName(one.of), words: one.words },
      ...{ contact: demoContact(one.of), paper: one.paper === null ? null : { ref: one.paper, day: received } },
    }),
  );
  if (!one.answer) return;
  const { on, decision, reason } = one.answer;
  const application = (await applicationsOf(together.db, forum)).find(({ number }) => number === made.number)!.id;
  together.at(addDays(today, on));
  const decidedOn = addDays(today, on);
  await must(together.perform(answerApplication, { application, outcome: 'refused', decidedOn, decision, reason }));
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
