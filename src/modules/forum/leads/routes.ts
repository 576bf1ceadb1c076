import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { peopleOf } from '#modules/identity/contract.ts';
import { bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayNameSpeakers } from '../access.ts';
import { documentsOf } from '../documents/queries.ts';
import { bookOn } from '../documents/rules.ts';
import { namesSeen } from '../roster/queries.ts';
import { eyeOf } from '../roster/routes.ts';
import { again, doneHere, formPage, membersCrumb, stranger } from '../routes.ts';
import type { ForumNeeds } from '../schema.ts';
import { readMandateEnd } from '../seating/forms.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingsOn } from '../seats/rules.ts';
import { leadCommands } from './commands.ts';
import { readElection } from './forms.ts';
import { ElectionForm, LeadEnd } from './pages/election-form.tsx';
import { LeadsPage } from './pages/leads.tsx';
import { leadsOf } from './queries.ts';
import type { Lead } from './schema.ts';

const HERE = '/members/leads';

async function list(web: Web): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const leads = await leadsOf(db, forum.id);
  const { seats } = await seatingOf(db, forum.id);
  const named = leads.map(({ id, mandate, person }) => ({ id: mandate ?? id, person }));
  const main = LeadsPage({
    ...{ lang, leads, today, at: (path) => web.at(path), shows: web.sight.shows },
    bodies: await bodyNames(
      db,
      forum.id,
      leads.map(({ body }) => body),
    ),
    seats: new Map(seats.map(({ id, number }) => [id, number])),
    names: await namesSeen(db, forum, named, eyeOf(web)),
    mayElect: mayNameSpeakers(web.actor, forum).may,
    done: doneHere(web, ['elected', 'ended'], (done) => `forum.leads.done_${done}`),
  });
  const title = lang.t('forum.leads.title');
  return page({ title, description: lang.t('forum.leads.lede'), menu: 'decisions', crumbs: [membersCrumb(web)], main });
}

const crumb = (web: Web) => ({ label: web.lang.t('forum.leads.title'), href: web.at(HERE) });

async function electionForm(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const seating = await seatingOf(db, forum.id);
  const bodies = await bodiesOf(db, forum.id);
  const nameOf = new Map(bodies.map((body) => [body.id as string, lang.pick(body.name)]));
  const rule = bookOn(await documentsOf(db, forum.id), today).book.rules.term_lead;
  const main = ElectionForm({
    of,
    seats: sittingsOn(seating, today).flatMap(({ seat, holding }) =>
      holding ? [{ value: seat.id as string, label: `${seat.number}: ${nameOf.get(holding.body) ?? '–'}` }] : [],
    ),
    bodies: bodies
      .filter((body) => body.kind !== 'class')
      .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    people: (await peopleOf(db, [forum.id]))
      .filter((person) => person.closedAt === null)
      .map((person) => ({ value: person.id, label: lang.pick(person.name) }))
      .sort((a, b) => lang.compare(a.label, b.label)),
    rule: rule ? lang.t('forum.leads.to_rule', { months: rule.value.months, article: rule.article }) : null,
    ...{ action: web.at(HERE), back: web.at(HERE) },
  });
  return formPage(web, lang.t('forum.leads.record'), [crumb(web)], main, of);
}

async function endForm(web: Web, lead: Lead, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const body = (await bodyNames(db, forum.id, [lead.body])).get(lead.body) ?? {};
  const over = `${lang.t(`forum.leads.office.${lead.office}`)}: ${lang.pick(body)}`;
  const main = LeadEnd({ of, over, back: web.at(HERE), action: web.at(`${HERE}/${lead.id}/closure`) });
  return formPage(web, lang.t('forum.leads.end'), [crumb(web)], main, of);
}

const NONE = refused({ kind: 'not_found', message: message('forum.leads.refused_none') });

/** Who leads: the page, the form of an election, the end of an office. */
export const leadRoutes = ({ roles }: ForumNeeds): readonly Route[] => {
  const { elect, endLead } = leadCommands(roles);
  const namer = (web: Web) => stranger(web, mayNameSpeakers(web.actor, web.forum));
  const asked = async (web: Web): Promise<Lead | Answer> => {
    const no = namer(web);
    if (no) return no;
    return (await leadsOf(web.db, web.forum.id)).find((one) => one.id === web.params.lead) ?? NONE;
  };
  const isLead = (found: Lead | Answer): found is Lead => 'office' in found;
  return [
    get(HERE, list),
    get(`${HERE}/new`, async (web) => namer(web) ?? electionForm(web, filled(web.lang, { as: 'representative' }))),
    post(HERE, async (web) => {
      const no = namer(web);
      if (no) return no;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readElection(posted.value, web.lang.code);
      const made = read.ok ? await web.perform(elect, read.value) : read;
      if (made.ok) return redirect(`${web.at(HERE)}?done=elected`);
      return again(web, posted.value, made, (of) => electionForm(web, of));
    }),
    get(`${HERE}/:lead/closure`, async (web) => {
      const found = await asked(web);
      return isLead(found) ? endForm(web, found, filled(web.lang)) : found;
    }),
    post(`${HERE}/:lead/closure`, async (web) => {
      const found = await asked(web);
      if (!isLead(found)) return found;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readMandateEnd(posted.value);
      const made = read.ok ? await web.perform(endLead, { ...read.value, lead: found.id }) : read;
      if (made.ok) return redirect(`${web.at(HERE)}?done=ended`);
      return again(web, posted.value, made, (of) => endForm(web, found, of));
    }),
  ];
};
