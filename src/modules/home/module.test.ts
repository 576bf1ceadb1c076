import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type Actor, NOBODY } from '#core/actor.ts';
import { readingsOf } from '#core/audit/readings.ts';
import { json } from '#core/db/json.ts';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import { ok } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import { Forums } from '#core/forums.ts';
import type { Answer, Posted, Web } from '#core/http/route.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { WHOLE } from '#core/opening/sight.ts';
import { day } from '#core/time/plain-date.ts';
import type { IdentityTables } from '#modules/identity/schema.ts';
import { evaluate } from '#modules/plans/evaluations/commands.ts';
import { reportUpdate } from '#modules/plans/reports/commands.ts';
import { holder, loadTrial } from '#modules/plans/trial/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { homeModule } from './module.ts';
import { homeInputs } from './samples.ts';

const NO_FILES = {} as FileStore;
const ORIGIN = 'https://forum.example.org';
const lang = (code: LanguageCode) => new Lang(code, SENTENCES[code]);

interface Asked {
  readonly as?: Actor;
  readonly form?: Readonly<Record<string, string>>;
  readonly accept?: string;
}

/** A browser before the module's own routes, in an installation with the forums of the database. */
function browser(on: Stage, scratch: Scratch, loadExample: (() => Promise<void>) | null = null) {
  const forums = new Forums();
  const reloadForums = () => forums.load(scratch.db, on.house.revisions);
  const needs = {
    forums: () => forums.all,
    forumTables: [],
    forgetPeople: async () => {},
    parts: () => [],
    data: () => [],
    things: () => [],
    files: NO_FILES,
    reloadForums,
    lang,
    toTell: async () => null,
    news: async () => null,
  };
  const routes = homeModule({ ...needs, loadExample, showKit: true }).routes;
  return async (method: 'GET' | 'POST', path: string, asked: Asked = {}): Promise<Met> => {
    await reloadForums();
    const url = new URL(path, ORIGIN);
    const [, code = '', slug = ''] = url.pathname.split('/');
    const language = code === 'az' || code === 'ru' ? code : 'en';
    for (const route of routes) {
      const forum = route.scope === 'forum' ? forums.bySlug(slug) : on.reference;
      const base = { root: '', installation: `/${language}`, forum: `/${language}/${slug}` }[route.scope];
      if (route.method !== method || !forum || `${base}${route.path}` !== url.pathname.replace(/^\/$/, '')) continue;
      return met(await route.handle(webOf(on, scratch, { method, url, base, forum, language, asked })));
    }
    throw new Error(`no route for ${method} ${path}`);
  };
}

interface Known {
  readonly method: string;
  readonly url: URL;
  readonly base: string;
  readonly forum: Forum;
  readonly language: LanguageCode;
  readonly asked: Asked;
}

const webOf = (on: Stage, scratch: Scratch, { method, url, base, forum, language, asked }: Known): Web => ({
  ...{ method, url, params: {}, lang: lang(language), forum, actor: asked.as ?? NOBODY, sight: WHOLE },
  ...{ now: on.now, today: on.today, db: scratch.db, origin: ORIGIN, requestId: 'test', freshness: 0 },
  withheld: (id) => withheldIn(scratch.db, { id, zone: forum.zone }),
  header: (name) => (name === 'accept-language' ? (asked.accept ?? null) : null),
  langOf: lang,
  cookie: () => null,
  posted: async () => ok(posted(asked.form ?? {})),
  perform: on.as(asked.as ?? NOBODY, forum),
  tryEnter: async () => null,
  deviceCookies: async () => [],
  at: (below) => `${base}${below}`,
});

const posted = (form: Readonly<Record<string, string>>): Posted => ({
  text: (name) => form[name] ?? '',
  all: (name) => (form[name] === undefined ? [] : [form[name]]),
  names: Object.keys(form),
  files: () => [],
});

/** "200", "303 /en/me", "forbidden home.refused...": what a person would meet; the page without its tags. */
interface Met {
  readonly status: string;
  readonly html: string;
  readonly text: string;
  readonly kept: boolean;
}

function met(answer: Answer): Met {
  const none = { html: '', text: '', kept: false };
  if (answer.kind === 'redirect') return { ...none, status: `303 ${answer.to}` };
  if (answer.kind === 'refused') return { ...none, status: `${answer.refusal.kind} ${answer.refusal.message.key}` };
  if (answer.kind === 'file') return { ...none, status: '200', html: String(answer.body) };
  const html = renderToString(answer.page.main as VNode);
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: String(answer.status ?? 200), html, text, kept: answer.validUntil === undefined };
}

const operator = person(null, 'operator', 'coordinator');
const forgetStage = (scratch: Scratch) => scratch.db.withTables<{ core_forums: { slug: string } }>();

both('the first minutes of an installation', (scratch) => {
  it('ask one question, and each answer leads to work or to signing in', async () => {
    const on = await stage(scratch);
    await forgetStage(scratch).deleteFrom('core_forums').where('slug', '=', 'stage').execute();
    let loaded = 0;
    const go = browser(on, scratch, async () => {
      loaded++;
    });
    const visitor = await go('GET', '/en');
    expect(visitor.text).toContain('What do you have today?');
    expect(visitor.kept).toBe(false);
    expect(visitor.html.match(/href="\/en\/sign-in"/g)?.length).toBe(4);
    const signedIn = await go('GET', '/az/start', { as: operator });
    expect(signedIn.html).not.toContain('/sign-in');
    expect(signedIn.html).toContain('href="/az/forums/new"');
    expect(signedIn.html).toContain('action="/az/demonstration"');
    expect((await go('POST', '/az/demonstration')).status).toBe('sign_in home.refused.operator_only');
    expect(loaded).toBe(0);
    expect((await go('POST', '/az/demonstration', { as: operator })).status).toBe('303 /az');
    expect(loaded).toBe(1);
  });

  it('open a forum that becomes the short home, and say what to do next', async () => {
    const on = await stage(scratch);
    await forgetStage(scratch).deleteFrom('core_forums').where('slug', '=', 'stage').execute();
    const go = browser(on, scratch);
    expect((await go('GET', '/az/forums/new')).status).toBe('sign_in home.refused.operator_only');
    expect((await go('GET', '/az/forums/new', { as: person(on.forum.id, 'coordinator') })).status).toMatch(
      /^forbidden/,
    );
    expect((await go('GET', '/az/forums/new', { as: operator })).status).toBe('200');
    const form = { name_az: 'Quba–Xaçmaz dialoq platforması', motif: '2' };
    const opened = await go('POST', '/az/forums', { as: operator, form });
    expect(opened.status).toBe('303 /az/quba-xacmaz-dialoq-platformasi?done=opened');
    expect((await on.entries()).map((entry) => entry.kind)).toEqual(['home.forum_opened']);
    expect((await go('GET', '/az')).status).toBe('303 /az/quba-xacmaz-dialoq-platformasi');
    const page = await go('GET', '/az/quba-xacmaz-dialoq-platformasi?done=opened', { as: operator });
    expect(page.html).toContain('href="/az/quba-xacmaz-dialoq-platformasi/people/new"');
    expect(page.html).toContain('href="/az/quba-xacmaz-dialoq-platformasi/plans/new"');
    expect((await go('GET', '/az/quba-xacmaz-dialoq-platformasi')).html).not.toContain('plans/new');
  });

  it('refuse an address that is taken, reserved or unreadable, and a forum without a name; nothing is lost', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const tried = async (form: Readonly<Record<string, string>>): Promise<Met> =>
      go('POST', '/en/forums', { as: operator, form: { motif: '1', ...form } });
    const taken = await tried({ name_en: 'Another', slug: 'stage', motto_en: 'one table' });
    expect(taken.status).toBe('422');
    expect(taken.text).toContain('The address “stage” is taken');
    expect(taken.html).toContain('value="one table"');
    for (const slug of ['start', 'national', 'sign-in', 'az']) {
      expect((await tried({ name_en: 'Another', slug })).text).toContain(`The address “${slug}” is taken`);
    }
    for (const slug of ['Two Words', 'ünvan', '-x', 'a'.repeat(61)]) {
      expect((await tried({ name_en: 'Another', slug })).text).toContain('cannot be used');
    }
    expect((await tried({})).text).toContain('Write the name in at least one language');
    expect((await tried({ name_en: 'x'.repeat(161) })).text).toContain(
      'At most 160 characters fit here; 161 were sent',
    );
    expect((await tried({ name_en: 'x', motif: '9' })).text).toContain('Choose one of the three patterns');
    expect(await on.entries()).toEqual([]);
    // Whoever goes around the form meets the same law.
    const around = await on.as(operator, on.reference)(
      homeModule(NEEDS).commands[0] as never,
      {
        ...(homeInputs['home.open_forum'] as object),
        slug: 'start',
      } as never,
    );
    expect(around).toMatchObject({ ok: false, refusal: { kind: 'bad_input' } });
  });

  it('show every forum when there are several, the invented ones apart', async () => {
    const on = await stage(scratch);
    await loadTrial(on, { due: day('2026-09-30') });
    const go = browser(on, scratch);
    await asSystem(on)(homeModule(NEEDS).commands[0] as never, homeInputs['home.open_forum'] as never);
    const home = await go('GET', '/en');
    expect(home.status).toBe('200');
    expect(home.text).toContain('Stage');
    expect(home.text).toContain('1 plan, 1 measure');
    expect(home.text).toContain('1 late');
    expect(home.text).toContain('In preparation');
    expect(home.html).not.toContain('/en/forums/new');
    expect((await go('GET', '/en', { as: operator })).html).toContain('/en/forums/new');
  });
});

const SEEN = [{ kind: 'observation' as const, title: 'baxış', url: null, onDay: null }];

const NEEDS = {
  ...{
    forums: () => [],
    forumTables: [],
    forgetPeople: async () => {},
    parts: () => [],
    data: () => [],
    things: () => [],
    files: NO_FILES,
    reloadForums: async () => {},
  },
  ...{ loadExample: null, showKit: false, lang, toTell: async () => null, news: async () => null },
};

both('the front page of a forum', (scratch) => {
  it('says what is late by how many days, what comes next, and hides drafts', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    const empty = await go('GET', '/en/stage');
    expect(empty.text).toContain('No plan is public yet');
    expect(empty.html).not.toContain('/plans/import');
    const staff = await go('GET', '/en/stage', { as: person(on.forum.id, 'secretary') });
    expect(staff.html).toContain('href="/en/stage/plans/import"');
    await loadTrial(on, { adopted: null, slug: 'draft', title: 'Qaralama' });
    expect((await go('GET', '/en/stage')).text).toContain('No plan is public yet');
    await loadTrial(on, { due: day('2026-09-30'), reportDates: ['2026-12-31'] });
    await loadTrial(on, { slug: 'second', due: day('2026-12-15'), measureTitle: 'Yollar' });
    const page = await go('GET', '/en/stage');
    expect(page.text).toContain('1.1 Terminallar');
    expect(page.text).toContain('54 days late due date was 30 September 2026');
    expect(page.text).toMatch(/Yollar .* 15 December 2026, in 22 days/);
    expect(page.text).toContain('31 December 2026, in 38 days');
    expect(page.text).not.toContain('Qaralama');
    expect(page.kept).toBe(true);
  });
});

both('the desk', (scratch) => {
  it('is for people who signed in; a stranger has an empty one', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    expect((await go('GET', '/en/stage/desk')).status).toBe('sign_in home.refused.desk');
    const stranger = await go('GET', '/en/stage/desk', {
      as: person('01900000-0000-7000-8000-0000000000ff', 'member'),
    });
    expect(stranger.text).toContain('You have no role on this platform yet');
    expect(stranger.html).not.toContain('/people');
  });

  it('says to the keepers whom to call today, with a message in the receiver’s language that ends with an address', async () => {
    const on = await stage(scratch);
    const [go, id] = [browser(on, scratch), '01900000-0000-7000-8000-00000000ca11'];
    const tables = scratch.db.withTables<IdentityTables>();
    const stamp = { made_at: on.now, made_by: id };
    await tables
      .insertInto('identity_people')
      .values({
        ...{ id, name: json({ ru: 'Рена' }), language: 'ru', email: null, phone: '+994 50 123 45 67' },
        ...{ demonstration: false, created_at: on.now, created_by: null },
      })
      .execute();
    await tables
      .insertInto('identity_roles')
      .values({
        ...{ forum_id: on.forum.id, id, person_id: id, role: 'secretary', body_id: null, from_day: on.today },
        ...{ to_day: null, granted_at: on.now, granted_by: null },
      })
      .execute();
    await tables
      .insertInto('identity_links')
      .values({
        ...{ id, token_hash: 'a'.repeat(43), code_hash: 'b'.repeat(43), person_id: id, landing: null, ...stamp },
        ...{ expires_at: new Date(on.now.getTime() + 86_400_000), used_at: null, used_by_session: null },
      })
      .execute();
    const desk = await go('GET', '/en/stage/desk', { as: holder(on, 'coordinator') });
    expect(desk.text).toContain('1 person to call or write to today');
    expect(desk.html).toContain('href="tel:+994501234567"');
    expect(desk.html).toContain(`action="/en/stage/calls/link/${id}/tellings"`);
    const message = /<textarea[^>]*lang="ru"[^>]*>([^<]*)</.exec(desk.html)![1]!;
    expect(message.length).toBeLessThan(600);
    expect(message).toMatch(/^Səhnə\. Рена, .* https:\/\/forum\.example\.org\/ru\/sign-in$/);
    // Whoever is listed there can see that somebody looked.
    expect(await readingsOf(scratch.db, id)).toMatchObject([{ what: 'identity.calls.reading' }]);
    expect((await go('GET', '/en/stage/desk', { as: holder(on, 'executor', id) })).text).not.toContain('Рена');
  });

  it('gives each role what it owes, one press from the deed', async () => {
    const on = await stage(scratch);
    const trial = await loadTrial(on, { due: day('2027-09-30'), reportDates: ['2026-11-11', '2027-02-11'] });
    const go = browser(on, scratch);
    const report = `${trial.path}/updates/new?cell=`;
    const desk = (as: Actor) => go('GET', '/en/stage/desk', { as });

    const executor = await desk(holder(on, 'executor', trial.body('road')));
    expect(executor.text).toContain('Owed by you: 1');
    expect(executor.text).toContain('12 days overdue');
    expect(executor.html).toContain(`href="/en/stage${report}${trial.cell('road')}"`);
    expect(executor.html).not.toContain(trial.cell('water'));
    expect((await desk(holder(on, 'member', trial.body('water')))).html).toContain(`${report}${trial.cell('water')}`);

    const coordinator = await desk(holder(on, 'coordinator'));
    expect(coordinator.text).toContain('Overdue reports: 2');
    expect(coordinator.html).toContain(`object=${trial.cell('road')}`);
    expect(coordinator.html).toContain(`${report}${trial.cell('road')}&amp;way=paper`);
    expect(coordinator.html).toContain('href="/en/stage/people"');

    await asSystem(on)(reportUpdate, {
      ...{ cell: trial.cell('road'), state: 'under_way', text: { az: 'Başlayıb' }, onDay: on.today },
      ...{ evidence: [{ kind: 'event', title: 'görüş', url: null, onDay: null }], files: [], actuals: [], paper: null },
    });
    expect((await desk(holder(on, 'executor', trial.body('road')))).text).toContain('Nothing is owed by you');
    expect((await desk(holder(on, 'coordinator'))).text).toContain('Overdue reports: 1');

    const evaluator = holder(on, 'evaluator', trial.body('ngo'));
    const judging = await desk(evaluator);
    expect(judging.text).toContain('Reports to evaluate: 1');
    expect(judging.html).toContain(`${trial.path}/evaluations/new?cell=${trial.cell('road')}`);
    // Nobody judges a measure of which the own organisation is executor.
    expect((await desk(holder(on, 'evaluator', trial.body('water')))).text).toContain('has been evaluated');
    await on.as(evaluator)(evaluate, {
      ...{ cell: trial.cell('road'), organisation: trial.body('ngo'), completion: 'limited' },
      scales: { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null },
      ...{
        finding: { az: 'Az' },
        method: { az: 'Baxış' },
        ties: { az: 'Yoxdur' },
        evidence: SEEN,
        files: [],
        actuals: [],
      },
    });
    const sent = await desk(evaluator);
    expect(sent.text).toContain('has been evaluated or is being evaluated');
    expect(sent.text).toMatch(/waits for a reply until .* in \d+ days/);
    const owing = await desk(holder(on, 'executor', trial.body('road')));
    expect(owing.text).toMatch(/Reply to the evaluation of 1.1 Terminallar by \d+ December 2026/);
    expect(owing.html).toMatch(/evaluations\/[0-9a-f-]{36}\/reply"/);
    expect((await desk(holder(on, 'executor', trial.body('water')))).text).not.toContain('Reply to the evaluation');
  });
});

both('reported facts', (scratch) => {
  it('are entered by the keepers of the record and stand exactly as printed, with their source', async () => {
    const on = await stage(scratch, { kind: 'record' });
    const go = browser(on, scratch);
    expect((await go('GET', '/en/stage')).text).toContain('Nothing is entered yet');
    expect((await go('GET', '/en/stage/facts/new')).status).toBe('sign_in home.refused.record_keepers_only');
    const keeper = person(on.forum.id, 'secretary');
    const enter = (form: Readonly<Record<string, string>>, as = keeper) => go('POST', '/en/stage/facts', { as, form });
    const fact = {
      part: 'finding',
      title_az: 'portalı <b>tanıyır</b>',
      value: 'nearly 18 %',
      source: 'An account, 2017',
    };
    const wrong = await enter({ ...fact, source: '', part: 'rumour', source_url: 'javascript:alert(1)' });
    expect(wrong.status).toBe('422');
    for (const said of ['Choose the part', 'nothing is entered without a source', 'is not an address of a page'])
      expect(wrong.text).toContain(said);
    expect(wrong.html).toContain('nearly 18 %');
    expect((await enter({ ...fact, title_az: '' })).text).toContain('in at least one language');
    expect((await enter({ ...fact, value: 'x'.repeat(501) })).text).toContain('At most 500 characters');
    expect((await enter(fact, person(on.forum.id, 'member'))).status).toBe(
      'forbidden home.refused.record_keepers_only',
    );
    expect((await enter(fact)).status).toBe('303 /en/stage?done=entered');
    const page = await go('GET', '/en/stage?done=entered');
    expect(page.text).toContain('nearly 18 %');
    expect(page.text).toContain('only in Azerbaijani');
    expect(page.html).toContain('portalı &lt;b');
    expect(page.text).toContain('Source: An account, 2017');
    expect(page.html).not.toContain('/facts/new');
    expect((await on.entries()).at(-1)).toMatchObject({ kind: 'home.fact_entered', params: { n: 1 } });
  });
});

both('the removal of the demonstration', (scratch) => {
  it('is asked once more, of the operator only: anybody can look through the eyes of an invented coordinator', async () => {
    const on = await stage(scratch, { demonstration: true });
    const go = browser(on, scratch);
    const status = async (method: 'GET' | 'POST', as: Actor) =>
      (await go(method, '/en/stage/demo/removal', { as })).status;
    for (const method of ['GET', 'POST'] as const) {
      expect(await status(method, NOBODY)).toBe('sign_in home.refused.operator_only');
      for (const role of ['coordinator', 'operator', 'member'])
        expect(await status(method, person(on.forum.id, role))).toBe('forbidden home.refused.operator_only');
    }
    expect((await go('GET', '/en/stage/demo/removal', { as: operator })).text).toContain('Stage');
    expect((await go('GET', '/en', { as: operator })).html).toContain('href="/en/stage/demo/removal"');
    expect((await go('GET', '/en')).html).not.toContain('/demo/removal');
    expect(await status('POST', operator)).toBe('303 /en?done=removed');
    expect((await go('GET', '/en?done=removed')).text).toContain('The demonstration is removed');
    await expect(go('GET', '/en/stage')).rejects.toThrow('no route');
  });

  it('leaves a forum that works alone', async () => {
    const on = await stage(scratch);
    const go = browser(on, scratch);
    expect((await go('POST', '/en/stage/demo/removal', { as: operator })).status).toBe('303 /en?done=removed');
    expect((await go('GET', '/en/stage')).status).toBe('200');
  });
});

both('what stands at the top of the address', (scratch) => {
  it('chooses the language, and tells machines what there is', async () => {
    const on = await stage(scratch);
    await loadTrial(on, { adopted: null, slug: 'draft' });
    const trial = await loadTrial(on);
    const go = browser(on, scratch);
    expect((await go('GET', '/', { accept: 'ru-RU,ru;q=0.9,en;q=0.8' })).status).toBe('303 /ru');
    expect((await go('GET', '/', { accept: 'fr' })).status).toBe('303 /az');
    expect((await go('GET', '/healthz')).html).toBe('ok');
    expect((await go('GET', '/robots.txt')).html).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    const { html: map } = await go('GET', '/sitemap.xml');
    for (const path of [
      '/en',
      '/az/about',
      '/ru/stage',
      `/az/stage${trial.path}`,
      '/en/stage/plans',
      '/en/stage/places',
    ])
      expect(map).toContain(`<loc>${ORIGIN}${path}</loc>`);
    expect(map).toContain(`<xhtml:link rel="alternate" hreflang="ru" href="${ORIGIN}/ru/stage/executors/plan-road"/>`);
    expect(map).not.toContain('/plans/draft');
    for (const part of ['2', '0', 'x', '1.5'])
      expect((await go('GET', `/sitemap.xml?part=${part}`)).status).toBe('not_found errors.not_found_page');
  });

  it('explains itself in three languages', async () => {
    const go = browser(await stage(scratch), scratch);
    for (const language of ['az', 'en', 'ru'])
      for (const name of ['about', 'method', 'accessibility', 'privacy'])
        expect((await go('GET', `/${language}/${name}`)).text.length).toBeGreaterThan(400);
    expect((await go('GET', '/en/dev/ui')).status).toBe('200');
  });
});

describe('the kit', () => {
  it('is not shown where the public comes', () => {
    expect(homeModule(NEEDS).routes.some((route) => route.path.startsWith('/dev'))).toBe(false);
  });
});
