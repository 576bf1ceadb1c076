import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import type { Ctx } from '#core/command.ts';
import { both } from '#core/db/testing/scratch.ts';
import { person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { day } from '#core/time/plain-date.ts';
import { addPlace } from '../commands.ts';
import type { PlaceId } from '../schema.ts';
import { addBody, closeBody, correctBody, ensureBody, reopenBody } from './commands.ts';
import { bodiesById, bodiesOf, bodyBySlug, bodyFinder, bodyNames, bodySeen } from './queries.ts';
import type { BodyId } from './schema.ts';

const facts = (name: string, more: object = {}) => ({
  ...{ kind: 'ngo' as const, slug: null, name: { az: name }, short: null, place: null, site: null, email: null },
  ...{ phone: null, address: null, from: null, source: null, partOf: null, classes: [] as BodyId[] },
  ...more,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const wrong = (result: Result<unknown>): readonly string[] => {
  if (result.ok) return [];
  const short = (key: string) => key.replace('places.refused.', '');
  return (
    result.refusal.fields?.map((f) => `${f.field}: ${short(f.message.key)}`) ?? [short(result.refusal.message.key)]
  );
};

const coordinator = (on: Stage) => on.as(person(on.forum.id, 'coordinator'));
const add = async (on: Stage, name: string, more: object = {}): Promise<BodyId> =>
  value(await coordinator(on)(addBody, facts(name, more))).id;

/** Works inside one transaction as another module's command would. */
const within = <T>(on: Stage, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  on.house.database.transaction((db) =>
    work({ db, now: on.now, today: on.today, actor, forum: on.forum, lang: 'en', requestId: 'test' }),
  );

both('bodies', (scratch) => {
  it('adds a body and refuses what cannot be, field by field', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const id = await add(on, '“Çıraq” İctimai Birliyi', { short: { az: 'Çıraq İB' } });
    expect((await bodyBySlug(scratch.db, on.forum.id, 'ciraq-ictimai-birliyi'))?.id).toBe(id);
    const bad = { site: 'javascript:alert(1)', email: 'nobody', phone: 'call me', short: { az: 'x'.repeat(61) } };
    expect(wrong(await may(addBody, facts('A', bad)))).toEqual([
      'short_az: errors.field_too_long',
      'site: not_site',
      'email: not_email',
      'phone: not_phone',
    ]);
    expect(wrong(await may(addBody, facts('A', { place: '01900000-0000-7000-8000-000000000001' })))).toEqual([
      'place: unknown_place',
    ]);
    expect(wrong(await may(addBody, facts('«çiraq» ictimai birliyi')))).toEqual(['name_az: body_twice']);
    expect(wrong(await may(addBody, facts('B', { classes: [id] })))).toEqual(['classes: not_class']);
    expect(wrong(await may(addBody, facts('B', { slug: 'ciraq-ictimai-birliyi' })))).toEqual(['slug: slug_taken']);
    expect(await on.entries()).toHaveLength(1);
  });

  it('tells bodies of one name in two places apart', async () => {
    const on = await stage(scratch);
    const place = async (name: string): Promise<PlaceId> =>
      value(
        await coordinator(on)(addPlace, {
          ...{ kind: 'community' as const, slug: null, name: { az: name }, code: null, parent: null, territory: null },
          ...{ lon: null, lat: null, outline: null, from: null, source: null },
        }),
      ).id;
    await add(on, 'İcma Şurası', { place: await place('A') });
    await add(on, 'İcma Şurası', { place: await place('B') });
    const found = (await bodyFinder(scratch.db, on.forum.id))('icma surasi');
    expect(found.kind === 'several' ? found.items.length : 0).toBe(2);
  });

  it('finds a body by any of its names, and offers near spellings without guessing', async () => {
    const on = await stage(scratch);
    const name = { az: 'Durnasu Rayon İcra Hakimiyyəti', ru: 'Исполнительная власть Дурнасуинского района' };
    const id = await add(on, '', { name, short: { az: 'Durnasu RİH' }, kind: 'excom' });
    const find = await bodyFinder(scratch.db, on.forum.id);
    for (const text of [
      'DURNASU RAYON ICRA HAKIMIYYETI',
      'durnasu rih.',
      '«исполнительная  власть дурнасуинского района»',
    ]) {
      const match = find(text);
      expect([text, match.kind === 'one' ? match.item.id : match.kind]).toEqual([text, id]);
    }
    const near = find('Durnasu Rayn İcra Hakimiyyati');
    expect(near.kind === 'none' ? near.near.map((b) => b.id) : near.kind).toEqual([id]);
    expect(find('Nazirlik')).toEqual({ kind: 'none', near: [] });
    expect(find('  ')).toEqual({ kind: 'none', near: [] });
  });

  it('keeps who belongs to whom and refuses circles', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const all = await add(on, 'Yerli icra orqanları', { kind: 'class' });
    const excom = await add(on, 'RİH', { kind: 'excom', classes: [all] });
    const representation = await add(on, 'Nümayəndəlik', { kind: 'excom_representation', partOf: excom });
    expect(
      wrong(await may(correctBody, { ...facts('RİH', { kind: 'excom', partOf: representation }), body: excom })),
    ).toEqual(['part_of: part_circle']);
    expect((await bodySeen(scratch.db, on.forum.id, 'rih', on.today))?.parts.map((b) => b.id)).toEqual([
      representation,
    ]);
    const group = await bodySeen(scratch.db, on.forum.id, 'yerli-icra-orqanlari', on.today);
    expect(group?.members.map((b) => b.id)).toEqual([excom]);
    value(await may(correctBody, { ...facts('RİH', { kind: 'excom' }), body: excom }));
    expect((await bodySeen(scratch.db, on.forum.id, 'yerli-icra-orqanlari', on.today))?.members).toEqual([]);
  });

  it('ends a body with its successor, and takes a wrong ending back', async () => {
    const on = await stage(scratch);
    const may = coordinator(on);
    const [a, b] = [await add(on, 'A'), await add(on, 'B', { from: day('2020-01-01') })];
    const end = { body: a, day: day('2021-01-01'), source: 'Fərman', successor: b };
    expect(wrong(await may(closeBody, { ...end, successor: a }))).toEqual(['successor: body_self']);
    expect(wrong(await may(closeBody, { ...end, day: day('2019-01-01') }))).toEqual(['successor: successor_gone']);
    value(await may(closeBody, end));
    expect(wrong(await may(closeBody, { ...end, body: b, successor: a }))).toEqual(['successor: body_circle']);
    expect((await bodySeen(scratch.db, on.forum.id, 'a', on.today))?.heir?.id).toBe(b);
    expect((await on.entries()).at(-1)).toMatchObject({ kind: 'places.body_succeeded', params: { successor: 'B' } });
    value(await may(reopenBody, { body: a, reason: 'səhv' }));
    expect((await bodySeen(scratch.db, on.forum.id, 'a', on.today))?.heir).toBeNull();
    expect(wrong(await may(reopenBody, { body: a, reason: 'səhv' }))).toEqual(['not_ended']);
  });

  it('lets forums name bodies of the register, but not each other’s', async () => {
    const on = await stage(scratch);
    const other = await stage(scratch, { slug: 'other' });
    const ministry = value(
      await on.as(person(null, 'operator'), on.reference)(addBody, facts('Nazirlik', { kind: 'central_body' })),
    ).id;
    const mine = await add(on, 'Bizim birlik');
    expect((await bodiesOf(scratch.db, on.forum.id)).map((b) => b.id).sort()).toEqual([ministry, mine].sort());
    expect((await bodiesOf(scratch.db, other.forum.id)).map((b) => b.id)).toEqual([ministry]);
    expect([...(await bodyNames(scratch.db, other.forum.id, [ministry, mine])).keys()]).toEqual([ministry]);
    expect(await bodiesById(scratch.db, other.forum.id, [mine])).toEqual([]);
    expect(wrong(await coordinator(on)(correctBody, { ...facts('X'), body: ministry }))).toEqual(['register_body']);
    expect(wrong(await coordinator(other)(reopenBody, { body: mine, reason: 'x' }))).toEqual(['unknown_body']);
  });

  it('gives another module the body of a name, made once', async () => {
    const on = await stage(scratch);
    const wanted = { kind: 'company' as const, name: { az: '“Terminal” MMC', en: 'Terminal LLC' } };
    const first = value(await within(on, SYSTEM, (ctx) => ensureBody(ctx, wanted)));
    expect(first.made).toBe(true);
    const again = value(
      await within(on, SYSTEM, (ctx) => ensureBody(ctx, { kind: 'company', name: { en: 'terminal llc' } })),
    );
    expect([again.made, again.id]).toEqual([false, first.id]);
    expect(first.object).toMatchObject({ type: 'body', path: '/bodies/terminal-mmc' });
    const member = await within(on, person(on.forum.id, 'member'), (ctx) =>
      ensureBody(ctx, { kind: 'ngo', name: { az: 'Yeni' } }),
    );
    expect(member.ok ? '' : member.refusal.kind).toBe('forbidden');
    expect(await on.entries()).toEqual([]);
  });
});
