import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import { type Kind, kinds } from '#core/db/testing/scratch.ts';
import { perform } from '#core/house.ts';
import { addPlace } from '#modules/places/commands.ts';
import { servedHouse } from './testing/whole-house.ts';

/** Two who open the same form and save it one after the other: the second sees what the first changed, nothing is lost. */
type Fields = [name: string, value: string][];

function twoEditors(kind: Kind): void {
  const house = servedHouse({ example: true, kind });
  let cookie = '';

  beforeAll(async () => {
    cookie = await house.looking('coordinator');
  });

  const ask = (address: string) => house.ask(address, cookie);
  const send = (address: string, fields: Fields) => house.send(address, fields, cookie);
  const open = async (address: string): Promise<Fields> => fieldsOf(await (await ask(address)).text(), address);
  const standsIn = (fields: Fields, name: string) =>
    fields
      .filter(([of]) => of === name)
      .map(([, value]) => value)
      .join('|');

  /** A first and a second change of the form at this address, sent to `to`. The second comes from a page opened before. */
  async function both(address: string, to: string, first: Changed, second: Changed) {
    const shown = await open(address);
    const [one, other] = [changed(shown, first), changed(shown, second)];
    const saved = await send(to, one);
    expect([address, saved.status, wrongIn(await saved.text())]).toEqual([address, 303, []]);
    const refused = await send(to, other);
    const text = await refused.text();
    expect([address, [409, 422].includes(refused.status)]).toEqual([address, true]);
    expect(text).toContain('Somebody else saved this form while you were writing');
    return { text, merged: fieldsOf(text, address) };
  }

  async function lossless(address: string, to: string, first: Changed, second: Changed): Promise<void> {
    const { text, merged } = await both(address, to, first, second);
    for (const [name, value] of Object.entries({ ...first, ...second })) {
      expect([address, name, standsIn(merged, name)]).toEqual([address, name, value]);
    }
    for (const value of Object.values(first)) expect(text).toContain(`changed this to “${value}`);
    const again = await send(to, merged);
    expect([address, again.status, again.status === 303 ? '' : await again.text()]).toEqual([address, 303, '']);
    const now = await open(address);
    for (const [name, value] of Object.entries({ ...first, ...second }))
      expect([address, name, standsIn(now, name)]).toEqual([address, name, value]);
  }

  const P = '/en/durnasu/plans';
  const draft = async (slug: string): Promise<string> => {
    const made = await send(P, [
      ...([
        ['language', 'en'],
        ['title_en', `Draft ${slug}`],
        ['slug', slug],
      ] as Fields),
      ...([
        ['starts_on', '2027-01-01'],
        ['ends_on', '2028-12-31'],
        ['reply_days', '10'],
        ['extension_days', '5'],
      ] as Fields),
      ['executor_voice', 'asked'],
    ]);
    expect(made.status).toBe(303);
    return `${P}/${slug}`;
  };
  const measure = async (plan: string): Promise<string> => {
    const fields: Fields = [
      ['title_en', 'Paint the bridge'],
      ['text_en', 'Paint it'],
      ['number', '1.1'],
      ['local_executor', 'unknown'],
    ];
    const made = await send(`${plan}/measures`, fields);
    return made.headers.get('location')!.replace(/\/edit.*$/, '');
  };

  it('of a plan that is a draft', async () => {
    const plan = await draft('two-plan');
    await lossless(`${plan}/edit`, `${plan}/edit`, { summary_en: 'Their summary' }, { ends_on: '2029-06-30' });
    const { text, merged } = await both(
      `${plan}/edit`,
      `${plan}/edit`,
      { summary_en: 'First' },
      { summary_en: 'Second' },
    );
    expect(text).toContain('The other person saved “First”; you wrote “Second”');
    expect(standsIn(merged, 'summary_en')).toBe('Second');
    const named = await both(`${plan}/edit`, `${plan}/edit`, { executor_voice: 'not_asked' }, { summary_en: 'Third' });
    expect(named.text).not.toContain('“not_asked');
  });

  it('of a plan that is adopted: what is said about it', () =>
    lossless(
      `${P}/local/edit`,
      `${P}/local/edit`,
      { summary_en: 'Their words' },
      { source_url: 'https://example.org/plan' },
    ));

  it('of the points of a plan: both may add one, and move them', async () => {
    const plan = await draft('two-points');
    const at = `${plan}/points`;
    const first = changed(await open(at), { point_0_title_en: 'Roads', point_1_title_en: 'Water' });
    expect((await send(at, first)).status).toBe(303);
    await lossless(at, at, { point_0_title_en: 'Better roads' }, { point_1_title_en: 'Clean water' });
    const { merged } = await both(at, at, { point_2_title_en: 'Their third' }, { point_2_title_en: 'My third' });
    expect((await send(at, merged)).status).toBe(303);
    const titles = (await open(at))
      .filter(([name, value]) => name.endsWith('title_en') && value !== '')
      .map(([, value]) => value);
    expect(titles).toEqual(['Better roads', 'Clean water', 'Their third', 'My third']);
  });

  it('of the days of reports', async () => {
    const at = `${await draft('two-dates')}/report-dates`;
    const one = changed(await open(at), { date_0_due_on: '2027-06-30', date_0_basis: 'First half-year' });
    expect((await send(at, one)).status).toBe(303);
    const { merged } = await both(
      ...([at, at] as const),
      { date_0_basis: 'Half a year' },
      { date_1_due_on: '2027-12-31', date_1_basis: 'A year' },
    );
    expect((await send(at, merged)).status).toBe(303);
    const now = await open(at);
    expect(['date_0_basis', 'date_1_due_on', 'date_1_basis'].map((name) => standsIn(now, name))).toEqual([
      'Half a year',
      '2027-12-31',
      'A year',
    ]);
  });

  it('of a measure of a draft, with its milestones and executors', async () => {
    const at = `${await measure(await draft('two-measures'))}/edit`;
    await lossless(at, at, { problem_en: 'It rusts' }, { legal_basis: 'Law 5' });
    const { merged } = await both(at, at, { milestone_0_title_en: 'Their step' }, { milestone_0_title_en: 'My step' });
    expect((await send(at, merged)).status).toBe(303);
    const now = await open(at);
    expect(['milestone_0_title_en', 'milestone_1_title_en'].map((name) => standsIn(now, name))).toEqual([
      'Their step',
      'My step',
    ]);
  });

  it('of the indicators of a measure, and targets within them', async () => {
    const at = `${await measure(await draft('two-indicators'))}/indicators`;
    const one = {
      indicator_0_text_en: 'Bridges painted',
      indicator_0_target_0_due_on: '2027-12-31',
      indicator_0_target_0_value: '1',
    };
    expect((await send(at, changed(await open(at), one))).status).toBe(303);
    await lossless(at, at, { indicator_0_unit_en: 'bridges' }, { indicator_0_target_0_value: '2' });
    const { merged } = await both(
      ...([at, at] as const),
      { indicator_0_target_1_due_on: '2028-06-30', indicator_0_target_1_value: '3' },
      { indicator_0_target_1_due_on: '2028-12-31', indicator_0_target_1_value: '4' },
    );
    expect((await send(at, merged)).status).toBe(303);
    const now = await open(at);
    expect([1, 2].map((i) => standsIn(now, `indicator_0_target_${i}_value`))).toEqual(['3', '4']);
  });

  it('of what is said about a measure of an adopted plan', () =>
    lossless(
      `${P}/local/measures/1.1/edit`,
      `${P}/local/measures/1.1/edit`,
      { legal_basis: 'Law 7' },
      { source_note: 'Page 3' },
    ));

  it('of an amendment: one entered meanwhile is not undone', async () => {
    const [at, to] = [`${P}/local/measures/1.1/amendments/new`, `${P}/local/measures/1.1/amendments`];
    const decision = { effective_on: '2026-11-23', decision: 'Decision 1' };
    const shown = await open(at);
    const enter = async (fields: Fields) => fieldsOf(await (await send(to, fields)).text(), 'amendments');
    const mine = await enter(changed(shown, { ...decision, title_en: 'My title' }));
    const theirs = await enter(changed(shown, { ...decision, text_en: 'Their text' }));
    expect((await send(to, theirs)).status).toBe(303);
    const refused = await send(to, mine);
    const text = await refused.text();
    expect([refused.status, text.includes('Somebody else saved this form')]).toEqual([422, true]);
    const merged = fieldsOf(text, 'amendments');
    expect([standsIn(merged, 'title_en'), standsIn(merged, 'text_en')]).toEqual(['My title', 'Their text']);
    const early = await send(to, changed(shown, { ...decision, title_en: 'Early' }));
    expect([early.status, (await early.text()).includes('Somebody else saved this form')]).toEqual([422, true]);
  });

  it('of a place and of a body', async () => {
    const [place, body] = [await someOf('places'), await someOf('bodies')];
    await lossless(
      `${place}/correction`,
      `${place}/correction`,
      { name_ru: 'Другое имя' },
      { source: 'Register 2026' },
    );
    await lossless(`${body}/correction`, `${body}/correction`, { address: 'Street 1' }, { phone: '+994 12 345 67 89' });
  });

  it('of the area of a forum, also where none was said before', async () => {
    const at = '/en/durnasu/places/area';
    for (const name of ['Şimal rayonu', 'Cənub rayonu', 'Şərq rayonu']) await toRegister(name);
    const page = await (await ask(at)).text();
    const [north, south] = [
      ...page.matchAll(/name="places"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="places"/g),
    ].map(([, one, other]) => one ?? other!);
    const bare = (await open(at)).filter(([name]) => name !== 'places' && name !== 'seen');
    expect((await send(at, bare)).status).toBe(303);
    const empty = await open(at);
    expect([standsIn(empty, 'places'), standsIn(empty, 'seen')]).toEqual(['', '-']);
    const { text, merged } = await both(at, at, { places: north! }, { places: south! });
    // Named, not numbered; what I chose stands, and a second press says it again knowingly.
    expect(text).toMatch(/The other person saved “[^”]+”; you wrote “[^”]+”/);
    expect(text).not.toContain(`“${north}`);
    expect(standsIn(merged, 'places')).toBe(south);
    const together: Fields = [...merged, ['places', north!]];
    expect((await send(at, together)).status).toBe(303);
    expect(
      standsIn(await open(at), 'places')
        .split('|')
        .toSorted(),
    ).toEqual([north!, south!].toSorted());
    // What only one of both changed comes from that one.
    const shown = await open(at);
    expect((await send(at, changed(shown, { places: north! }))).status).toBe(303);
    const late = await send(at, shown);
    expect([late.status, standsIn(fieldsOf(await late.text(), at), 'places')]).toEqual([409, north]);
  });

  /** Adds a district to the national register, as its operator does. */
  async function toRegister(name: string): Promise<void> {
    const asked = { actor: SYSTEM, forum: house.assembly.forums.reference, lang: 'az', requestId: 'test' } as const;
    const where = { parent: null, territory: null, lon: null, lat: null, outline: null, from: null };
    const input = {
      kind: 'district',
      code: null,
      name: { az: name },
      slug: null,
      source: 'Reyestr',
      ...where,
    } as const;
    expect(await perform(house.assembly.house, asked, addPlace, input)).toMatchObject({ ok: true });
  }

  it('of the figures of population: one recorded, corrected or taken back meanwhile is seen first', async () => {
    const place = await someOf('places');
    const at = `${place}/populations`;
    const figure = { day: '2026-03-19', source: 'Register of 2026', people: '1200', households: '' };
    const { text, merged } = await both(at, at, figure, { ...figure, people: '1300', households: '300' });
    expect(text).toContain('The other person saved “1200”; you wrote “1300”');
    expect([standsIn(merged, 'people'), standsIn(merged, 'households')]).toEqual(['1300', '300']);
    // A figure of another day is nobody's change of this one.
    const other = { ...figure, day: '2025-03-19', people: '1100' };
    expect((await send(at, changed(await open(at), other))).status).toBe(303);
    expect((await send(at, merged)).status).toBe(303);
    const page = await (await ask(place)).text();
    for (const people of ['1,300', '1,100']) expect(page).toContain(people);
    const all = [...page.matchAll(new RegExp(`${at}/[0-9a-f-]{36}/withdrawal`, 'g'))].map(([found]) => found);
    const texts = await Promise.all(all.map(async (address) => (await ask(address)).text()));
    const withdrawal = all[texts.findIndex((one) => one.includes('1,300'))];
    const shown = changed(await open(withdrawal!), { reason: 'Counted twice' });
    expect((await send(at, changed(await open(at), { ...figure, people: '1400' }))).status).toBe(303);
    const refused = await send(withdrawal!, shown);
    const words = await refused.text();
    expect([refused.status, words.includes('1,400'), words.includes('Counted twice')]).toEqual([409, true, true]);
    expect(words).toContain('Somebody else saved this form while you were writing');
    expect((await send(withdrawal!, fieldsOf(words, withdrawal!))).status).toBe(303);
    expect((await send(withdrawal!, shown)).status).toBe(404);
  });

  it('of one figure at the same moment: one is recorded, the other is told', async () => {
    const at = `${await someOf('places')}/populations`;
    const shown = await open(at);
    const figure = (people: string) =>
      send(at, changed(shown, { day: '2024-03-19', source: 'Register of 2024', people, households: '' }));
    const made = await Promise.all(['10', '20', '30'].map(figure));
    expect(made.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
  });

  /** The first place or body of the forum that it may correct itself. */
  async function someOf(what: 'places' | 'bodies'): Promise<string> {
    const text = await (await ask(`/en/durnasu/${what}`)).text();
    for (const [, address] of text.matchAll(new RegExp(`href="(/en/durnasu/${what}/[a-z0-9-]+)"`, 'g')))
      if ((await ask(`${address}/correction`)).status === 200) return address!;
    throw new Error(`no ${what} to correct`);
  }

  it('by a caller that shows no form is done as asked', async () => {
    const plan = await draft('two-without');
    const shown = (await open(`${plan}/edit`)).filter(([name]) => name !== 'seen');
    for (const summary_en of ['One', 'Two'])
      expect((await send(`${plan}/edit`, changed(shown, { summary_en }))).status).toBe(303);
  });
}

type Changed = Readonly<Record<string, string>>;

const changed = (fields: Fields, by: Changed): Fields => [
  ...fields.filter(([name]) => !(name in by)),
  ...Object.entries(by),
];

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const wrongIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="#f-[^>]*>([^<]*)</g)].map(([, said]) => said!);

/** What a browser would send of the form with the most fields, untouched; small forms of the frame are none. */
function fieldsOf(html: string, address: string): Fields {
  const forms = [...html.matchAll(/<form class="form"[^>]*method="post"[^>]*>(.*?)<\/form>/gs)].map(([, one]) => one!);
  const form = forms.toSorted((a, b) => b.length - a.length)[0];
  if (!form) throw new Error(`no form at ${address}: ${html.slice(0, 3000)}`);
  const fields: Fields = [];
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
  const control = /<(input)\s[^>]*>|<(textarea)\s[^>]*>([^<]*)<\/textarea>|<(select)\s[^>]*>.*?<\/select>/gs;
  for (const [tag, input, area, inside] of form.matchAll(control)) {
    const kind = input ?? area ?? 'select';
    const head = tag.slice(0, tag.indexOf('>') + 1);
    const name = attribute(head, 'name');
    if (!name) continue;
    if (kind === 'textarea') fields.push([name, unescaped(inside ?? '')]);
    else if (kind === 'select') {
      const options = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected(?=[\s>=/])/.test(option)) ?? options[0] ?? '';
      fields.push([name, unescaped(attribute(chosen, 'value') ?? '')]);
    } else if (!/type="(checkbox|radio)"/.test(head) || /\schecked(?=[\s>=/])/.test(head))
      fields.push([name, unescaped(attribute(head, 'value') ?? '')]);
  }
  return fields;
}

for (const kind of kinds) describe(`two editors (${kind})`, () => twoEditors(kind));
