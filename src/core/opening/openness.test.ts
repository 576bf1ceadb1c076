import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { aForum } from '#core/http/testing/site.ts';
import { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { isOpen, type OpeningStep, opennessFrom } from './openness.ts';
import { emptyParts, isBelow, type PagePart, partAt } from './part.ts';
import { isInside, refusalAt, sightOf } from './sight.ts';

const step = (name: OpeningStep['step'], part: string | null = null, on: string | null = null): OpeningStep => ({
  step: name,
  part,
  opensOn: on === null ? null : day(on),
});
const part = (id: string, files: boolean, ...paths: readonly string[]): PagePart => ({
  ...{ id, name: id, files, paths },
  personal: async () => [],
});
const parts = {
  parts: [part('plans', true, '/plans'), part('places', false, '/places', '/bodies')],
  doors: ['/deeds'],
};
const guba = aForum('guba');
const lang = new Lang('en', {});
const at = (openness: ReturnType<typeof opennessFrom>, path: string | null, inside = false) =>
  refusalAt(sightOf(openness, parts, { inside, preview: false, path }), parts, { path, forum: guba, lang })?.message
    .key ?? 'let in';

it('a forum without rows hides nothing; one in preparation hides everything but its doors', () => {
  const old = opennessFrom([], 'careful');
  expect([at(old, ''), at(old, '/plans/:plan'), at(old, null)]).toEqual(['let in', 'let in', 'let in']);
  const new_ = opennessFrom([step('prepared', null, '2027-01-11')], 'careful');
  expect(new_.opensOn).toBe('2027-01-11');
  for (const path of ['', '/plans', '/plans/:plan.json', '/shown', null])
    expect(at(new_, path)).toBe('errors.opens_on');
  expect(at(new_, '/deeds/:secret')).toBe('let in');
  expect(at(new_, '/plans', true)).toBe('let in');
  expect(at(opennessFrom([step('prepared')], 'careful'), '')).toBe('errors.opens_unknown');
});

it('an open forum shows the kinds of pages that were shown last, and files only when every kind with files is', () => {
  const opened = opennessFrom([step('prepared'), step('shown', 'places'), step('opened')], 'careful');
  expect([at(opened, ''), at(opened, '/bodies.csv'), at(opened, '/plans')]).toEqual([
    'let in',
    'let in',
    'errors.part_hidden',
  ]);
  expect(at(opened, null)).toBe('errors.part_hidden');
  const later = opennessFrom([step('opened'), step('shown', 'plans'), step('hidden', 'places')], 'careful');
  expect([at(later, null), at(later, '/places/:slug')]).toEqual(['let in', 'errors.part_hidden']);
  expect(isOpen(opennessFrom([step('opened'), step('prepared')], 'open'))).toBe(false);
});

it('the closed level shows strangers nothing but the name', () => {
  const closed = opennessFrom([step('opened'), step('shown', null)], 'closed');
  expect([at(closed, ''), at(closed, null), at(closed, '', true)]).toEqual([
    'errors.closed_circle',
    'errors.closed_circle',
    'let in',
  ]);
});

it('inside is who works here or runs the installation, not a resident and not staff of another forum', () => {
  const somebody = (role: string, forum: string | null): Actor => ({
    ...{ kind: 'person', id: 'p', name: 'x' },
    roles: [{ role, forum, body: null }],
  });
  const inside = (actor: Actor) => isInside(actor, guba);
  expect(inside(somebody('member', guba.id))).toBe(true);
  expect(inside(somebody('operator', null))).toBe(true);
  expect(inside(somebody('helper', guba.id))).toBe(true);
  expect(inside(somebody('resident', guba.id))).toBe(false);
  expect(inside(somebody('coordinator', 'elsewhere'))).toBe(false);
  expect(inside({ kind: 'nobody' })).toBe(false);
});

it('through a helper somebody is inside as far as they are by themself, in that forum, until the minutes are over', () => {
  const through = (role: string | null, more: { forum?: string; over?: boolean } = {}): Actor => ({
    ...{
      kind: 'assisted',
      session: 's',
      forum: guba.id,
      person: role && 'p',
      name: 'x',
      until: new Date(0),
      over: false,
    },
    ...{ roles: role ? [{ role, forum: guba.id, body: 'b' }] : [] },
    ...more,
  });
  expect(isInside(through('executor'), guba)).toBe(true);
  // The helper's own part in the work is lent to nobody.
  expect([isInside(through(null), guba), isInside(through('resident'), guba)]).toEqual([false, false]);
  expect(isInside(through('executor', { over: true }), guba)).toBe(false);
  expect(isInside(through('executor', { forum: 'elsewhere' }), guba)).toBe(false);
});

it('what belongs to a kind of pages is told by whole words', () => {
  expect(['/plans', '/plans/a', '/plans.csv', '/plansible', ''].map((path) => isBelow(path, '/plans'))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(partAt(parts.parts, '/bodies/x')?.id).toBe('places');
});

it('a record of the past leads strangers to no pages behind which nothing is; who works there sees the way', async () => {
  const old = opennessFrom([], 'open');
  const filled: PagePart = { ...part('plans', true, '/plans'), empty: async () => false };
  const bare: PagePart = { ...part('meetings', false, '/meetings'), empty: async () => true };
  const all = [filled, bare, part('places', false, '/places')];
  const none = null as never;
  const empty = await emptyParts(none, { id: 'f', kind: 'record' }, all);
  expect([...empty]).toEqual(['meetings']);
  expect((await emptyParts(none, { id: 'f', kind: 'living' }, all)).size).toBe(0);
  const seen = (inside: boolean) =>
    sightOf(old, { parts: all, doors: [] }, { inside, preview: false, path: '' }, empty);
  expect(all.map(({ id }) => seen(false).shows(id))).toEqual([true, false, true]);
  expect(seen(true).shows('meetings')).toBe(true);
});
