import type { VNode } from 'preact';
import type { Web } from '#core/http/route.ts';
import {
  CallList,
  callsOf,
  isCallDue,
  noteReading,
  ObjectionList,
  openObjections,
} from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import type { HomeNeeds } from '../../schema.ts';

/** Objections to what was entered through helpers: cases that wait for an answer. */
export async function objectionsNow({ db, forum, lang, at }: Web): Promise<VNode | null> {
  const objections = await openObjections(db, forum.id);
  return ObjectionList({ lang, objections, at, moment: (day) => lang.moment(day, forum.zone) });
}

/** The callers' list of today. It shows telephone numbers, so each look at it is noted for those who stand on it. */
export async function callsToday(needs: Pick<HomeNeeds, 'lang'>, web: Web): Promise<VNode | null> {
  const { db, forum, now, today, lang } = web;
  const calls = (await callsOf(db, forum.id, now, today)).filter((call) => isCallDue(call, forum.zone, today));
  const names = await bodyNames(
    db,
    forum.id,
    calls.flatMap((call) => call.body ?? []),
  );
  const people = calls.flatMap((call) => call.people.map(({ id }) => id));
  await noteReading(web, people, 'identity.calls.reading');
  return CallList({
    ...{ lang, forum, calls, langs: needs.lang, origin: web.origin, at: web.at },
    bodies: new Map([...names].map(([id, name]) => [id, lang.pick(name)])),
  });
}
