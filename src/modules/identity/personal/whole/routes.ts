import { type Answer, page, type Web } from '#core/http/route.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { heldName } from '../../people/pages/parts/held.tsx';
import { personNames } from '../../people/queries.ts';
import { wordsOf } from '../../people/routes.ts';
import type { IdentityNeeds, Person } from '../../schema.ts';
import { DataPage } from '../pages/data.tsx';
import type { HeldInWords } from '../pages/parts/facts.tsx';
import { wholeOf } from './queries.ts';

const DONE = ['corrected', 'letter', 'email'] as const;

/** All that is held about the person who looks, on a page. */
export async function dataPage(needs: IdentityNeeds, web: Web, me: Person): Promise<Answer> {
  const { lang, db, url } = web;
  const whole = await wholeOf(needs, db, me.id);
  const readers = await personNames(
    db,
    [...whole.readings.map((row) => row.readerId), ...whole.assisted.map((row) => row.helper_id)],
    lang.code,
  );
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  const main = DataPage({
    ...{ lang, readers, readings: whole.readings, entries: whole.entries, at: web.at, fixed: me.demonstration },
    facts: await inWords(needs, web, me, whole, readers),
    forum: (id) => forumOf(needs, web, id),
    roleName: (role) => {
      const known = needs.roles().find((one) => one.role === role);
      return known ? lang.say({ key: known.name }) : role;
    },
    moment: (at) => lang.moment(at, web.forum.zone),
    done: done ? lang.t(`identity.personal.done_${done}`) : null,
  });
  return page({ title: lang.t('identity.personal.title'), noindex: true, main });
}

function forumOf(needs: IdentityNeeds, { lang }: Web, id: string) {
  const known = needs.forum(id);
  if (!known || known.kind === 'reference') return null;
  return { name: lang.pick(known.name), href: `/${lang.code}/${known.slug}` };
}

type Whole = Awaited<ReturnType<typeof wholeOf>>;

/** Every kind of row as lines that a person can read. */
async function inWords(
  needs: IdentityNeeds,
  web: Web,
  me: Person,
  whole: Whole,
  readers: ReadonlyMap<string, string>,
): Promise<HeldInWords> {
  const { lang, forum } = web;
  const moment = (at: Date): string => lang.moment(at, forum.zone);
  const date = (at: Date): string => lang.date(dayIn(forum.zone, at));
  const words = await wordsOf(
    needs,
    web,
    whole.roles.flatMap((role) => role.body ?? []),
  );
  const [waiting] = whole.emailChanges.filter((change) => change.expires_at > web.now);
  return {
    person: me,
    since: moment(me.createdAt),
    roles: whole.roles.map((role) =>
      [heldName(words, role), forumOf(needs, web, role.forum)?.name].filter(Boolean).join(', '),
    ),
    sessions: whole.sessions.map(
      (row) => `${row.agent || lang.t('identity.me.unknown_device')}, ${moment(row.made_at)}`,
    ),
    links: whole.links.length,
    ways: whole.ways.map(({ kind, at }) => lang.t('identity.personal.way_line', { kind, date: date(at) })),
    deeds: whole.deeds.map((row) => `${lang.say(row.purpose)}, ${date(row.made_at)}`),
    assisted: whole.assisted.map((row) =>
      lang.t('identity.personal.assisted_line', {
        ...{ date: date(row.started_at), name: readers.get(row.helper_id) ?? '', reason: row.reason },
      }),
    ),
    corrections: whole.corrections.map((row) =>
      lang.t('identity.personal.correction_line', {
        ...{ field: row.field, date: date(row.corrected_at) },
      }),
    ),
    marks: whole.marks.map((row) =>
      [forumOf(needs, web, row.forumId)?.name, lang.date(row.on)].filter(Boolean).join(', '),
    ),
    waitingEmail: waiting?.email ?? null,
  };
}

/** The same for machines: everything, in one file that the person can take along. */
export async function dataFile(needs: IdentityNeeds, web: Web, me: Person): Promise<Answer> {
  const body = JSON.stringify(await wholeOf(needs, web.db, me.id), null, 2);
  return { kind: 'file', type: 'application/json', body, name: 'ortaq-my-data.json' };
}
