import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { dueOf } from '#modules/obligations/contract.ts';
import { draftsOf } from '../drafts/queries.ts';
import { consultationsOf, consultationsOn, wholeOf } from '../queries.ts';
import { outcomeCounts, stageOn, termBegins, unitsOf } from '../rules.ts';
import type { Consultation } from '../schema.ts';

/** A response that is owed, with its place and its day. */
export interface OwedResponse {
  readonly consultation: Consultation;
  readonly place: number;
  /** null: it cannot be counted (no calendar of the country). */
  readonly dueOn: PlainDate | null;
}

/** Responses that these bodies owe, or all; the next to be due first. */
export async function owedResponses(
  db: Db,
  forum: Forum,
  of: readonly string[] | 'all',
): Promise<readonly OwedResponse[]> {
  const owed: OwedResponse[] = [];
  for (const consultation of await consultationsOf(db, forum.id)) {
    if (of !== 'all' && !of.includes(consultation.body)) continue;
    const { n, unit: by } = consultation.term;
    for (const unit of unitsOf(await wholeOf(db, forum.id, consultation))) {
      if (unit.response) continue;
      const due = await dueOf(db, forum, { on: termBegins(consultation, unit), at: null }, { unit: by, n });
      owed.push({ consultation, place: unit.place, dueOn: due.ok ? due.value.due : null });
    }
  }
  return owed.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
}

/** The consultations on a document, the latest first, each with how many responses it still owes. */
export async function toldOf(db: Db, forum: string, subject: string) {
  const told: { consultation: Consultation; owed: number }[] = [];
  for (const consultation of await consultationsOn(db, forum, subject))
    told.push({ consultation, owed: outcomeCounts(unitsOf(await wholeOf(db, forum, consultation))).owed });
  return told;
}

/** What stands open on a day, with the title of the draft. */
export async function openOn(db: Db, forum: string, today: PlainDate) {
  const open = (await consultationsOf(db, forum)).filter((one) => stageOn(one, today) === 'open');
  const drafts = open.length > 0 ? await draftsOf(db, forum) : [];
  return open.flatMap((consultation) => {
    const draft = drafts.find(({ id }) => id === consultation.subject.id);
    return draft ? [{ consultation, title: draft.title }] : [];
  });
}
