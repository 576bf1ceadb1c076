import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { type Kind, kinds } from '#core/db/testing/scratch.ts';
import { perform } from '#core/house.ts';
import { forgetMarks, marksOfPerson } from '#modules/home/contract.ts';
import { enterFacts } from '#modules/home/facts/commands.ts';
import { servedHouse } from './testing/whole-house.ts';

/** "What changed since you were here": the public log on somebody's desk, in the whole demonstration world. */
function news(kind: Kind): void {
  const house = servedHouse({ example: true, kind });
  const as = house.looking;
  const ask = (cookie: string, address: string) => house.ask(address, cookie);
  beforeAll(async () => {
    await house.assembly.sequencer.integrateWaiting();
  });

  /** The part of the desk that tells what changed, without tags; null: there is none. */
  async function told(cookie: string, language = 'en') {
    const html = await (await ask(cookie, `/${language}/durnasu/desk`)).text();
    const part = /<section[^>]*id="news"[\s\S]*?<\/section>/.exec(html)?.[0] ?? null;
    if (part === null) return null;
    const text = part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    return { text, html: part, size: /name="size" value="(\d+)"/.exec(part)?.[1] ?? null };
  }
  const press = async (cookie: string, size: string) =>
    (await house.send('/en/durnasu/desk/seen', { size }, cookie)).status;
  const rows = async () =>
    (
      await sql<{ person_id: string; size: number; seen_on: string }>`select * from home_seen`.execute(
        house.assembly.database.db,
      )
    ).rows;

  /** So many deeds on so many things of the forum, in the log with their place. */
  async function happen(n: number, actor: Actor = SYSTEM): Promise<void> {
    const forum = house.assembly.forums.bySlug('durnasu')!;
    for (let i = 0; i < n; i++) {
      const source = { en: `Gazette ${i}` };
      const fact = {
        part: 'later' as const,
        title: { az: 'Fakt' },
        value: null,
        detail: null,
        source,
        sourceUrl: null,
      };
      const asked = { actor, forum, lang: 'en' as const, requestId: 'test' };
      const entered = await perform(house.assembly.house, asked, enterFacts, { facts: [fact] });
      expect(entered.ok).toBe(true);
    }
    await house.assembly.sequencer.integrateWaiting();
  }

  it('shows two weeks at the first visit, in the reader’s language, and opening it moves nothing', async () => {
    const coordinator = await as('coordinator');
    await happen(12);
    for (const [language, title] of [
      ['en', 'What changed since you were here'],
      ['az', 'Son tanışlığınızdan sonra nə dəyişib'],
      ['ru', 'Что изменилось с прошлого раза'],
    ] as const) {
      const desk = await told(coordinator, language);
      expect(desk!.text).toContain(title);
      expect(desk!.html.match(/<time/g)).toHaveLength(10);
    }
    const desk = await told(coordinator);
    expect(desk!.text).toMatch(/The last two weeks.*And \d+ more changes, in the public log/);
    expect(desk!.html).toContain('href="/en/durnasu/log?from=2026-11-09"');
    expect(await rows()).toEqual([]);
  });

  it('is empty after the press, and then shows what others did since, each in a line that leads to it', async () => {
    const coordinator = await as('coordinator');
    const { size } = (await told(coordinator))!;
    expect(await press('', size!)).toBe(401);
    expect(await press(coordinator, size!)).toBe(303);
    const empty = await told(coordinator);
    expect(empty!.text).toContain('Others have changed nothing since 23 November 2026.');
    expect(empty!.size).toBeNull();
    await happen(12);
    const { rows: people } = await sql<{ id: string }>`select person_id as id from home_seen`.execute(
      house.assembly.database.db,
    );
    const roles = [{ role: 'coordinator', forum: house.assembly.forums.bySlug('durnasu')!.id, body: null }];
    await happen(3, { kind: 'person', id: people[0]!.id, name: 'Koordinator', roles });
    const desk = await told(coordinator);
    expect(desk!.html.match(/<time/g)).toHaveLength(10);
    expect(desk!.text).toContain('And 2 more changes, in the public log');
    expect(desk!.html).toContain(`href="/en/durnasu/log?since=${Number(size) + 1}"`);
    const log = await (await ask('', `/en/durnasu/log?since=${Number(size) + 1}`)).text();
    expect(log).toContain(`Entries from number ${size === null ? '' : Number(size) + 1} on.`);
    // Twelve of others and three own ones: the log leaves nobody's out.
    expect(log).toContain('15 entries');
    expect(log).not.toContain(`Entry ${size}<`);
    for (const strange of ['since=0', 'since=-1', 'since=x', 'since=999999999', 'since=1e3'])
      expect((await ask('', `/en/durnasu/log?${strange}`)).status).toBe(200);
  });

  it('never goes back by an old page, nor beyond what there is by a false number', async () => {
    const coordinator = await as('coordinator');
    const [before] = await rows();
    expect(await press(coordinator, '1')).toBe(303);
    expect((await rows())[0]!.size).toBe(before!.size);
    for (const false_ of ['999999999999999', '-5', '1e9', '']) expect(await press(coordinator, false_)).toBe(303);
    await happen(1);
    expect((await told(coordinator))!.text).toContain('source: Gazette 0');
  });

  it('is nobody else’s: the mark is one person’s, kept by day, given to who asks what is held, and forgotten', async () => {
    const evaluator = await as('evaluator');
    expect((await told(evaluator))!.text).toContain('The last two weeks');
    const [{ person_id: person, ...mark }, ...others] = (await rows()) as [Awaited<ReturnType<typeof rows>>[0]];
    expect([mark.seen_on, others]).toEqual(['2026-11-23', []]);
    expect(await marksOfPerson(house.assembly.database.db, person)).toMatchObject([
      { size: mark.size, on: '2026-11-23' },
    ]);
    await forgetMarks(house.assembly.database.db, person);
    expect(await marksOfPerson(house.assembly.database.db, person)).toEqual([]);
  });
}

for (const kind of kinds) describe(`what changed since I was here (${kind})`, () => news(kind));
