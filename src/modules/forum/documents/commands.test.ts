import { expect, it } from 'vitest';
import { type Actor, NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { adoptVersion } from './adoptions/commands.ts';
import { writeDocument, writeText } from './commands.ts';
import { discardVersion } from './discarding/commands.ts';
import { adoptFounding, publishFounding, writeFounding } from './founding/commands.ts';
import { articlesOf, documentsOf, signaturesOf } from './queries.ts';
import { documentRoutes } from './routes.ts';
import { bookOn } from './rules.ts';
import type { VersionId } from './schema.ts';
import { mistakeSignature, signVersion } from './signatures/commands.ts';
import { templateArticles } from './templates/rules.ts';
import { openVersion, proposeVersion } from './versions/commands.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const routes = documentRoutes({ lang: (code) => langs[code], onVersion: async () => null });
const keeper = (on: Stage): Actor => person(on.forum.id, 'coordinator');
const come = (on: Stage, actor: Actor = NOBODY) => visitor(on, { routes, langs, language: 'en', actor });
const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

const fromTemplate = (on: Stage) =>
  must(
    on.as(keeper(on))(writeDocument, {
      ...{ kind: 'rules', title: { en: 'Rules', az: 'Reqlament' }, template: true },
      articles: templateArticles('rules', (code) => langs[code]),
    }),
  );
const votes = (given: object = {}) => [
  {
    ...{ constituency: 'assembly', all: 23, filled: 23, present: 20, recused: 0, for: 18, against: 1, abstain: 1 },
    ...given,
  },
];
const adoption = (on: Stage, version: VersionId, given: object = {}) => ({
  ...{ version, on: on.today, inForceOn: on.today, decision: 'Minutes No 1', founded: true, votes: null },
  ...given,
});
const founding = (on: Stage, given: object = {}) => ({
  ...{ meetsOn: on.today, place: { en: 'Hall' }, initiators: { en: 'Two NGOs' }, counters: { en: 'Two tellers' } },
  invited: Array.from({ length: 23 }, (_, i) => ({ name: `Organisation ${i}`, why: 'works here' })),
  quorum: { than: 'more_than' as const, part: 1, whole: 2 },
  majority: { than: 'at_least' as const, part: 2, whole: 3 },
  seen: null,
  ...given,
});

both('a founding document', (scratch) => {
  it('is a draft that only its keepers see, until it goes to the members; then nobody writes in it', async () => {
    const on = await stage(scratch);
    const { version } = await fromTemplate(on);
    const here = '/documents/rules/versions/1';
    expect((await come(on).get(here)).status).toBe(404);
    expect((await come(on).get('/documents')).text).not.toContain('Rules<');
    const mine = await come(on, keeper(on)).get(here);
    expect([mine.status, mine.kept]).toEqual([200, false]);
    expect(mine.text).toContain('more than half of the seats that are held');
    expect(await on.entries()).toEqual([]);
    await must(on.as(keeper(on))(proposeVersion, { version, members: null, reason: null }));
    expect((await come(on).get(here)).text).toContain('id="article-7.1"');
    const again = { version, language: 'en' as const, articles: [], seen: null };
    expect(said(await on.as(keeper(on))(writeText, again))).toBe('conflict: forum.documents.wrong.fixed');
    expect(said(await on.as(person(on.forum.id, 'member'))(openVersion, { version }))).toBe(
      'forbidden: forum.documents.denied.keep',
    );
    expect((await on.entries()).map(({ kind }) => kind)).toEqual(['forum.version_proposed']);
  });

  it('of a kind is there once; its next version is a copy, one draft at a time', async () => {
    const on = await stage(scratch);
    const { version } = await fromTemplate(on);
    const twice = { kind: 'rules' as const, title: { en: 'Again' }, articles: [], template: false };
    expect(said(await on.as(keeper(on))(writeDocument, twice))).toBe('conflict: forum.documents.wrong.kind_there');
    expect(said(await on.as(keeper(on))(openVersion, { version }))).toBe('conflict: forum.documents.wrong.draft_there');
    await must(on.as(keeper(on))(proposeVersion, { version, members: null, reason: null }));
    expect(await must(on.as(keeper(on))(openVersion, { version }))).toEqual({ slug: 'rules', number: 2 });
    const [document] = await documentsOf(scratch.db, on.forum.id);
    const copy = document!.versions[1]!;
    expect(await articlesOf(scratch.db, on.forum.id, copy.id)).toEqual(
      await articlesOf(scratch.db, on.forum.id, version),
    );
    expect(copy.book).toEqual(document!.versions[0]!.book);
  });

  it('is adopted under the founding procedure, which cites itself; from then on its own rules count', async () => {
    const on = await stage(scratch);
    const act = on.as(keeper(on));
    const { version } = await fromTemplate(on);
    const adopt = (given: object) => act(adoptVersion, adoption(on, version, { founded: false, ...given }));
    expect(said(await adopt({ votes: votes() }))).toBe('conflict: forum.documents.wrong.no_founding');
    await must(act(writeFounding, founding(on)));
    expect((await come(on).get('/documents/founding')).status).toBe(404);
    expect(said(await act(adoptFounding, { on: on.today, present: 20, for: 19, against: 0, abstain: 1 }))).toBe(
      'conflict: forum.documents.founding.wrong.not_published',
    );
    await must(act(publishFounding, { on: on.today }));
    const first = (present: number, yes: number) =>
      act(adoptFounding, { on: on.today, present, for: yes, against: present - yes, abstain: 0 });
    expect(said(await first(11, 11))).toBe('conflict: forum.documents.founding.wrong.no_quorum');
    expect(said(await first(18, 11))).toBe('conflict: forum.documents.founding.wrong.lost');
    expect(said(await first(24, 24))).toBe('bad_input: forum.documents.founding.wrong.over_invited');
    expect(said(await first(18, 12))).toBe('ok');
    expect(said(await adopt({ votes: votes() }))).toBe('conflict: forum.documents.wrong.not_sent');
    await must(act(proposeVersion, { version, members: null, reason: null }));
    expect(said(await adopt({ votes: votes({ for: 10, against: 6 }) }))).toBe(
      'conflict: forum.documents.wrong.not_adopted',
    );
    expect(said(await adopt({ votes: votes({ all: 22, filled: 22 }) }))).toBe(
      'bad_input: forum.documents.wrong.other_seats',
    );
    expect(await must(adopt({ votes: votes() }))).toMatchObject({ by: 'founding' });
    expect(said(await adopt({ votes: votes() }))).toBe('conflict: forum.documents.wrong.adopted_already');
    const page = await come(on).get('/documents/rules');
    for (const words of ['18 for, 1 against, 1 abstained', 'first item', '18 × 3 = 54', 'In force'])
      expect(page.text).toContain(words);
    expect((await come(on).get('/documents/founding')).text).toContain('12 × 3 = 36');
    const { book } = bookOn(await documentsOf(scratch.db, on.forum.id), on.today);
    expect(book.rules.documents).toMatchObject({ article: '8.4' });
    expect((await on.entries()).map(({ kind }) => kind)).toEqual([
      ...['forum.founding_published', 'forum.founding_adopted', 'forum.version_proposed', 'forum.version_adopted'],
    ]);
  });

  it('is changed only as its own article on changes asks, else it is refused with that article', async () => {
    const on = await stage(scratch);
    const act = on.as(keeper(on));
    const { version } = await fromTemplate(on);
    expect(await must(act(adoptVersion, adoption(on, version)))).toMatchObject({ by: 'minutes' });
    expect((await come(on).get('/documents/rules')).text).toContain('founded on paper, entered afterwards');
    await must(act(openVersion, { version }));
    const next = (await documentsOf(scratch.db, on.forum.id))[0]!.versions[1]!.id;
    const change = async (given: object = {}) => {
      const made = await act(adoptVersion, adoption(on, next, { founded: true, ...given }));
      return made.ok ? 'ok' : `${said(made)} ${made.refusal.message.params?.article ?? ''}`;
    };
    expect(await change()).toBe('conflict: forum.documents.wrong.not_proposed 16.1');
    await must(act(proposeVersion, { version: next, members: 2, reason: { en: 'More days' } }));
    on.now = new Date('2026-12-06T08:00:00Z');
    expect(await change()).toBe('conflict: forum.documents.wrong.too_early 16.1');
    on.now = new Date('2026-12-07T08:00:00Z');
    expect(await change()).toBe('conflict: forum.documents.wrong.few_proposers 16.1');
    expect((await documentsOf(scratch.db, on.forum.id))[0]!.versions[1]!.adoption).toBeNull();
  });

  it('that follows its article is in force from its day; before it the earlier one counts', async () => {
    const on = await stage(scratch);
    const act = on.as(keeper(on));
    const { version } = await fromTemplate(on);
    await must(act(adoptVersion, adoption(on, version)));
    await must(act(openVersion, { version }));
    const next = (await documentsOf(scratch.db, on.forum.id))[0]!.versions[1]!.id;
    await must(act(proposeVersion, { version: next, members: 3, reason: null }));
    on.now = new Date('2026-12-08T08:00:00Z');
    const change = (given: object) => act(adoptVersion, adoption(on, next, { founded: false, ...given }));
    expect(said(await change({}))).toBe('conflict: forum.documents.wrong.no_votes');
    expect(said(await change({ votes: votes({ present: 11, for: 11, against: 0, abstain: 0 }) }))).toBe(
      'conflict: forum.documents.wrong.no_quorum',
    );
    expect(said(await change({ votes: votes({ for: 13, against: 7, abstain: 0 }) }))).toBe(
      'conflict: forum.documents.wrong.not_adopted',
    );
    const later = addDays(on.today, 3);
    expect(await must(change({ votes: votes({ for: 14, against: 6, abstain: 0 }), inForceOn: later }))).toMatchObject({
      by: 'documents',
    });
    const list = await come(on).get('/documents/rules/versions/2');
    expect(list.text).toContain('Adopted, not yet in force');
    expect((await come(on).get(`/rules?on=${on.today}`)).text).toContain('/documents/rules/versions/1#article-7.1');
    expect((await come(on).get(`/rules?on=${later}`)).text).toContain('/documents/rules/versions/2#article-7.1');
    on.now = new Date('2026-12-12T08:00:00Z');
    expect((await come(on).get('/documents/rules/versions/1')).text).toContain('Replaced by a later version');
  });

  it('is signed by an organisation once, after its adoption; the page names the office and no person', async () => {
    const on = await stage(scratch);
    const act = on.as(keeper(on));
    const { version } = await fromTemplate(on);
    const body = await loadNamedBody(asSystem(on), { key: 'ngo', kind: 'ngo', name: { en: 'Green NGO' }, source: 'm' });
    const sign = (given: object = {}) =>
      act(signVersion, { version, body, capacity: { en: 'chairwoman' }, on: on.today, ...given });
    expect(said(await sign())).toBe('conflict: forum.documents.wrong.sign_adopted');
    await must(act(adoptVersion, adoption(on, version)));
    expect(said(await sign({ on: addDays(on.today, -1) }))).toBe('bad_input: forum.documents.wrong.sign_day');
    expect(said(await sign({ body: on.forum.id }))).toBe('bad_input: forum.documents.wrong.body');
    expect([said(await sign()), said(await sign())]).toEqual(['ok', 'bad_input: forum.documents.wrong.signed_already']);
    const page = await come(on).get('/documents/rules');
    for (const words of ['Green NGO', 'chairwoman']) expect(page.text).toContain(words);
    expect((await come(on).get('/documents/rules/versions/1/print')).text).toContain('Green NGO');
  });

  it('that nobody received can be thrown away, asked before; a document without another version goes with it', async () => {
    const on = await stage(scratch);
    const mine = come(on, keeper(on));
    const { version } = await fromTemplate(on);
    await must(on.as(keeper(on))(proposeVersion, { version, members: null, reason: null }));
    await must(on.as(keeper(on))(openVersion, { version }));
    expect((await come(on).get('/documents/rules/versions/2/removal')).status).toBe(401);
    expect((await mine.get('/documents/rules/versions/1/removal')).status).toBe(409);
    expect(said(await on.as(keeper(on))(discardVersion, { version }))).toBe('conflict: forum.documents.wrong.fixed');
    const asks = await mine.get('/documents/rules/versions/2/removal');
    expect(asks.text).toContain('cannot be brought back. Earlier versions stay');
    expect((await documentsOf(scratch.db, on.forum.id))[0]!.versions.length).toBe(2);
    expect((await mine.post('/documents/rules/versions/2/removal', {})).status).toBe(303);
    expect((await documentsOf(scratch.db, on.forum.id))[0]!.versions.map(({ number }) => number)).toEqual([1]);
    const other = { kind: 'other' as const, title: { en: 'Annex' }, articles: [], template: false };
    const annexes = [
      await must(on.as(keeper(on))(writeDocument, other)),
      await must(on.as(keeper(on))(writeDocument, other)),
    ];
    await must(on.as(keeper(on))(discardVersion, { version: annexes[0]!.version }));
    expect((await documentsOf(scratch.db, on.forum.id)).map(({ slug }) => slug)).toEqual(['rules', 'document-3']);
    expect(await must(on.as(keeper(on))(writeDocument, other))).toMatchObject({ slug: 'document-4' });
    expect((await on.entries()).map(({ kind }) => kind)).toEqual(['forum.version_proposed']);
  });

  it('keeps a signature that was entered wrongly readable, and takes the right one of the same organisation', async () => {
    const on = await stage(scratch);
    const act = on.as(keeper(on));
    const { version } = await fromTemplate(on);
    await must(act(adoptVersion, adoption(on, version)));
    const body = await loadNamedBody(asSystem(on), { key: 'b', kind: 'ngo', name: { en: 'Signer' }, source: 'm' });
    const sign = { version, body, capacity: null, on: on.today };
    await must(act(signVersion, sign));
    expect(said(await act(signVersion, sign))).toBe('bad_input: forum.documents.wrong.signed_already');
    const [wrong] = await signaturesOf(scratch.db, on.forum.id, version);
    const address = `/documents/rules/versions/1/signatures/${wrong!.id}/mistake`;
    const mine = come(on, keeper(on));
    expect((await come(on).get(address)).status).toBe(401);
    expect((await mine.post(address, { reason: '' })).status).toBe(422);
    expect((await mine.post(address, { reason: 'It was another organisation' })).status).toBe(303);
    expect((await mine.post(address, { reason: 'again' })).status).toBe(404);
    const taken = { version, signature: wrong!.id, reason: 'again' };
    expect(said(await act(mistakeSignature, taken))).toBe('conflict: forum.documents.wrong.mistaken_already');
    await must(act(signVersion, sign));
    const page = (await come(on).get('/documents/rules')).text;
    expect(page).toContain('It was another organisation');
    expect((await come(on).get('/documents/rules/versions/1/print')).text.match(/Signer/g)?.length).toBe(1);
    expect((await signaturesOf(scratch.db, on.forum.id, version)).map(({ mistake }) => mistake !== null)).toEqual([
      true,
      false,
    ]);
    expect((await on.entries()).at(-2)).toMatchObject({ kind: 'forum.signature_mistaken', params: { body: 'Signer' } });
  });
});
