import fc from 'fast-check';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { readTables } from '#core/sheets/read.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { WithheldThings } from '#core/withholding/withheld.ts';
import { addBody, closeBody } from '../bodies/commands.ts';
import { bodiesOf, bodyLinks } from '../bodies/queries.ts';
import { BODY_KINDS, type Body, type BodyId } from '../bodies/schema.ts';
import { addPlace, mergePlaces } from '../commands.ts';
import { recordPopulation } from '../populations/commands.ts';
import { figuresOf, ownPlaces, placesOf } from '../queries.ts';
import { loadPlaces } from '../samples.ts';
import type { Outline, PlaceId } from '../schema.ts';
import { bodiesCsv, placesCsv, placesGeojson, populationsCsv } from './api.ts';
import { dryRun, stageImport, writeImport } from './commands.ts';
import type { Dry } from './forms.ts';
import type { ImportKind } from './schema.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const tablesIn = async (text: string) => value(await readTables(Buffer.from(text), 'table.csv'));
const asker = (on: Stage, scratch: Scratch) => ({ db: scratch.db, forum: on.forum, today: on.today, now: on.now });
const tried = async (on: Stage, scratch: Scratch, what: ImportKind, text: string): Promise<Dry> =>
  value(await dryRun(asker(on, scratch), what, await tablesIn(text)));

/** Row by row: verdict, or line and what is wrong in which column. */
const said = (dry: Dry): readonly string[] =>
  dry.rows.map((row) =>
    row.verdict === 'refused'
      ? `${row.line}: ${row.errors.map((e) => `${e.column ?? '-'} ${e.message.key.split('.').at(-1)}`).join(', ')}`
      : row.verdict,
  );

async function bring(on: Stage, what: ImportKind, text: string, onlyGood = false) {
  const may = asSystem(on);
  const file = { what, fileName: 'table.csv', sha256: '0', tables: await tablesIn(text) };
  const staged = await may(stageImport, file);
  return staged.ok ? may(writeImport, { import: staged.value.id, onlyGood }) : staged;
}

const exported = (on: Stage, scratch: Scratch) => ({
  ...asker(on, scratch),
  note: '',
  eye: (body: Body) => body,
  withheld: new WithheldThings([]),
});

both('tables of places and bodies', (scratch) => {
  it('brings in a table as people write it, after a dry run', async () => {
    const on = await stage(scratch);
    const text = [
      'Kəndlərin siyahısı;;;;',
      'Növ;Adı;Tərkibində;Enlik;Uzunluq;Əhali;Əhali tarixi;Əhali mənbəyi;Rəng',
      'rayon;Nümunə rayonu;;;;;;;',
      'Bələdiyyə;Birinci bələdiyyə;Nümunə rayonu;;;;;;',
      'kənd;Çəmənli;Birinci bələdiyyə;40,1;47,8;1 240;01.01.2026;Bələdiyyə;yaşıl',
      'kənd;Söyüdlü;birinci BELEDIYYE;47,8;40,1;;;;',
      'kənd;;Birinci bələdiyyə;;;;;;',
      'kənd;Ovalı;Ikinci bələdiyyə;;;900;;;',
    ].join('\r\n');
    const dry = await tried(on, scratch, 'places', text);
    expect(said(dry)).toEqual([
      'create',
      'create',
      'create',
      '6: 3 swapped',
      '7: 1 no_name',
      '8: 2 none_such_near, 6 no_day, 7 no_source',
    ]);
    expect(dry.unread).toEqual(['Rəng (I)']);
    const whole = await bring(on, 'places', text);
    expect(whole.ok ? '' : whole.refusal.message).toMatchObject({
      key: 'places.refused.import_rows',
      params: { n: 3 },
    });
    expect(await placesOf(scratch.db, on.forum.id)).toEqual([]);
    expect(value(await bring(on, 'places', text, true))).toMatchObject({ create: 3, refused: 3 });
    const [district, municipality, village] = await Promise.all(
      ['numune-rayonu', 'birinci-belediyye', 'cemenli'].map(async (slug) =>
        (await ownPlaces(scratch.db, on.forum.id)).find((p) => p.slug === slug),
      ),
    );
    expect([municipality?.parent, village?.parent]).toEqual([district?.id, municipality?.id]);
    expect(village).toMatchObject({ lat: 40.1, lon: 47.8, name: { az: 'Çəmənli' } });
    expect((await on.entries()).at(-1)).toMatchObject({ kind: 'places.imported', params: { made: 3, changed: 0 } });
    expect(said(await tried(on, scratch, 'places', text)).slice(0, 3)).toEqual(['same', 'same', 'same']);
  });

  it('never loses what a table does not speak of', async () => {
    const on = await stage(scratch);
    const full = 'kind,slug,name_az,name_ru,code,source\ncommunity,kend,Kənd,Село,K1,Siyahı\n';
    value(await bring(on, 'places', full));
    value(await bring(on, 'places', 'slug,name_en\nkend,Village\n'));
    const [place] = await ownPlaces(scratch.db, on.forum.id);
    expect(place).toMatchObject({ name: { az: 'Kənd', en: 'Village', ru: 'Село' }, code: 'K1', source: 'Siyahı' });
    const dry = await tried(on, scratch, 'places', 'slug,code\nkend,K2\n');
    expect(dry.rows[0]?.changes).toEqual([{ column: 'code', before: 'K1', after: 'K2' }]);
  });

  it('refuses rows that lean on refused rows, twice the same, circles, and strangers in the register', async () => {
    const on = await stage(scratch);
    const rows = (...lines: string[]) =>
      ['kind,slug,name_az,parent,valid_to,ended_by,merged_into', ...lines].join('\n');
    const orphan = rows('district,r,,,,,', 'municipality,m,M,r,,,', 'community,k,K,m,,,');
    expect(said(await tried(on, scratch, 'places', orphan))).toEqual([
      '2: 2 no_name',
      '3: - leans_on_refused',
      '4: - leans_on_refused',
    ]);
    const twice = rows('community,k,K,,,,', 'community,k,K,,,,');
    expect(said(await tried(on, scratch, 'places', twice))).toEqual(['create', '3: 1 row_twice']);
    const circle = rows(
      'municipality,a,A,,2020-01-01,Akt,b',
      'municipality,b,B,,2021-01-01,Akt,a',
      'municipality,c,C,,,,a',
    );
    expect(said(await tried(on, scratch, 'places', circle))).toEqual([
      '2: 6 merge_circle',
      '3: 6 merge_circle',
      '4: 4 no_day',
    ]);
    value(
      await on.as(person(null, 'operator'), on.reference)(addPlace, {
        ...{ kind: 'district', slug: 'paytaxt', name: { az: 'Paytaxt' }, code: null, parent: null, territory: null },
        ...{ lon: null, lat: null, outline: null, from: null, source: null },
      }),
    );
    expect(said(await tried(on, scratch, 'places', rows('district,paytaxt,Mənim,,,,')))).toEqual(['2: 1 register_row']);
    const empty = await dryRun(asker(on, scratch), 'places', await tablesIn('bir,iki\n1,2\n'));
    expect(empty.ok ? '' : empty.refusal.message.key).toBe('places.refused.no_header');
  });

  it('writes a staged file once', async () => {
    const on = await stage(scratch);
    const may = asSystem(on);
    const tables = await tablesIn('kind,name_az\nngo,Birlik\n');
    const { id } = value(await may(stageImport, { what: 'bodies', fileName: 'x.csv', sha256: '0', tables }));
    value(await may(writeImport, { import: id, onlyGood: false }));
    const again = await may(writeImport, { import: id, onlyGood: true });
    expect(again.ok ? '' : again.refusal.message.key).toBe('places.refused.import_written');
    const stranger = await on.as(person(on.forum.id, 'member'))(writeImport, { import: id, onlyGood: true });
    expect(stranger.ok ? '' : stranger.refusal.kind).toBe('forbidden');
  });

  it('exports the demonstration and brings it back without a difference', async () => {
    const on = await stage(scratch);
    await loadPlaces(asSystem(on), on.today);
    const first = [await placesCsv(exported(on, scratch)), await bodiesCsv(exported(on, scratch))] as const;
    expect(first[0].split('\r\n')).toHaveLength(1 + 1 + 7 + 15 + 1);
    expect((await tried(on, scratch, 'places', first[0])).rows.every((row) => row.verdict === 'same')).toBe(true);
    expect((await tried(on, scratch, 'bodies', first[1])).rows.every((row) => row.verdict === 'same')).toBe(true);
    const other = await stage(scratch, { slug: 'copy' });
    value(await bring(other, 'places', first[0]));
    value(await bring(other, 'bodies', first[1]));
    expect(await placesCsv(exported(other, scratch))).toBe(first[0]);
    expect(await bodiesCsv(exported(other, scratch))).toBe(first[1]);
    const collection = JSON.parse(await placesGeojson(exported(on, scratch)));
    expect(collection.features).toHaveLength(23);
    expect(collection.features[0].geometry.type).toBe('Polygon');
  });

  it('export then import is the identity', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const slug = `s${Math.random().toString(36).slice(2)}`;
        const on = await stage(scratch, { slug: `${slug}a` });
        await load(on, world);
        const copy = await stage(scratch, { slug: `${slug}b` });
        for (const [what, write] of FILES) {
          const text = await write(exported(on, scratch));
          if (text.trim().split('\r\n').length === 1) continue;
          const here = await tried(on, scratch, what, text);
          expect(said(here)).toEqual(here.rows.map(() => 'same'));
          const result = await bring(copy, what, text);
          // Figures came along with their places when each place has one.
          if (!result.ok) expect(result.refusal.message.key).toBe('places.refused.import_nothing');
          expect(await write(exported(copy, scratch))).toBe(text);
        }
        const names = (await bodiesOf(scratch.db, on.forum.id)).map((b) => b.name);
        expect((await bodiesOf(scratch.db, copy.forum.id)).map((b) => b.name)).toEqual(expect.arrayContaining(names));
        expect(await bodyLinks(scratch.db, copy.forum.id)).toHaveLength(
          (await bodyLinks(scratch.db, on.forum.id)).length,
        );
        const figures = async (s: Stage) =>
          [
            ...(
              await figuresOf(
                scratch.db,
                s.forum.id,
                (await ownPlaces(scratch.db, s.forum.id)).map((p) => p.id),
              )
            ).values(),
          ].flat().length;
        expect(await figures(copy)).toBe(await figures(on));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

const FILES = [
  ['places', placesCsv],
  ['populations', populationsCsv],
  ['bodies', bodiesCsv],
] as const;

const word = fc.oneof(
  fc.constantFrom(
    'Çəmən',
    '=1+1',
    "'-5",
    '@sum',
    '"iki" dırnaq',
    'a;b,c',
    'Сёла',
    '<b>',
    '0012',
    '1 240',
    'x\ty',
    '–',
    '+994',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);
const text = word.filter(
  (w) =>
    w
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim() !== '',
);
const texts = fc.record({ az: text, en: text, ru: text }, { requiredKeys: ['az'] });
const from = fc.option(fc.integer({ min: 0, max: 5000 }).map((n) => addDays(day('1999-01-01'), n)));
const point = fc.option(
  fc.tuple(fc.double({ min: 45, max: 50, noNaN: true }), fc.double({ min: 38.5, max: 41.9, noNaN: true })),
);
const outline = fc.option(
  fc.constant<Outline>({
    type: 'Polygon',
    coordinates: [
      [
        [47.1, 40],
        [47.91, 40.00012],
        [47.5, 40.7],
        [47.1, 40],
      ],
    ],
  }),
);
const source = fc.option(text);
const worlds = fc.record({
  places: fc.array(fc.record({ name: texts, from, point, outline, source, code: fc.boolean(), under: fc.nat(9) }), {
    maxLength: 5,
  }),
  merge: fc.boolean(),
  figures: fc.array(fc.record({ of: fc.nat(9), ago: fc.nat(3000), people: fc.nat(9000), source: text }), {
    maxLength: 4,
  }),
  bodies: fc.array(
    fc.record({
      name: texts,
      kind: fc.constantFrom(...BODY_KINDS),
      short: fc.option(texts),
      source,
      of: fc.nat(9),
      site: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  ended: fc.boolean(),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** Builds a world by commands: what a command refuses (a name that is too like another) is left out. */
async function load(on: Stage, world: World): Promise<void> {
  const may = asSystem(on);
  const places: PlaceId[] = [];
  const municipality = (name: string, from: PlainDate | null = null) =>
    may(addPlace, {
      ...{
        kind: 'municipality',
        slug: null,
        name: { az: name },
        code: null,
        parent: null,
        territory: null,
        lon: null,
        lat: null,
      },
      ...{ outline: null, from, source: null },
    });
  const two = [value(await municipality('Birinci')).id, value(await municipality('İkinci')).id];
  for (const [i, p] of world.places.entries()) {
    const [lon, lat] = p.point ?? [null, null];
    const facts = { name: p.name, from: p.from, lon, lat, outline: p.outline, source: p.source, territory: null };
    const made = await may(addPlace, {
      ...facts,
      ...{ kind: 'community', slug: null, code: p.code ? `K ${i}` : null, parent: two[p.under] ?? null },
    });
    if (made.ok) places.push(made.value.id);
  }
  if (world.merge) {
    const successor = value(await municipality('Üçüncü', day('2020-01-01'))).id;
    value(await may(mergePlaces, { predecessors: two, successor, day: day('2020-01-01'), source: 'Qanun' }));
  }
  for (const { of, ago, people, source } of world.figures) {
    const place = places[of];
    if (place) await may(recordPopulation, { place, day: addDays(on.today, -ago), people, households: null, source });
  }
  const bodies: BodyId[] = [];
  for (const { name, kind, short, source, of, site } of world.bodies) {
    const made = await may(addBody, {
      ...{ kind, slug: null, name, short, place: places[of] ?? null, site: site ? 'https://qurum.example' : null },
      ...{ email: null, phone: null, address: source, from: null, source, partOf: bodies[of] ?? null, classes: [] },
    });
    if (made.ok) bodies.push(made.value.id);
  }
  const [first, second] = bodies;
  if (world.ended && first && second) {
    await may(closeBody, { body: first, day: day('2022-05-05'), source: 'Sərəncam', successor: second });
  }
}
