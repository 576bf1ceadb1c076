import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { actingFor, derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { adoptVersion } from '../documents/adoptions/commands.ts';
import { writeDocument } from '../documents/commands.ts';
import { templateArticles } from '../documents/templates/rules.ts';
import { forumModule } from '../module.ts';
import { giveSeat, seatingCommands } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { namedIn } from '../shown/queries.ts';
import { leadCommands } from './commands.ts';
import type { ElectionInput } from './forms.ts';
import { hasOffice, leadsOf, rolesByOffice } from './queries.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const identity: Partial<IdentityNeeds> = {
  ...{ bodyOptions: async () => [], bodyNames: async () => new Map(), roles: () => [], deedKinds: () => [] },
  ...{ forum: () => null, lang: (code) => langs[code] },
};
const roles = derivedRoles(identity as IdentityNeeds);
const module = forumModule({
  ...{ roles, mayStorePeople: async () => true, lang: (code) => langs[code], onVersion: async () => null },
});
const { elect, endLead } = leadCommands(roles);
const { nameSpeaker, endMandate } = seatingCommands(roles);

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const said = (made: Result<unknown>) =>
  made.ok ? 'ok' : (made.refusal.fields?.[0]?.message ?? made.refusal.message).key;
const db = (on: Stage) => on.house.database.db;
const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    ...{ routes: module.routes, parts: { parts: [], doors: [] }, langs },
    language: 'en',
    ...(actor ? { actor } : {}),
  });

/** A forum of two seats whose speakers are people, founded thirty days ago. */
async function founded(on: Stage) {
  const from = addDays(on.today, -30);
  const decided = { number: 'protokol 1', decidedOn: from, from, reason: null, url: null, more: [], places: [] };
  await must(asSystem(on)(decideComposition, { ...decided, fresh: [{ name: { en: 'NGOs' }, seats: 2 }] }));
  const { seats } = await seatingOf(db(on), on.forum.id);
  const people: string[] = [];
  for (const [i, seat] of seats.entries()) {
    const named = { key: `b${i}`, kind: 'ngo' as const, name: { en: `Body ${i}` }, source: 'm' };
    const body = await loadNamedBody(asSystem(on), named);
    const held = await must(asSystem(on)(giveSeat, { seat: seat.id, body, from, to: null, source: 'm' }));
    const facts = { name: { az: `Ad ${i}` }, language: 'az' as const, email: null, phone: null };
    const asked = {
      holding: held.id,
      kind: 'representative',
      who: { facts },
      office: { en: 'Chair' },
      from,
      to: null,
    } as const;
    people.push((await must(asSystem(on)(nameSpeaker, { ...asked, source: 'm' }))).person!);
  }
  const election = (n: number, more: Partial<ElectionInput> = {}): ElectionInput => ({
    ...{
      office: 'coordinator',
      holder: { seat: seats[n]!.id, as: 'representative' },
      electedOn: on.today,
      from: on.today,
    },
    ...{ to: null, decision: 'protokol 2', url: '/ballots/4', replaces: false, ...more },
  });
  return { people, election };
}

/** The template of rules of procedure in force: terms of coordinators in article 5. */
async function ruled(on: Stage) {
  const articles = templateArticles('rules', (code) => langs[code]);
  const asked = { kind: 'rules', title: { en: 'Rules' }, template: true, articles } as const;
  const { version } = await must(asSystem(on)(writeDocument, asked));
  const adoption = {
    version,
    on: addDays(on.today, -30),
    inForceOn: addDays(on.today, -30),
    decision: 'M',
    votes: null,
  };
  await must(asSystem(on)(adoptVersion, { ...adoption, founded: true }));
}

const coordinators = async (on: Stage) =>
  (await actingFor(db(on), { forum: on.forum.id, body: null, today: on.today, role: 'coordinator' })).map(
    ({ id }) => id,
  );

both('the offices of a forum', (scratch) => {
  it('take term and article from the rules of the day, give the desk to the person, and say so without a name', async () => {
    const on = await stage(scratch);
    const { people, election } = await founded(on);
    await ruled(on);
    await must(on.as(SYSTEM)(elect, election(0)));
    const [lead] = await leadsOf(db(on), on.forum.id);
    expect(lead).toMatchObject({
      last: '2028-11-22',
      term: { document: 'rules', article: expect.stringMatching(/^\d/) },
    });
    expect(await coordinators(on)).toEqual([people[0]]);
    expect(await rolesByOffice(db(on), on.forum.id, on.today)).toEqual(['coordinator']);
    expect(await hasOffice(db(on), on.forum.id, lead!.role!)).toBe(true);
    const entry = (await on.entries()).at(-1)!;
    expect(entry).toMatchObject({ kind: 'forum.lead_elected', params: { office: 'coordinator', until: '2028-11-22' } });
    expect(JSON.stringify(entry)).not.toContain('Ad 0');
    const page = await come(on).get('/members/leads');
    for (const words of ['Coordinator', 'Body 0', '22 November 2028', `article ${lead!.term!.article}`, '/ballots/4'])
      expect(page.text).toContain(words);
    expect((await come(on).get('/members/seats')).status).toBe(404);
  });

  it('go over in one deed: the one before leaves the day before, and nobody is left without a desk', async () => {
    const on = await stage(scratch);
    const { people, election } = await founded(on);
    await must(on.as(SYSTEM)(elect, election(0, { electedOn: addDays(on.today, -10), from: addDays(on.today, -10) })));
    expect(said(await on.as(SYSTEM)(elect, election(1)))).toBe('forum.leads.wrong_held');
    await must(on.as(SYSTEM)(elect, election(1, { replaces: true })));
    expect(await coordinators(on)).toEqual([people[1]]);
    const [first] = await leadsOf(db(on), on.forum.id);
    expect(first).toMatchObject({ last: addDays(on.today, -1), end: { reason: 'replaced', mistake: false } });
    // Only an office is elected: the desk stays with who has it until a person is named.
    const body = first!.body;
    const director = { holder: { body, post: { en: 'Director' }, person: null }, replaces: true } as const;
    const tomorrow = addDays(on.today, 1);
    await must(on.as(SYSTEM)(elect, election(0, { ...director, from: tomorrow })));
    expect(await coordinators(on)).toEqual([people[1]]);
    on.now = new Date('2026-11-25T08:00:00Z');
    expect(await coordinators(on)).toEqual([people[1]]);
    expect(await rolesByOffice(db(on), on.forum.id, on.today)).toEqual([]);
  });

  it('a second term of the same person leaves no pause', async () => {
    const on = await stage(scratch);
    const { people, election } = await founded(on);
    const later = addDays(on.today, 20);
    await must(on.as(SYSTEM)(elect, election(0, { to: addDays(on.today, 19) })));
    await must(on.as(SYSTEM)(elect, election(0, { from: later })));
    expect(await coordinators(on)).toEqual([people[0]]);
    on.now = new Date('2026-12-20T08:00:00Z');
    expect(await coordinators(on)).toEqual([people[0]]);
  });

  it('after a term that ran out the desk is kept, and said to be over; only a deed ends it, never one’s own', async () => {
    const on = await stage(scratch);
    const { people, election } = await founded(on);
    const from = addDays(on.today, -20);
    await must(on.as(SYSTEM)(elect, election(0, { electedOn: from, from, to: addDays(on.today, -1) })));
    expect(await coordinators(on)).toEqual([people[0]]);
    expect((await come(on).get('/members/leads')).text).toContain('Nobody was elected since');
    const [lead] = await leadsOf(db(on), on.forum.id);
    const own: Actor = { ...person(on.forum.id, 'coordinator'), id: people[0]! } as Actor;
    const end = { lead: lead!.id, last: lead!.last, reason: 'other' } as const;
    expect(said(await on.as(own)(endLead, end))).toBe('forum.leads.refused_own');
    await must(on.as(person(on.forum.id, 'coordinator'))(endLead, end));
    expect(await coordinators(on)).toEqual([]);
    expect(said(await on.as(SYSTEM)(endLead, end))).toBe('forum.refused.ended_already');
  });

  it('are filled by those who spoke for a seat on the day; staff below the coordinator does not', async () => {
    const on = await stage(scratch);
    const { election } = await founded(on);
    const { mandates } = await seatingOf(db(on), on.forum.id);
    const left = addDays(on.today, -2);
    await must(asSystem(on)(endMandate, { mandate: mandates[0]!.id, last: left, reason: 'resigned' }));
    expect(said(await on.as(SYSTEM)(elect, election(0)))).toBe('forum.leads.wrong_nobody');
    expect(said(await on.as(SYSTEM)(elect, election(0, { electedOn: left, from: left })))).toBe('ok');
    expect(said(await on.as(person(on.forum.id, 'secretary'))(elect, election(1)))).toBe('forum.denied.name');
    const empty = await stage(scratch, { slug: 'empty' });
    expect(said(await empty.as(SYSTEM)(elect, election(1)))).toBe('forum.leads.refused_no_seats');
  });

  it('name an office of an organisation too, whose name can be withheld by itself', async () => {
    const on = await stage(scratch);
    const { people, election } = await founded(on);
    const { holdings } = await seatingOf(db(on), on.forum.id);
    const holder = { body: holdings[0]!.body, post: { en: 'Director' }, person: people[0]! };
    await must(on.as(SYSTEM)(elect, election(0, { office: 'co_chair_civil', holder })));
    expect(await coordinators(on)).toEqual([]);
    const [lead] = await leadsOf(db(on), on.forum.id);
    expect((await namedIn(db(on), on.forum)).find(({ id }) => id === lead!.id)).toMatchObject({
      path: '/members/leads',
    });
    await must(on.as(SYSTEM)(endLead, { lead: lead!.id, last: null, reason: 'other' }));
    expect((await come(on).get('/members/leads')).text).toContain('taken back on');
    expect((await on.entries()).at(-1)?.kind).toBe('forum.lead_mistaken');
  });

  it('are recorded by a form that keeps what was typed', async () => {
    const on = await stage(scratch);
    await founded(on);
    const staff = come(on, person(on.forum.id, 'coordinator'));
    expect((await come(on).get('/members/leads/new')).status).not.toBe(200);
    const { seats } = await seatingOf(db(on), on.forum.id);
    const typed = {
      office: 'coordinator',
      seat: seats[0]!.id,
      as: 'representative',
      decision: 'protokol 7',
      elected_on: '23.11.2026',
    };
    const kept = await staff.post('/members/leads', { ...typed, elected_on: '', to: 'never' });
    expect(kept.status).toBe(422);
    for (const words of ['protokol 7', 'Write the day.', '“never” is no day']) expect(kept.text).toContain(words);
    const both = await staff.post('/members/leads', { ...typed, body: seats[0]!.id });
    expect(both.text).toContain('one of the two');
    expect((await staff.post('/members/leads', typed)).status).toBe(303);
    const [lead] = await leadsOf(db(on), on.forum.id);
    const closure = `/members/leads/${lead!.id}/closure`;
    expect((await staff.get(closure)).text).toContain('Record an early end');
    expect((await staff.post(closure, { how: 'ended', last: '01.01.2020', reason: 'resigned' })).status).toBe(422);
    expect((await staff.post(closure, { how: 'ended', last: '23.11.2026', reason: 'resigned' })).status).toBe(303);
  });
});
