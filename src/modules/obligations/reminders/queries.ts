import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { actingFor } from '#modules/identity/contract.ts';
import { bodiesById } from '#modules/places/contract.ts';
import type { ReminderId } from '../schema.ts';
import { messageOf } from './rules.ts';
import type { Pending, ReminderSeen, ToTell } from './schema.ts';

/**
 * Cases and stages of which nobody was told: before the day (within "due soon"), on it, after it, and to whom the rule
 * names so many days after. What passed while the program stood still is not told afterwards, but for lateness.
 */
export async function pendingReminders(db: Db, forum: string, today: PlainDate, most: number) {
  const { rows } = await sql<Pending>`
    select c.id as case, c.body_id as body, s.stage, case when s.stage = 'escalated' then c.escalation ->> 'role' end as role
    from obligations_cases c
    cross join lateral (values
      ('before', c.due_on > ${today} and c.due_on - c.soon_days <= ${today}),
      ('on', c.due_on = ${today}),
      ('after', c.due_on < ${today}),
      ('escalated', c.escalation is not null and c.due_on + (c.escalation ->> 'days')::int <= ${today})) s (stage, now)
    where c.forum_id = ${forum} and c.closed is null and c.never_on > ${today} and c.due_on <= ${today}::date + 60 and s.now
      and not exists (select 1 from obligations_reminders r
        where r.forum_id = c.forum_id and r.case_id = c.id and r.stage = s.stage)
    order by c.body_id, c.due_on, c.id, s.stage limit ${most}`.execute(db);
  return rows;
}

/** Reminders by id, those whose case is still open and that nobody told yet. */
export async function untold(
  db: Db,
  forum: string,
  today: PlainDate,
  which: { readonly ids: readonly ReminderId[] } | 'desk',
): Promise<readonly ReminderSeen[]> {
  const { rows } = await sql<ReminderSeen>`
    select r.id, r.stage, c.number, c.body_id as body, c.title, c.rule_title as "ruleTitle", c.path,
      c.due_on as "dueOn", c.escalation ->> 'role' as role,
      exists (select 1 from obligations_first_latenesses f
        where f.forum_id = c.forum_id and f.body_id = c.body_id and f.public_on <= ${today}) as "publicAlready"
    from obligations_reminders r
    join obligations_cases c on c.forum_id = r.forum_id and c.id = r.case_id
    where r.forum_id = ${forum} and c.closed is null
      and ${which === 'desk' ? sql`r.channel = 'desk'` : sql`r.id = any(${[...which.ids]}::uuid[])`}
      and not exists (select 1 from obligations_tellings t where t.forum_id = r.forum_id and t.reminder_id = r.id)
      -- of one case the latest stage is told, not all that came before
      and not exists (select 1 from obligations_reminders l
        where l.forum_id = r.forum_id and l.case_id = r.case_id and l.id > r.id and l.stage <> 'escalated')
    order by c.due_on, r.id limit 200`.execute(db);
  return rows;
}

export interface Address {
  readonly to: string;
  readonly language: Lang['code'];
}

/** Where letters to a body go: people who act for it, else its own address. Empty: somebody has to call. */
export async function addressesOf(db: Db, forum: Forum, body: string, today: PlainDate): Promise<readonly Address[]> {
  const found = new Map<string, Address>();
  for (const role of ['executor', 'member'])
    for (const person of await actingFor(db, { forum: forum.id, body, today, role }))
      if (person.email) found.set(person.email, { to: person.email, language: person.language });
  if (found.size > 0) return [...found.values()];
  const [row] = await bodiesById(db, forum.id, [body]);
  return row?.email ? [{ to: row.email, language: forum.languages[0] ?? 'az' }] : [];
}

/** Where letters to the holders of a role of the forum go. */
export async function addressesOfRole(
  db: Db,
  forum: Forum,
  role: string,
  today: PlainDate,
): Promise<readonly Address[]> {
  const people = await actingFor(db, { forum: forum.id, body: null, today, role });
  return people.flatMap((person) => (person.email ? [{ to: person.email, language: person.language }] : []));
}

/** Whom to call or message today, the longest due first; `lang` is the receivers' language. */
export async function toTell(
  db: Db,
  forum: Forum,
  lang: Lang,
  publicUrl: string,
  today: PlainDate,
): Promise<readonly ToTell[]> {
  const reminders = await untold(db, forum.id, today, 'desk');
  const bodies = await bodiesById(db, forum.id, [...new Set(reminders.map((one) => one.body))]);
  const byId = new Map(bodies.map((body) => [body.id as string, body]));
  return reminders.map((one) => {
    const body = byId.get(one.body);
    const bodyName = body ? lang.pick(body.name) : '';
    const forumAddress = `${publicUrl}/${lang.code}/${forum.slug}`;
    return { ...one, bodyName, phone: body?.phone ?? null, message: messageOf(lang, one, { bodyName, forumAddress }) };
  });
}
