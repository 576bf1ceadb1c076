import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { forumModule } from '../module.ts';
import { giveSeat, seatingCommands } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingsOn } from '../seats/rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const identity: Partial<IdentityNeeds> = {
  ...{ bodyOptions: async () => [], bodyNames: async () => new Map(), roles: () => [], deedKinds: () => [] },
  ...{ forum: () => null, lang: (code) => langs[code] },
};
const roles = derivedRoles(identity as IdentityNeeds);
const routesOf = (names: boolean) =>
  forumModule({
    ...{ roles, mayStorePeople: async () => names, lang: (code) => langs[code], onVersion: async () => null },
  }).routes;

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const db = (on: Stage) => on.house.database.db;
const coordinator = (on: Stage): Actor => person(on.forum.id, 'coordinator');
const come = (on: Stage, actor: Actor, names = false) =>
  visitor(on, { routes: routesOf(names), parts: { parts: [], doors: [] }, langs, language: 'en', actor });
const behind = { number: 'minutes 1', decided_on: '23.11.2026', source: 'list of 23.11.2026' };

/** What the trial carries on to the deed. */
const rowsIn = (text: string): string =>
  (/name="rows" value="([^"]*)"/.exec(text)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

async function bring(on: Stage, table: string, names = false) {
  const mine = come(on, coordinator(on), names);
  const trial = await mine.post('/members/import/trial', { ...behind, file: new File([table], 'members.csv') });
  const rows = rowsIn(trial.text);
  return { trial, made: rows ? await mine.post('/members/import', { ...behind, rows }) : null };
}

/** Two groups of three seats and more, one vacant, one with a term, one without an alternate; since two days. */
async function founded(on: Stage): Promise<void> {
  const days = (n: number): PlainDate => addDays(on.today, n);
  const decided = { number: 'm', decidedOn: days(-90), from: days(-90), reason: null, url: null, places: [] };
  const fresh = [
    { name: { en: 'NGOs, "free"' }, seats: 2 },
    { name: { en: 'Municipalities' }, seats: 1 },
  ];
  await must(asSystem(on)(decideComposition, { ...decided, more: [], fresh }));
  const { constituencies } = await seatingOf(db(on), on.forum.id);
  const more = [{ constituency: constituencies[0]!.id, seats: 1 }];
  const later = { ...decided, number: 'm2', decidedOn: days(-40), from: days(-40) };
  await must(asSystem(on)(decideComposition, { ...later, more, fresh: [] }));
  const { seats } = await seatingOf(db(on), on.forum.id);
  for (const seat of seats.filter(({ number }) => number !== 3)) {
    const named = {
      key: `k${seat.number}`,
      kind: 'municipality' as const,
      name: { en: `Body ${seat.number}` },
      source: 'm',
    };
    const body = await loadNamedBody(asSystem(on), named);
    const to = seat.number === 2 ? days(300) : null;
    const { id } = await must(asSystem(on)(giveSeat, { seat: seat.id, body, from: seat.from, to, source: 'm' }));
    const { nameSpeaker } = seatingCommands(roles);
    const asked = { holding: id, who: null, office: { en: '=Head, "acting"' }, from: days(-20), to: null, source: 'm' };
    await must(asSystem(on)(nameSpeaker, { ...asked, kind: 'representative' }));
    if (seat.number === 2) await must(asSystem(on)(nameSpeaker, { ...asked, kind: 'alternate', to: days(100) }));
  }
}

const csvOf = async (on: Stage) => (await come(on, coordinator(on)).get('/members.csv')).text;

both('a list of members', (scratch) => {
  it('exported and brought in elsewhere comes out byte for byte the same; here it changes nothing', async () => {
    const on = await stage(scratch);
    await founded(on);
    const file = await csvOf(on);
    const again = await bring(on, file);
    expect(again.trial.text).toContain('Everything in this table is there already');
    const elsewhere = await stage(scratch, { slug: 'elsewhere' });
    const { trial, made } = await bring(elsewhere, file);
    expect([trial.status, trial.text.includes('not read'), made?.status]).toEqual([200, false, 303]);
    expect(await csvOf(elsewhere)).toBe(file);
    const { compositions } = await seatingOf(db(elsewhere), elsewhere.forum.id);
    expect(compositions.map(({ kind, from }) => [kind, from])).toEqual([
      ['founding', addDays(on.today, -90)],
      ['expansion', addDays(on.today, -40)],
    ]);
    const [said] = (await elsewhere.entries()).slice(-1);
    expect(said).toMatchObject({ kind: 'forum.seats_imported', params: { rows: 4, seats: 4 } });
  });

  it('of people’s own making is guessed by its heads; names come in only when the duties are answered', async () => {
    const on = await stage(scratch);
    const table = 'Qrup;Qurum;Vəzifə;Ad Soyad;Telefon\nQHT-lər;Birinci birlik;Sədr;Aynur Əliyeva;050\nQHT-lər;;;;\n';
    const without = await bring(on, table);
    expect(without.trial.text).toContain('Names of people were left out');
    expect(without.trial.text).toContain('Telefon');
    expect(without.trial.text).not.toContain('Aynur');
    const { trial, made } = await bring(await stage(scratch, { slug: 'second' }), table, true);
    expect([trial.text.includes('left out'), made?.status]).toEqual([false, 303]);
    const sittings = sittingsOn(await seatingOf(db(on), on.forum.id), on.today);
    expect(
      sittings.map(({ seat, holding, representative }) => [seat.number, holding !== null, representative?.person]),
    ).toEqual([
      [1, true, null],
      [2, false, undefined],
    ]);
  });

  it('that contradicts what stands is refused row by row, and nothing of it is written', async () => {
    const on = await stage(scratch);
    await founded(on);
    const day = addDays(on.today, -10);
    const rows = [
      ...['seat;group;organisation;held_from', `1;NGOs, free;Somebody else;${day}`, `2;Municipalities;Body 2;${day}`],
      ...[`9;Youth;New one;${day}`, `9;Youth;Newer one;${day}`, '10;Youth;Late one;32.13.2026'],
    ];
    const { trial, made } = await bring(on, rows.join('\n').replace('NGOs, free', '"NGOs, ""free"""'));
    for (const words of [
      'Another organisation holds the seat',
      'belongs to the group',
      'stands in row 4',
      '“32.13.2026” is no day',
      'All rows are written, or none',
    ])
      expect(trial.text).toContain(words);
    expect(made).toBeNull();
    const forced = [
      { line: 2, seat: 1, group: 'Youth', seatFrom: day, organisation: null, representative: null, alternate: null },
    ];
    const mine = come(on, coordinator(on));
    expect((await mine.post('/members/import', { ...behind, rows: JSON.stringify(forced) })).status).toBe(422);
    expect((await mine.post('/members/import', { ...behind, rows: '[{}]' })).status).toBe(422);
    expect((await mine.post('/members/import/trial', { ...behind, pasted: 'a;b\n1;2' })).text).toContain(
      'No row of column names',
    );
    expect((await come(on, person(on.forum.id, 'secretary')).get('/members/import')).status).toBe(403);
    expect((await seatingOf(db(on), on.forum.id)).seats.length).toBe(4);
  });
});
