import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Held, NOBODY } from '#core/actor.ts';
import type { AnyCommand, Command } from '#core/command.ts';
import { repositoryFile } from '#core/db/place.ts';
import { ROLELESS } from '#core/deed.ts';
import { contextOf } from '#core/house.ts';
import { application } from '#core/http/app.ts';
import { get, page, type Route } from '#core/http/route.ts';
import { day } from '#core/time/plain-date.ts';
import { checklistInputs } from '#modules/accountability/checklists/samples.ts';
import { reportInputs } from '#modules/accountability/reports/samples.ts';
import { requestInputs } from '#modules/accountability/requests/samples.ts';
import { scorecardInputs } from '#modules/accountability/scorecards/samples.ts';
import { ballotInputs } from '#modules/ballots/samples.ts';
import { documentInputs } from '#modules/forum/documents/samples.ts';
import { forumInputs } from '#modules/forum/samples.ts';
import { homeInputs } from '#modules/home/samples.ts';
import { identityInputs } from '#modules/identity/samples.ts';
import { meetingsInputs } from '#modules/meetings/samples.ts';
import { obligationsInputs } from '#modules/obligations/samples.ts';
import { opendataInputs } from '#modules/opendata/samples.ts';
import { consultationInputs } from '#modules/participation/consultations/samples.ts';
import { participationInputs } from '#modules/participation/samples.ts';
import { placesInputs } from '#modules/places/samples.ts';
import { actualInputs } from '#modules/plans/actuals/samples.ts';
import { exchangeInputs } from '#modules/plans/exchange/samples.ts';
import { measureInputs } from '#modules/plans/measures/samples.ts';
import { planInputs } from '#modules/plans/plan/samples.ts';
import { voiceInputs } from '#modules/plans/replies/samples.ts';
import { findingInputs } from '#modules/surveys/findings/samples.ts';
import { questionnaireInputs } from '#modules/surveys/questionnaires/samples.ts';
import { roundInputs } from '#modules/surveys/rounds/samples.ts';
import { draw, refusalPage } from './draw.tsx';
import { wholeHouse } from './testing/whole-house.ts';

/**
 * Who may do what, walked over the demonstration world: every command asked for its verdict and every route asked
 * for its answer, as every role and as nobody, against two committed tables. A command or route that stands in no
 * table fails; after a wanted change write them anew with ORTAQ_WRITE_ACCESS=1 and read the difference.
 */
const COMMANDS_TABLE = path.join(repositoryFile('docs'), 'access-commands.csv');
const ROUTES_TABLE = path.join(repositoryFile('docs'), 'access-routes.csv');
const LINK = '01900000-0000-7000-8000-0000000000fe';
const EMPTY = '01900000-0000-7000-8000-0000000000ff';

const whole = wholeHouse({ example: true });
let world: World;

/** Ids of the demonstration that addresses and inputs speak of. */
interface World {
  readonly forum: string;
  readonly [name: string]: string;
}

beforeAll(async () => {
  world = await findWorld();
  const at = new Date('2026-11-23T09:00:00Z');
  // The body of the matrix owes the responses of a consultation, too.
  await sql`update participation_consultations set body_id = ${world.executor}
    where id = ${world.consultation}`.execute(whole.assembly.database.db);
  // And a scorecard that nobody replied to yet.
  await sql`update accountability_scorecards set body_id = ${world.executor}
    where id = ${world.card}`.execute(whole.assembly.database.db);
  await sql`insert into identity_links (id, token_hash, code_hash, person_id, made_at, expires_at)
    values (${LINK}, ${'t'.repeat(43)}, ${'c'.repeat(43)}, ${world.person}, ${at}, ${at})`.execute(
    whole.assembly.database.db,
  );
});

async function findWorld(): Promise<World> {
  const { rows } = await sql<World>`
    select f.id as forum, p.id as plan, p.slug as "planSlug", m.id as measure, m.slug as "measureSlug", c.id as cell,
      c.body_id as executor, e.id as evaluation, e.author_body_id as author,
      (select q.question_id from participation_publications q where q.forum_id = f.id and q.body_id = c.body_id
        order by q.on_day limit 1) as question,
      (select n.id from participation_consultations n where n.forum_id = f.id and n.office is null
        order by n.id limit 1) as consultation,
      (select r.id from accountability_reports r where r.forum_id = f.id and r.body_id = c.body_id limit 1) as report,
      (select s.id from accountability_scorecards s where s.forum_id = f.id order by s.number desc limit 1) as card,
      (select b.id from ballots_ballots b order by b.number desc limit 1) as ballot,
      (select id from plans_milestones where forum_id = f.id limit 1) as milestone,
      (select id from plans_indicators where forum_id = f.id limit 1) as indicator,
      (select o.id from obligations_cases o where o.forum_id = f.id and o.body_id = c.body_id limit 1) as owed,
      (select t.id from meetings_tasks t where t.forum_id = f.id and t.body_id = c.body_id limit 1) as task,
      (select slug from places_bodies where forum_id = f.id order by slug limit 1) as "bodySlug",
      (select id from places_bodies where forum_id = f.id and id <> c.body_id order by slug limit 1) as "otherBody",
      (select h.seat_id from forum_holdings h where h.forum_id = f.id and h.body_id = c.body_id) as seat,
      (select id from places_places where forum_id = f.id and kind = 'community' order by slug limit 1) as place,
      (select slug from places_places where forum_id = f.id and kind = 'community' order by slug limit 1) as "placeSlug",
      (select id from places_places where forum_id = f.id and kind = 'community' order by slug desc limit 1) as "otherPlace",
      (select id from forum_leads where forum_id = f.id and office = 'coordinator') as lead,
      (select id from forum_group_members where forum_id = f.id order by id limit 1) as "groupMember",
      (select person_id from identity_roles where forum_id = f.id order by id limit 1) as person,
      (select id from identity_roles where forum_id = f.id order by id limit 1) as role
    from core_forums f
    join plans_plans p on p.forum_id = f.id and p.kind = 'local'
    join plans_measures m on m.forum_id = f.id and m.plan_id = p.id
    join plans_evaluations e on e.forum_id = f.id and e.measure_id = m.id
    join plans_cells c on c.forum_id = f.id and c.id = e.cell_id
    where f.kind = 'living' and not exists (select 1 from plans_replies r where r.evaluation_id = e.id)
    order by e.publishes_on desc, e.id limit 1`.execute(whole.assembly.database.db);
  return rows[0]!;
}

const somebody = (...roles: readonly Held[]): Actor => ({ kind: 'person', id: world.person!, name: 'Somebody', roles });
const held = (role: string, body: string | null = null, forum: string | null = world.forum): Held => ({
  role,
  forum,
  body,
});

/** Everybody whom the tables know, in the order of their columns. */
const everybody = (): readonly (readonly [name: string, actor: Actor])[] => [
  ['nobody', NOBODY],
  ['resident', somebody(held('resident'))],
  ['member of the body', somebody(held('member', world.executor!))],
  ['member of another', somebody(held('member', world.otherBody!))],
  ['alternate of the body', somebody(held('alternate', world.executor!))],
  ['executor of the body', somebody(held('executor', world.executor!))],
  ['executor of another', somebody(held('executor', world.otherBody!))],
  ['evaluator', somebody(held('evaluator', world.author!))],
  ['evaluator of the executor', somebody(held('evaluator', world.executor!))],
  ['interviewer', somebody(held('interviewer'))],
  ['analyst', somebody(held('analyst'))],
  ['moderator', somebody(held('moderator'))],
  ['helper', somebody(held('helper'))],
  ['secretary', somebody(held('secretary'))],
  ['coordinator', somebody(held('coordinator'))],
  ['coordinator elsewhere', somebody(held('coordinator', null, EMPTY))],
  ['link to report', linkFor('plans.report_update', world.cell!)],
  ['link to reply', linkFor('plans.reply', world.evaluation!)],
  ['through a helper', assistedFor(world.executor!)],
  // Last: the operator can take the demonstration away.
  ['operator', somebody(held('operator', null, null))],
];

const linkFor = (command: string, object: string): Actor => ({
  kind: 'link',
  deed: { id: EMPTY, command, object, forum: world.forum, body: world.executor! },
  person: null,
});

/** Somebody who acts for the body and sits beside a helper. */
const assistedFor = (body: string): Actor => ({
  ...{ kind: 'assisted', session: EMPTY, forum: world.forum, person: world.person!, name: 'Somebody' },
  ...{ roles: [held('executor', body)], until: new Date('2026-11-23T10:00:00Z'), over: false },
});

/** One valid input for every command of every module. */
function inputs(): Readonly<Record<string, unknown>> {
  const today = day('2026-11-23');
  const {
    plan,
    measure,
    milestone,
    indicator,
    executor: body,
    cell,
    evaluation,
    author,
  } = world as Record<string, string>;
  const ids = { plan: plan!, measure: measure!, milestone: milestone!, indicator: indicator!, body: body!, today };
  return {
    ...identityInputs({
      ...{ person: world.person!, role: world.role!, body: body!, session: EMPTY, link: LINK, deed: EMPTY, today },
      ...{ deedCommand: 'plans.report_update', deedObject: cell! },
    }),
    ...placesInputs({
      ...{ place: world.place!, otherPlace: world.otherPlace!, population: EMPTY, body: body!, staged: EMPTY, today },
    } as unknown as Parameters<typeof placesInputs>[0]),
    ...obligationsInputs({ body: body!, owed: world.owed!, id: EMPTY, today }),
    ...documentInputs({ body: body!, id: EMPTY, today }),
    ...forumInputs({ body: body!, seat: world.seat ?? EMPTY, id: EMPTY, today }),
    ...meetingsInputs({ body: body!, task: world.task ?? EMPTY, id: EMPTY, today }),
    ...planInputs(ids),
    ...measureInputs(ids),
    ...actualInputs(ids),
    ...exchangeInputs,
    ...voiceInputs({ cell: cell!, evaluation: evaluation!, organisation: author!, today }),
    ...ballotInputs({ ballot: world.ballot!, seat: world.seat ?? EMPTY }),
    ...participationInputs({ body: body!, question: world.question! }),
    ...questionnaireInputs({ questionnaire: EMPTY, draft: EMPTY }),
    ...roundInputs({ id: EMPTY, today }),
    ...findingInputs({ id: EMPTY }),
    ...consultationInputs({ body: body!, consultation: world.consultation!, id: EMPTY, today }),
    ...checklistInputs({ body: world.otherBody!, today }),
    ...scorecardInputs({ card: world.card ?? EMPTY, body: world.otherBody!, id: EMPTY }),
    ...requestInputs({ body: world.otherBody!, id: EMPTY, today }),
    ...reportInputs({ report: world.report ?? EMPTY, id: EMPTY, today }),
    ...homeInputs,
    ...opendataInputs({ entry: EMPTY }),
  };
}

const commands = (): readonly AnyCommand[] =>
  whole.assembly.modules.flatMap((module) => module.commands).toSorted((a, b) => (a.name < b.name ? -1 : 1));

const csvOf = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

async function compare(file: string, actual: string): Promise<void> {
  if (process.env.ORTAQ_WRITE_ACCESS) await writeFile(file, actual);
  expect(actual).toBe(await readFile(file, 'utf8').catch(() => ''));
}

/** Every object of an input, itself first; tables are no fields: the program itself read them from a file. */
const objectsIn = (value: unknown): readonly Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date) return [];
  return [
    value as Record<string, unknown>,
    ...Object.entries(value).flatMap(([key, part]) => (key === 'tables' ? [] : objectsIn(part))),
  ];
};

describe('what is given to a command', () => {
  it('reaches it only as far as its shape names it: nobody slips a role, a forum or an id in', () => {
    const given = inputs();
    const slipped = ['forum_id', 'forumId', 'actor', 'operator', 'created_by', 'constructor', '__proto__'];
    const through: string[] = [];
    const asked = commands();
    for (const { name, input: shape } of asked) {
      const input = structuredClone(given[name]);
      for (const object of objectsIn(input))
        for (const key of slipped) Object.defineProperty(object, key, { value: 'slipped', enumerable: true });
      const shaped = v.safeParse(shape, input);
      const kept = shaped.success ? objectsIn(shaped.output).flatMap((object) => Object.keys(object)) : [];
      if (kept.some((key) => slipped.includes(key))) through.push(name);
    }
    expect(asked.length).toBeGreaterThan(40);
    expect(through).toEqual([]);
    expect(({} as { operator?: string }).operator).toBeUndefined();
  });
});

describe('who may do what', () => {
  it('is the same for every command and every role as the committed table says', async () => {
    await compare(COMMANDS_TABLE, await commandTable(commands(), inputs()));
  }, 120_000);

  it('is what the page "who may do what" says: every command once, in words, under exactly its roles', async () => {
    const table = (await commandTable(commands(), inputs())).trim().split('\n');
    const declared = whole.assembly.modules.flatMap((module) => module.deeds?.deeds ?? []);
    expect(declared.map(({ command }) => command).toSorted()).toEqual(commands().map(({ name }) => name));
    const saidBy = new Map(declared.map(({ command, by }) => [command, saidRow(command, by)]));
    expect(table.slice(1)).toEqual(commands().map(({ name }) => saidBy.get(name)));
    // The proof sees a word too many and a word too few.
    expect(saidRow('plans.evaluate', ['evaluator', 'analyst'])).not.toBe(saidBy.get('plans.evaluate'));
    expect(saidRow('plans.evaluate', [])).not.toBe(saidBy.get('plans.evaluate'));
  }, 120_000);

  it('knows every role of the platform, and no deed of a role that nobody declared', () => {
    const roles = whole.assembly.modules.flatMap((module) => module.roles ?? []).map(({ role }) => role);
    const asked =
      'coordinator secretary member alternate executor evaluator interviewer analyst moderator resident operator';
    expect(roles.toSorted()).toEqual([...asked.split(' '), 'helper'].toSorted());
    const by = whole.assembly.modules.flatMap((module) => module.deeds?.deeds ?? []).flatMap((deed) => deed.by);
    expect(by.filter((doer) => !roles.includes(doer) && !ROLELESS.some((word) => word === doer))).toEqual([]);
  });

  it('is noticed to be unsaid for a command or a route that nobody wrote into the tables', async () => {
    const planted = { ...commands()[0]!, name: 'planted.sin' };
    await expect(commandTable([planted], inputs())).rejects.toThrow('planted.sin has no sample input');
    const input = inputs()[commands()[0]!.name];
    const [, command] = (await commandTable([planted], { 'planted.sin': input })).split('\n');
    expect(command).toMatch(/^planted\.sin(,(yes|no))+$/);
    const [, route] = (await routeTable([get('/planted', async () => page({ title: 'Sin', main: '' }))])).split('\n');
    expect(route).toMatch(/^GET …\/forum\/planted(,200)+$/);
    expect((await readFile(COMMANDS_TABLE, 'utf8')).split('\n')).not.toContain(command);
    expect((await readFile(ROUTES_TABLE, 'utf8')).split('\n')).not.toContain(route);
  });

  it('is the same for every route and every role as the committed table says', async () => {
    const table = await routeTable(walked());
    // A fault of ours is no answer to anybody.
    expect(table).not.toMatch(/,5\d\d/);
    await compare(ROUTES_TABLE, table);
  }, 300_000);
});

/** Who a column of the table is, in words of `by`; "elsewhere" and "of another" never may on account of that role. */
const COLUMN: Readonly<Record<string, string>> = {
  ...{ resident: 'resident', 'member of the body': 'member', 'alternate of the body': 'alternate' },
  ...{ 'executor of the body': 'executor', evaluator: 'evaluator', interviewer: 'interviewer', analyst: 'analyst' },
  ...{ moderator: 'moderator', helper: 'helper', secretary: 'secretary', coordinator: 'coordinator' },
  ...{ operator: 'operator' },
};

/** Deeds of a body or an organisation whose object is another body's in the samples. */
// Any member may come to the urn: which seat is whose is asked of the roll.
const OF_ANY_BODY = new Set(['opendata.confirm_checkpoint', 'ballots.vote', 'ballots.take_paper']);

/** What everybody does only without saying who they are: whoever is known at that moment is turned away. */
const NAMELESS = new Set(['ballots.cast_secretly']);

/** The line of the table that a declaration promises. */
function saidRow(command: string, by: readonly string[]): string {
  const deed = commands().find(({ name }) => name === command);
  const isForeign = (column: string): boolean => /of another$|of the executor$/.test(column);
  const may = (column: string): boolean => {
    if (NAMELESS.has(command) && by.includes('everybody')) return column === 'nobody';
    if (by.includes('everybody')) return column !== 'through a helper' || through(deed);
    if (column === 'through a helper') return by.includes('executor') && through(deed);
    if (column === 'nobody') return false;
    if (column.startsWith('link to ')) return by.includes('link') && command === LINK_DEEDS[column];
    if (by.includes('account')) return true;
    if (isForeign(column)) return OF_ANY_BODY.has(command) && by.includes(column.split(' ')[0]!);
    return by.includes(COLUMN[column] ?? '');
  };
  return [command, ...everybody().map(([column]) => (may(column) ? 'yes' : 'no'))].join(',');
}

const LINK_DEEDS: Readonly<Record<string, string>> = {
  'link to report': 'plans.report_update',
  'link to reply': 'plans.reply',
};

const through = (deed: AnyCommand | undefined): boolean => deed?.assisted !== undefined || deed?.endsAssisted === true;

async function commandTable(list: readonly AnyCommand[], given: Readonly<Record<string, unknown>>): Promise<string> {
  const forum = whole.assembly.forums.byId(world.forum)!;
  const rows: string[][] = [['command', ...everybody().map(([name]) => name)]];
  for (const asked of list) {
    const deed = asked as unknown as Command<unknown, unknown>;
    expect(given, `${deed.name} has no sample input`).toHaveProperty([deed.name]);
    const shaped = v.safeParse(deed.input, given[deed.name]);
    expect(shaped.issues?.[0]?.message ?? '', `${deed.name}: its sample input has another shape`).toBe('');
    const row = [deed.name];
    for (const [, actor] of everybody()) row.push(await verdict(deed, shaped.output, actor, forum));
    rows.push(row);
  }
  return csvOf(rows);
}

async function routeTable(routes: readonly Route[]): Promise<string> {
  const rows: string[][] = [['route', ...everybody().map(([name]) => name)]];
  const lines = new Map<string, string[]>();
  for (const [, actor] of everybody()) {
    const app = applicationAs(actor, routes);
    for (const route of routes) {
      const name = `${route.method} ${route.scope === 'root' ? '' : route.scope === 'forum' ? '…/forum' : '…'}${route.path}`;
      const line = lines.get(name) ?? [];
      line.push(await statusOf(app, route.method, addressOf(route.scope, route.path)));
      lines.set(name, line);
    }
  }
  for (const [name, line] of [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1))) rows.push([name, ...line]);
  return csvOf(rows);
}

/** Every route, those that make and unmake the demonstration after all others. */
function walked() {
  const routes = whole.assembly.modules.flatMap((module) => module.routes);
  const isLast = (route: (typeof routes)[number]): boolean =>
    route.method === 'POST' && /^\/demo(nstration|\/removal)$/.test(route.path);
  return [...routes.filter((route) => !isLast(route)), ...routes.filter(isLast)];
}

type Asked = Parameters<typeof contextOf>[1]['forum'];

/** Asks for permission alone, in a transaction that is rolled back. */
async function verdict(deed: Command<unknown, unknown>, input: unknown, actor: Actor, forum: Asked): Promise<string> {
  let said = '';
  class Back extends Error {}
  await whole.assembly.database
    .transaction(async (trx) => {
      const ctx = contextOf(whole.assembly.house, { actor, forum, lang: 'en', requestId: 'matrix' }, trx);
      said =
        (actor.kind !== 'assisted' || through(deed as unknown as AnyCommand)) && (await deed.access(ctx, input)).may
          ? 'yes'
          : 'no';
      throw new Back();
    })
    .catch((problem) => {
      if (!(problem instanceof Back)) throw problem;
    });
  return said;
}

function applicationAs(actor: Actor, routes: readonly Route[]) {
  const { house, forums, langs, modules, config } = whole.assembly;
  const look = { modules, publicUrl: config.publicUrl, demonstrationRoles: [] };
  return application(
    {
      house,
      forums,
      langs,
      routes,
      origin: null,
      whoIs: async () => actor,
      draw: (web, page) => draw(look, web, page),
      refusalPage,
      log: ({ error }) => console.error(error),
    },
    ({ answer }) => {
      const status = answer.kind === 'html' ? answer.status : answer.kind === 'redirect' ? 303 : (answer.status ?? 200);
      return new Response(null, { status });
    },
  );
}

const statusOf = async (app: ReturnType<typeof applicationAs>, method: string, address: string): Promise<string> => {
  const headers = {
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const request = new Request(`http://localhost:3000${address}`, {
    method,
    headers,
    ...(method === 'POST' ? { body: '' } : {}),
  });
  return String((await app.fetch(request)).status);
};

/** A real address for a route: names of the demonstration in place of the parameters. */
function addressOf(scope: string, pattern: string): string {
  const named: Readonly<Record<string, string>> = {
    ...{
      plan: world.planSlug!,
      measure: world.measureSlug!,
      body: world.bodySlug!,
      place: world.placeSlug!,
      slug: world.placeSlug!,
    },
    ...{
      person: world.person!,
      evaluation: world.evaluation!,
      role: world.role!,
      number: '1',
      position: '1',
      ...{ seat: '1', group: '1', lead: world.lead!, member: world.groupMember! },
      ...{ document: 'rules', version: '1', label: 'a1' },
      country: 'AZ',
    },
  };
  const queries: Readonly<Record<string, string>> = {
    '/plans/:plan/measures/:measure/updates/new': `?cell=${world.cell}`,
    '/plans/:plan/measures/:measure/evaluations/new': `?cell=${world.cell}`,
    '/documents/:document/changes': '?from=1&to=2',
  };
  const isBody = pattern.startsWith('/bodies/');
  const isSaid = pattern.startsWith('/consultations/');
  const filled = pattern.replace(/:([a-z]+)/g, (_all, name: string) =>
    isBody && name === 'slug' ? world.bodySlug! : isSaid && name === 'place' ? '1' : (named[name] ?? EMPTY),
  );
  const prefix = scope === 'forum' ? '/en/durnasu' : scope === 'installation' ? '/en' : '';
  return `${prefix}${filled}${queries[pattern] ?? ''}` || '/';
}
