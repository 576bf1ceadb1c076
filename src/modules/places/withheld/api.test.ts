import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { withheldOn } from '#core/db/testing/withheld.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { bodyBySlug } from '../bodies/queries.ts';
import { placesModule } from '../module.ts';
import { figuresOf, placeBySlug, placesOf } from '../queries.ts';
import { loadPlaces } from '../samples.ts';
import { PLACES_THINGS } from './api.ts';
import { BODY_TEXTS, FIGURE_SOURCE, PLACE_TEXTS } from './rules.ts';

const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};
const { routes } = placesModule();
const SAID = 'Withheld since 23 November 2026 because of a demand by a court of 20 November 2026';

async function world(scratch: Parameters<typeof stage>[0]): Promise<Stage> {
  const on = await stage(scratch, { slug: 'durnasu', demonstration: true });
  await loadPlaces(asSystem(on), on.today);
  return on;
}
const keeper = (on: Stage) => visitor(on, { routes, langs, language: 'en', actor: person(on.forum.id, 'secretary') });
const stranger = async (on: Stage, address: string) =>
  (await visitor(on, { routes, langs, language: 'en' }).get(address)).text;

/** Withholds one of the things that the module declares. */
async function demanded(on: Stage, type: string, id: string): Promise<() => Promise<void>> {
  const found = await PLACES_THINGS.find((thing) => thing.type === type)?.find(on.house.database.db, on.forum, id);
  return withheldOn(on, { type, id }, found!.path);
}

both('a text of a place or body that was demanded away', (scratch) => {
  it('is gone from page and table of a body; a correction says that it stays away; it can come back', async () => {
    const on = await world(scratch);
    const { db } = on.house.database;
    const body = (await bodyBySlug(db, on.forum.id, 'excom'))!;
    expect(body.email).toBeTruthy();
    const faces = [`/bodies/${body.slug}`, '/bodies.csv'];
    for (const face of faces) expect(await stranger(on, face), face).toContain(body.email);
    const back = await demanded(on, BODY_TEXTS.email, body.id);
    for (const face of faces) expect(await stranger(on, face), face).not.toContain(body.email);
    expect(await stranger(on, faces[0]!)).toContain(SAID);
    // Who keeps the record sees the same page, the whole form with a warning, and a table that can be brought in again.
    expect((await keeper(on).get(faces[0]!)).text).not.toContain(body.email);
    const form = (await keeper(on).get(`/bodies/${body.slug}/correction`)).text;
    expect(form).toContain(body.email);
    expect(form).toContain('it stays withheld when you save');
    expect(form).toContain(SAID);
    expect((await keeper(on).get('/bodies.csv')).text).toContain(body.email);
    await back();
    for (const face of faces) expect(await stranger(on, face), face).toContain(body.email);
  });

  it('is gone from page, table and map of a place, with the source of its figure', async () => {
    const on = await world(scratch);
    const { db } = on.house.database;
    const old = (await placeBySlug(db, on.forum.id, 'mun-agkovsen'))!;
    const merged = await stranger(on, `/places/${old.slug}`);
    const [, act] = /class="quiet">By: ([^<]+)</.exec(merged) ?? [];
    await demanded(on, PLACE_TEXTS.endedBy, old.id);
    const after = await stranger(on, `/places/${old.slug}`);
    expect(act).toBeTruthy();
    expect(after).not.toContain(act);
    expect(after).toContain(SAID);

    const places = await placesOf(db, on.forum.id);
    const figures = await figuresOf(
      db,
      on.forum.id,
      places.map((one) => one.id),
    );
    const place = places.find((one) => figures.has(one.id))!;
    const figure = figures.get(place.id)![0]!;
    await demanded(on, FIGURE_SOURCE, figure.id);
    const row = (text: string) =>
      text.split('\n').filter((line) => line.includes(`,${figure.day},`) && line.includes(place.slug));
    expect(row(await stranger(on, '/populations.csv')).join()).not.toContain(figure.source);
    expect(row((await keeper(on).get('/populations.csv')).text).join()).toContain(figure.source);
    expect(await stranger(on, `/places/${place.slug}`)).toContain(SAID);
  });

  it('is found in its own forum only', async () => {
    const on = await world(scratch);
    const body = (await bodyBySlug(on.house.database.db, on.forum.id, 'excom'))!;
    for (const thing of PLACES_THINGS) {
      expect(await thing.find(on.house.database.db, on.reference, body.id)).toBeNull();
      expect(await thing.find(on.house.database.db, on.forum, 'no id')).toBeNull();
    }
  });
});
