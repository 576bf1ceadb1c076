import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { day } from '#core/time/plain-date.ts';
import { setArea } from './area/commands.ts';
import { addPlace, closePlace, correctPlace, mergePlaces, reopenPlace } from './commands.ts';
import { recordPopulation, withdrawPopulation } from './populations/commands.ts';
import { childrenOf, figuresOf, linksAround, placeById, placeBySlug, placesOf } from './queries.ts';
import type { PlaceId, PlaceKind } from './schema.ts';

const NONE = { code: null, territory: null, lon: null, lat: null, outline: null, from: null, source: null, slug: null };
const place = (kind: PlaceKind, name: string, parent: PlaceId | null = null, more = {}) => ({
  ...NONE,
  kind,
  name: { az: name },
  parent,
  ...more,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** What was wrong, as "field: last word of the key". */
const wrong = (result: Result<unknown>): readonly string[] => {
  if (result.ok) return [];
  const short = (key: string) => key.replace('places.refused.', '');
  return (
    result.refusal.fields?.map((f) => `${f.field}: ${short(f.message.key)}`) ?? [short(result.refusal.message.key)]
  );
};

const coordinator = (on: Stage) => on.as(person(on.forum.id, 'coordinator'));
const add = async (on: Stage, ...given: Parameters<typeof place>): Promise<PlaceId> =>
  value(await coordinator(on)(addPlace, place(...given))).id;

both('places', (scratch) => {
  it('adds a place with a word for its address and an entry', async () => {
    const on = await stage(scratch);
    const made = value(await coordinator(on)(addPlace, place('community', 'Şəfəq  arxı')));
    expect(made.slug).toBe('sefeq-arxi');
    expect((await placeBySlug(scratch.db, on.forum.id, 'sefeq-arxi'))?.name).toEqual({ az: 'Şəfəq arxı' });
    expect(await on.entries()).toEqual([{ kind: 'places.place_added', params: { name: 'Şəfəq arxı' } }]);
    const second = value(await coordinator(on)(addPlace, place('community', 'Şəfəq arxı')));
    expect(second.slug).toBe('sefeq-arxi-2');
  });

  it('refuses what makes no sense, all at once, and writes nothing', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    expect(wrong(await may(addPlace, { ...place('community', 'x'), name: {} }))).toEqual(['name_az: no_name']);
    expect(wrong(await may(addPlace, place('community', 'A', null, { lat: 48.47, lon: 39.98 })))).toEqual([
      'lat: swapped',
    ]);
    expect(wrong(await may(addPlace, place('community', 'A', null, { lat: 60, lon: 12 })))).toEqual([
      'lat: lat_outside',
      'lon: lon_outside',
    ]);
    expect(wrong(await may(addPlace, place('community', 'A', null, { lat: 40 })))).toEqual(['lon: lon_missing']);
    const community = await add(on, 'community', 'Kənd', null, { code: 'K1' });
    expect(wrong(await may(addPlace, place('district', 'Rayon', community)))).toEqual(['parent: lies_in']);
    expect(wrong(await may(addPlace, place('community', 'B', null, { code: 'K1', slug: 'kend' })))).toEqual([
      'code: code_taken',
      'slug: slug_taken',
    ]);
    expect(await placesOf(scratch.db, on.forum.id)).toHaveLength(1);
    expect(await on.entries()).toHaveLength(1);
  });

  it('keeps text as text', async () => {
    const on = await stage(scratch);
    const name = '<script>alert(1)</script>';
    const { slug } = value(await coordinator(on)(addPlace, place('community', name)));
    expect(slug).toBe('script-alert-1-script');
    expect((await placeBySlug(scratch.db, on.forum.id, slug))?.name.az).toBe(name);
  });

  it('asks for permission before it says whether the place exists', async () => {
    const on = await stage(scratch);
    const nowhere = '01900000-0000-7000-8000-000000000001' as PlaceId;
    const input = { place: nowhere, day: day('2026-01-01'), source: 'x' };
    const stranger = await on.as(person(on.forum.id, 'member'))(closePlace, input);
    expect(stranger.ok ? '' : stranger.refusal.kind).toBe('forbidden');
    const nobody = await on.as({ kind: 'nobody' })(closePlace, input);
    expect(nobody.ok ? '' : nobody.refusal.kind).toBe('sign_in');
    const known = await coordinator(on)(closePlace, input);
    expect(known.ok ? '' : known.refusal.kind).toBe('not_found');
    const elsewhere = await on.as(person('01900000-0000-7000-8000-0000000000ff', 'coordinator'))(closePlace, input);
    expect(elsewhere.ok ? '' : elsewhere.refusal.kind).toBe('forbidden');
  });

  it('leaves the national register and records of the past to the operator', async () => {
    const on = await stage(scratch, { kind: 'record' });
    expect(wrong(await coordinator(on)(addPlace, place('community', 'A')))).toEqual(['places.denied.record']);
    const national = on.as(person(null, 'operator'), on.reference);
    const { id } = value(await national(addPlace, place('district', 'Rayon')));
    const stolen = await on.as(person(REFERENCE, 'coordinator'), on.reference)(addPlace, place('district', 'R'));
    expect(wrong(stolen)).toEqual(['places.denied.register']);
    const living = await stage(scratch, { slug: 'other' });
    const correction = await coordinator(living)(correctPlace, { ...place('district', 'X'), place: id });
    expect(wrong(correction)).toEqual(['register_row']);
    expect((await placeById(scratch.db, living.forum.id, id))?.name.az).toBe('Rayon');
  });

  it('merges municipalities, keeps their history and leads their villages on', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const district = await add(on, 'district', 'Rayon');
    const [a, b] = [await add(on, 'municipality', 'A', district), await add(on, 'municipality', 'B', district)];
    const c = await add(on, 'municipality', 'C', district, { from: day('2025-01-29') });
    const village = await add(on, 'community', 'Kənd', a);
    const merger = { predecessors: [a, b], successor: c, day: day('2025-01-29'), source: 'Qanun 1' };
    value(await may(mergePlaces, merger));
    const successor = (await placeById(scratch.db, on.forum.id, c))!;
    const old = (await placeById(scratch.db, on.forum.id, a))!;
    expect([old.to, old.endedBy]).toEqual(['2025-01-29', 'Qanun 1']);
    expect((await childrenOf(scratch.db, on.forum.id, successor, on.today)).map((p) => p.id)).toEqual([village]);
    expect(await childrenOf(scratch.db, on.forum.id, successor, day('2024-12-31'))).toEqual([]);
    expect((await linksAround(scratch.db, on.forum.id, [b])).map((l) => l.predecessor).sort()).toEqual([a, b].sort());
    expect(wrong(await may(mergePlaces, { ...merger, predecessors: [c], successor: a }))).toEqual([
      'successor: successor_gone',
      'predecessors: merge_circle',
    ]);
    expect(wrong(await may(mergePlaces, merger))).toEqual([
      'predecessors: already_ended',
      'predecessors: already_ended',
    ]);
    expect(wrong(await may(mergePlaces, { ...merger, predecessors: [c] }))).toEqual(['predecessors: merge_self']);
    expect(wrong(await may(mergePlaces, { ...merger, predecessors: [district] }))).toEqual([
      'predecessors: merge_kinds',
    ]);
    expect(wrong(await may(mergePlaces, { ...merger, predecessors: [], source: ' ' }))).toEqual([
      'predecessors: merge_none',
      'source: no_source',
    ]);
    value(await may(reopenPlace, { place: a, reason: 'səhv' }));
    expect((await placeById(scratch.db, on.forum.id, a))?.to).toBeNull();
    expect((await childrenOf(scratch.db, on.forum.id, successor, on.today)).map((p) => p.id)).toEqual([]);
    expect((await on.entries()).map((e) => e.kind).slice(-2)).toEqual([
      'places.places_merged',
      'places.place_reopened',
    ]);
  });

  it('ends a place once, after its beginning, by an act', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const id = await add(on, 'community', 'Kənd', null, { from: day('2000-01-01') });
    expect(wrong(await may(closePlace, { place: id, day: day('2000-01-01'), source: '' }))).toEqual([
      'day: end_before_begin',
      'source: no_source',
    ]);
    value(await may(closePlace, { place: id, day: day('2020-01-01'), source: 'Qərar 5' }));
    expect(wrong(await may(closePlace, { place: id, day: day('2021-01-01'), source: 'x' }))).toEqual([
      'day: ended_already',
    ]);
    const again = { ...place('community', 'Kənd', null, { from: day('2020-01-01') }), place: id };
    expect(wrong(await may(correctPlace, again))).toEqual(['valid_from: begins_after_end']);
  });

  it('does not let a place with others in it change its kind', async () => {
    const on = await stage(scratch);
    const m = await add(on, 'municipality', 'M');
    expect((await coordinator(on)(correctPlace, { ...place('district', 'M'), place: m })).ok).toBe(true);
    await add(on, 'community', 'Kənd', m);
    expect(wrong(await coordinator(on)(correctPlace, { ...place('community', 'M'), place: m }))).toEqual([
      'kind: kind_fixed',
    ]);
  });

  it('records figures by day and source, corrects and withdraws them', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const id = await add(on, 'community', 'Kənd', null, { from: day('2010-01-01') });
    const census = { place: id, day: day('2019-10-01'), people: 1240, households: 301, source: 'Siyahıyaalma' };
    value(await may(recordPopulation, census));
    value(await may(recordPopulation, { ...census, people: 1250 }));
    const [figure] = (await figuresOf(scratch.db, on.forum.id, [id])).get(id) ?? [];
    expect(figure).toMatchObject({ people: 1250, day: '2019-10-01' });
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'places.population_corrected',
      params: { before: 1240 },
    });
    const tries: readonly (readonly [object, string])[] = [
      [{ people: -1, households: null }, 'people: not_count'],
      [{ people: 1.5, households: null }, 'people: not_count'],
      [{ households: 5000 }, 'households: more_homes_than_people'],
      [{ day: day('2030-01-01') }, 'day: future_figure'],
      [{ day: day('2009-12-31') }, 'day: figure_outside'],
      [{ source: '  ' }, 'source: no_source'],
    ];
    for (const [change, said] of tries) {
      expect(wrong(await may(recordPopulation, { ...census, ...change }))).toEqual([said]);
    }
    const gone = { place: id, population: figure!.id, reason: '' };
    expect(wrong(await may(withdrawPopulation, gone))).toEqual(['reason: no_reason']);
    value(await may(withdrawPopulation, { ...gone, reason: 'səhv kənd' }));
    expect(wrong(await may(withdrawPopulation, { ...gone, reason: 'x' }))).toEqual(['unknown_figure']);
    expect((await figuresOf(scratch.db, on.forum.id, [id])).size).toBe(0);
  });

  it('shows a forum its own places and the part of the register it is about', async () => {
    const on = await stage(scratch);
    const national = on.as(person(null, 'operator'), on.reference);
    const country = value(await national(addPlace, place('country', 'Ölkə'))).id;
    const mine = value(await national(addPlace, place('district', 'Bizim', country))).id;
    const other = value(await national(addPlace, place('district', 'Başqa', country))).id;
    const village = value(await national(addPlace, place('community', 'Kənd', mine))).id;
    expect(await placesOf(scratch.db, on.forum.id)).toEqual([]);
    value(await coordinator(on)(setArea, { places: [mine] }));
    const own = await add(on, 'community', 'Öz', mine);
    const seen = async () => (await placesOf(scratch.db, on.forum.id)).map((p) => p.id).sort();
    expect(await seen()).toEqual([country, mine, village, own].sort());
    value(await coordinator(on)(setArea, { places: [] }));
    expect(await seen()).toEqual([country, mine, own].sort());
    expect((await placesOf(scratch.db, REFERENCE)).map((p) => p.id).sort()).toEqual([country, mine, other].sort());
    const foreign = await coordinator(on)(setArea, { places: [own] });
    expect(foreign.ok ? '' : foreign.refusal.kind).toBe('not_found');
  });
});
