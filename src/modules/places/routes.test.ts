import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { addDays } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { placesModule } from './module.ts';
import { loadPlaces } from './samples.ts';

const langs = {
  az: new Lang('az', SENTENCES.az),
  en: new Lang('en', SENTENCES.en),
  ru: new Lang('ru', SENTENCES.ru),
};

const routes = placesModule({ placePanels: [async (_web, id) => `panel of ${id.length}`, async () => null] }).routes;

async function world(scratch: Parameters<typeof stage>[0]): Promise<Stage> {
  const on = await stage(scratch, { slug: 'durnasu', demonstration: true });
  await loadPlaces(asSystem(on), on.today);
  return on;
}

const as = (on: Stage, actor?: Actor, language: LanguageCode = 'en') =>
  visitor(on, { routes, langs, language, ...(actor ? { actor } : {}) });
const keeper = (on: Stage) => as(on, person(on.forum.id, 'secretary'));

both('pages of places and bodies', (scratch) => {
  it('lists places in the order of the tree with people, day and a map', async () => {
    const on = await world(scratch);
    const list = await as(on).get('/places');
    expect([list.status, list.kept]).toEqual([200, true]);
    expect(list.text).toContain('30,600');
    expect(list.text).toContain('known for 15 of 15');
    expect(list.text).toContain('sum of 4');
    expect(list.text).toContain('<svg');
    expect(list.text).not.toContain('Aghkovshan Municipality');
    expect(list.text).not.toContain('/places/new');
    const order = ['Aghdurna Municipality', 'Goygamish', 'Chamanarkh Municipality'].map((name) =>
      list.text.lastIndexOf(name),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const ended = await as(on).get('/places?ended=yes&kind=municipality&q=AGHKOVSHAN');
    expect(ended.text).toContain('merged into Yovshangobu Municipality');
    expect(ended.text).toContain('1 place');
    const strange = await as(on).get('/places?kind=planet&page=-4');
    expect(strange.status).toBe(200);
  });

  it('leads from an abolished municipality to its successor, and shows what other modules say', async () => {
    const on = await world(scratch);
    const old = await as(on).get('/places/mun-agkovsen');
    expect(old.text).toContain('Merged into Yovshangobu Municipality');
    expect(old.text).toContain('/en/durnasu/places/mun-yovsanqobu');
    const heir = await as(on).get('/places/mun-yovsanqobu');
    expect(heir.text).toContain('panel of 36');
    expect(heir.text).toContain('Aghkovshan');
    expect(heir.text).toContain('7,060 people: the sum of its 4 parts');
    const village = await as(on).get('/places/agkovsen');
    expect(village.page?.crumbs?.map((crumb) => crumb.label)).toEqual([
      'My village',
      'Durnasu District',
      'Yovshangobu Municipality',
    ]);
    expect(village.text).toContain('Durnasu District Executive Authority');
    expect((await as(on).get('/places/atlantis')).status).toBe(404);
    expect((await as(on).get('/bodies/nobody')).status).toBe(404);
  });

  it('speaks all three languages', async () => {
    const on = await world(scratch);
    for (const [language, word] of [
      ['az', 'Yaşadığımız yerlər'],
      ['ru', 'Где мы живём'],
      ['en', 'Where we live'],
    ] as const) {
      const { text } = await as(on, undefined, language).get('/places');
      expect(text).toContain(word);
      expect((await as(on, undefined, language).get('/bodies/excom')).status).toBe(200);
    }
  });

  it('shows bodies by side and kind, and one body with its office and parts', async () => {
    const on = await world(scratch);
    const civil = await as(on).get('/bodies?side=civil');
    expect(civil.text).toContain('12 organisations');
    const excom = await as(on).get('/bodies/excom');
    expect(excom.text).toContain('mailto:excom@durnasu.example');
    expect(excom.text).toContain('Representation of the Durnasu District ExCom in the Aghdurna');
    const gone = await as(on).get('/bodies/mun-agkovsen');
    expect(gone.text).toContain('Its tasks went to');
  });

  it('shows forms only to who keeps places', async () => {
    const on = await world(scratch);
    for (const path of [
      '/places/new',
      '/places/area',
      '/places/import',
      '/bodies/new',
      '/places/agdurna/closure',
      '/bodies/excom/correction',
    ]) {
      expect([path, (await as(on).get(path)).status]).toEqual([path, 401]);
      expect([path, (await as(on, person(on.forum.id, 'member')).get(path)).status]).toEqual([path, 403]);
      expect([path, (await keeper(on).get(path)).status]).toEqual([path, 200]);
    }
    expect((await as(on).post('/places', { kind: 'community', name_az: 'X' })).status).toBe(401);
  });

  it('adds a place, keeps what was typed when something is wrong, and escapes script', async () => {
    const on = await world(scratch);
    const typed = {
      kind: 'community',
      name_az: '<script>x</script>',
      parent: 'mun-cemenarx',
      lat: '47,8',
      lon: '40,1',
    };
    const refused = await keeper(on).post('/places', typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Did you swap the two?');
    expect(refused.text).toContain('value="47,8"');
    expect(refused.text).not.toContain('<script>');
    const added = await keeper(on).post('/places', { ...typed, lat: '40,1', lon: '47,8' });
    expect(added.to).toBe('/en/durnasu/places/script-x-script?done=added');
    const shown = await keeper(on).get('/places/script-x-script?done=added');
    expect(shown.text).toContain('Added to the list.');
    expect(shown.text).toContain('&lt;script>');
    expect((await keeper(on).get('/places/script-x-script?done=hacked')).text).not.toContain('hacked');
    const typo = await keeper(on).post('/places', { ...typed, lat: '', lon: '', parent: 'mun-cemenark' });
    expect(typo.text).toContain('Did you mean: ');
  });

  it('corrects, merges, counts and takes back', async () => {
    const on = await world(scratch);
    const may = keeper(on);
    const form = await may.get('/places/agkovsen/correction');
    expect(form.text).toContain('<option value="mun-agkovsen" selected');
    const same = {
      kind: 'community',
      name_az: 'Ağkövşən',
      name_en: 'Aghkovshan',
      parent: 'mun-agkovsen',
      lat: '39.963',
      lon: '47.745',
    };
    expect((await may.post('/places/agkovsen/correction', same)).to).toContain('done=corrected');
    const merger = { predecessors: ['mun-pambiqarx', 'mun-qargicala'], day: '2026-06-01', source: 'Qanun' };
    expect((await may.post('/places/mun-cemenarx/mergers', merger)).to).toContain('done=merged');
    expect((await may.get('/places/pambiqarx')).page?.crumbs?.at(-1)?.label).toBe('Chamanarkh Municipality');
    expect((await may.post('/places/mun-cemenarx/mergers', { day: '', source: '' })).status).toBe(422);
    expect((await may.post('/places/mun-pambiqarx/reopening', { reason: 'error' })).to).toContain('done=reopened');
    const figure = { people: '4 100', day: addDays(on.today, -3), source: 'Statistika' };
    expect((await may.post('/places/agdurna/populations', figure)).to).toContain('done=counted');
    const page = await may.get('/places/agdurna');
    expect(page.text).toContain('4,100');
    const withdrawal = /populations\/[0-9a-f-]+\/withdrawal/.exec(page.text)?.[0];
    expect((await may.post(`/places/agdurna/${withdrawal}`, { reason: '' })).status).toBe(422);
    expect((await may.post(`/places/agdurna/${withdrawal}`, { reason: 'wrong' })).to).toContain('done=withdrawn');
    expect((await may.post('/places/agdurna/closure', { day: '2026-02-30', source: 'x' })).text).toContain(
      'not a day that exists',
    );
    expect((await may.post('/places/agdurna/closure', { day: '2026-02-27', source: 'x' })).to).toContain('done=closed');
  });

  it('adds, corrects, ends and reopens a body', async () => {
    const on = await world(scratch);
    const may = keeper(on);
    const body = { kind: 'ngo', name_az: 'Yeni birlik', place: 'agdurna', site: 'birlik.example' };
    expect((await may.post('/bodies', { ...body, email: 'x' })).status).toBe(422);
    expect((await may.post('/bodies', body)).to).toContain('/bodies/yeni-birlik?done=added');
    expect((await may.get('/bodies/yeni-birlik/correction')).text).toContain('https://birlik.example');
    expect((await may.post('/bodies/yeni-birlik/correction', { ...body, phone: '12 345' })).to).toContain(
      'done=corrected',
    );
    const end = { day: '2026-10-01', source: 'Qərar', successor: 'arxboyu' };
    expect((await may.post('/bodies/yeni-birlik/closure', end)).to).toContain('done=closed');
    expect((await may.get('/bodies/yeni-birlik')).text).toContain('Arxboyu');
    expect((await may.post('/bodies/yeni-birlik/reopening', { reason: 'error' })).to).toContain('done=reopened');
  });

  it('brings a file in after a dry run, and only then', async () => {
    const on = await world(scratch);
    const may = keeper(on);
    expect((await may.post('/places/imports', { what: 'places' })).text).toContain('Choose a file');
    const text = 'kind,name_az,parent\ncommunity,Yeni kənd,mun-agdurna\ncommunity,,mun-agdurna\n';
    const sent = await may.post('/places/imports', { what: 'places', file: new File([text], 'kendler.csv') });
    expect(sent.status).toBe(303);
    const dry = await may.get(sent.to!);
    expect(dry.text).toContain('Write only the good row (1)');
    expect(dry.text).toContain('row 3');
    expect((await may.get('/places/yeni-kend')).status).toBe(404);
    expect((await may.post(sent.to!, {})).status).toBe(422);
    expect((await may.post(sent.to!, { only_good: 'yes' })).to).toContain('done=imported');
    expect((await may.get('/places/yeni-kend')).status).toBe(200);
    expect((await may.get(sent.to!)).text).toContain('has been brought in');
    const nonsense = await may.post('/places/imports', { what: 'bodies', file: new File(['a,b\n1,2\n'], 'x.csv') });
    expect(nonsense.text).toContain('row of column names was not found');
    expect((await as(on).get(sent.to!)).status).toBe(401);
    expect((await may.get('/places/imports/nonsense')).status).toBe(404);
  });

  it('gives files that say in every row that they are a demonstration', async () => {
    const on = await world(scratch);
    for (const [path, type] of [
      ['/places.csv', 'text/csv'],
      ['/bodies.csv', 'text/csv'],
      ['/populations.csv', 'text/csv'],
    ] as const) {
      const file = await as(on).get(path);
      expect([file.status, file.type.startsWith(type), file.kept]).toEqual([200, true, true]);
      const rows = file.text.trim().split('\r\n').slice(1);
      expect(rows.every((row) => row.endsWith('demonstration data'))).toBe(true);
    }
    const map = JSON.parse((await as(on).get('/places.geojson')).text);
    expect(map.features[0].properties.note).toBe('demonstration data');
  });

  it('lets a forum choose districts of the register', async () => {
    const on = await world(scratch);
    const national = visitor(on, { routes, langs, language: 'en', actor: person(null, 'operator'), forum: 'national' });
    expect((await national.post('/places', { kind: 'district', name_az: 'Paytaxt rayonu' })).to).toBe(
      '/en/national/places/paytaxt-rayonu?done=added',
    );
    const form = await keeper(on).get('/places/area');
    const id = /value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? '';
    expect((await keeper(on).post('/places/area', { places: [id] })).to).toContain('done=area');
    expect((await as(on).get('/places')).text).toContain('Paytaxt rayonu');
    expect((await keeper(on).get('/places/paytaxt-rayonu/correction')).status).toBe(403);
    expect((await keeper(on).get('/places/paytaxt-rayonu')).text).not.toContain('/correction');
  });
});
