import { sealOf } from '#core/blind-signatures/seal.ts';
import type { Module } from '#core/module.ts';
import { passkeysFor } from '#core/passkeys/verifier.ts';
import { dayIn } from '#core/time/plain-date.ts';
import {
  ACCOUNTABILITY_DEEDS,
  ACCOUNTABILITY_RULES,
  ChecklistPanel,
  followCards,
  isChecked,
  newestChecks,
  REPORT_KIND,
  ReportsPanel,
  reportLines,
  stateOn,
} from '#modules/accountability/contract.ts';
import { accountabilityModule } from '#modules/accountability/module.ts';
import { BALLOT_DEEDS } from '#modules/ballots/contract.ts';
import { ballotsModule } from '#modules/ballots/module.ts';
import { FORUM_RULES, hasMandate, hasOffice, hasSeats, rolesByOffice } from '#modules/forum/contract.ts';
import { forumModule } from '#modules/forum/module.ts';
import { forgetMarks, marksOfPerson, mayStorePeople } from '#modules/home/contract.ts';
import { homeModule } from '#modules/home/module.ts';
import type { HomeNeeds } from '#modules/home/schema.ts';
import { derivedRoles, forgetMadeUpPeople, type IdentityNeeds } from '#modules/identity/contract.ts';
import { identityModule } from '#modules/identity/module.ts';
import { MEETING_DEEDS, MEETING_RULES } from '#modules/meetings/contract.ts';
import { meetingsModule } from '#modules/meetings/module.ts';
import {
  BodyPanel,
  casesOfBody,
  casesOfSubjects,
  OBLIGATIONS_DEEDS,
  ownBodies,
  seesAll,
  TellList,
  toTell,
} from '#modules/obligations/contract.ts';
import { obligationsModule } from '#modules/obligations/module.ts';
import { newsSeen, type OpendataNeeds, sentenceOf } from '#modules/opendata/contract.ts';
import { opendataModule } from '#modules/opendata/module.ts';
import {
  isBodyAsked,
  namesOf,
  publishedPage,
  QUESTION_DEEDS,
  QUESTION_RULES,
  QuestionsPanel,
} from '#modules/participation/contract.ts';
import { participationModule } from '#modules/participation/module.ts';
import type { ParticipationNeeds } from '#modules/participation/schema.ts';
import { bodiesById, bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { placesModule } from '#modules/places/module.ts';
import type { Panel } from '#modules/places/schema.ts';
import {
  bindFigure,
  CellsPanel,
  cellLines,
  evaluationsNamed,
  followDue,
  frontOf,
  indicatorsNamed,
  PLANS_DEEDS,
  PLANS_RULES,
} from '#modules/plans/contract.ts';
import { plansModule } from '#modules/plans/module.ts';
import { surveysModule } from '#modules/surveys/module.ts';
import type { SurveyNeeds } from '#modules/surveys/needs/schema.ts';
import { ballotNeeds } from './ballot-needs.ts';
import { builtVerifier } from './built-verifier.ts';
import { bringExample } from './demonstration.ts';
import { figuresOn } from './figures-on.ts';
import { FORUM_TABLES } from './forum-tables.ts';
import { keepVotes } from './hall-votes.ts';
import type { Materials } from './materials.ts';
import { consultedOn, owedByDecision } from './owed-responses.ts';
import { cardsAtPlace, cardsOfBody } from './scorecards-on.ts';

/** What identity asks of the rooms above it: bodies to act for, deeds that links can do. */
const identityNeeds = (
  { config, forums, langs, mailer, passwords, provider }: Materials,
  modules: () => readonly Module[],
): IdentityNeeds => ({
  bodyOptions: async (db, forum, lang) =>
    (await bodiesOf(db, forum.id))
      .map((body) => ({ id: body.id, name: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.name, b.name)),
  bodyNames: async (db, forum, ids, lang) =>
    new Map([...(await bodyNames(db, forum.id, ids))].map(([id, name]) => [id, lang.pick(name)])),
  roles: () => modules().flatMap((module) => module.roles ?? []),
  deeds: () => modules().flatMap((module) => (module.deeds ? [{ ...module.deeds, assisted: assistedOf(module) }] : [])),
  deedKinds: () => [
    ...BALLOT_DEEDS,
    ...MEETING_DEEDS,
    ...PLANS_DEEDS,
    ...OBLIGATIONS_DEEDS,
    ...QUESTION_DEEDS,
    ...ACCOUNTABILITY_DEEDS,
  ],
  forum: (id) => forums.byId(id),
  lang: (code) => langs[code],
  mayStorePeople,
  derived: {
    roles: async (db, forum, today) => [
      ...((await hasSeats(db, forum.id)) ? ['member', 'alternate'] : []),
      ...(await rolesByOffice(db, forum.id, today)),
    ],
    holds: async (db, forum, role) => (await hasMandate(db, forum.id, role)) || (await hasOffice(db, forum.id, role)),
  },
  marks: { of: marksOfPerson, forget: forgetMarks },
  secure: config.secure,
  publicUrl: config.publicUrl,
  mailer,
  passwords,
  passkeys: passkeysFor(config.publicUrl),
  provider,
});

const assistedOf = (module: Module): ReadonlySet<string> =>
  new Set(module.commands.flatMap((command) => (command.assisted ? [command.name] : [])));

/** What plans show on pages of the rooms below them. */
const plansAtPlace: Panel = async ({ db, forum, lang, today, at, sight }, place) =>
  sight.shows('plans') &&
  CellsPanel({ lang, today, at, on: 'place', cells: await cellLines(db, forum, { place }, today) });
const plansOfBody: Panel = async ({ db, forum, lang, today, at, sight }, body) =>
  sight.shows('plans') &&
  CellsPanel({ lang, today, at, on: 'body', cells: await cellLines(db, forum, { bodies: [body] }, today) });

/** What a body owes, on its page: as much as whoever asks may see. */
const owedByBody: Panel = async ({ db, forum, lang, today, now, actor, at, sight }, body) => {
  if (!sight.shows('obligations')) return null;
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  const moment = { today, now };
  const lines = await casesOfBody(db, forum.id, body, moment, eyes, MOST_ON_PAGE);
  return lines.length === 0 ? null : BodyPanel({ lang, zone: forum.zone, moment, lines, names: new Map(), at, body });
};
const MOST_ON_PAGE = 10;

/** Its reports to voters, as far as whoever asks sees their clocks. */
const reportsOfBody: Panel = async ({ db, forum, lang, today, now, actor, at, sight }, body) => {
  if (!sight.shows('reports')) return null;
  const lines = (await reportLines(db, forum.id, body)).slice(0, LATEST_REPORTS);
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  const ids = sight.shows('obligations') ? lines.map(({ id }) => id as string) : [];
  const clocks = await casesOfSubjects(db, forum.id, REPORT_KIND, ids, { today, now }, eyes);
  const reports = lines.map((line) => ({ line, state: stateOn(line, clocks.get(line.id), today) }));
  return ReportsPanel({ lang, at, reports });
};
const LATEST_REPORTS = 4;

/** What a body publishes of what it should. */
const publishedByBody: Panel = async ({ db, forum, lang, today, at, sight }, id) => {
  const [body] = sight.shows('checklists') && forum.kind === 'living' ? await bodiesById(db, forum.id, [id]) : [];
  if (!body || !isChecked(body, forum.id, today)) return null;
  const checks = (await newestChecks(db, forum.id, id)).get(id) ?? new Map();
  return ChecklistPanel({ lang, at, today, body, checks });
};

/** What residents asked about a place, or of a body, and the way to ask. */
const questionsAt =
  (on: 'place' | 'body'): Panel =>
  async (web, id) => {
    const { db, forum, lang, at, sight, today } = web;
    if (forum.kind !== 'living' || !sight.shows('questions')) return null;
    const wanted = { state: null, body: null, place: null, [on]: id };
    const questions = await publishedPage(db, forum.id, wanted, { size: LATEST_QUESTIONS, skip: 0 });
    return QuestionsPanel({
      ...{ lang, at, on, id, questions, plansSeen: sight.shows('plans'), withheld: await web.withheld(forum.id) },
      names: await namesOf(db, forum.id, questions, true),
      asks: on === 'place' || (await isBodyAsked(db, forum.id, id, today)),
    });
  };
const LATEST_QUESTIONS = 5;

/** The measures of a forum's own public plans, once each, for questions about them. */
const measuresAsked: ParticipationNeeds['measures'] = async (db, forum, today) => {
  const lines = await cellLines(db, forum, 'own', today);
  const measures = lines.map(({ measure: id, number, title, planSlug, slug }) => {
    const path = `/plans/${planSlug}/measures/${slug}`;
    return [id, { id: id as string, number, title, path }] as const;
  });
  return [...new Map(measures).values()];
};

/** The public plans of a forum, whose areas a survey can ask about. */
const plansToAsk: SurveyNeeds['plans'] = async (db, forum, today) =>
  (await frontOf(db, forum, today)).cards.map(({ plan }) => ({ id: plan.id, title: plan.title }));

/** What surveys ask of plans: what can be asked about, and where a finding can be put to use. */
const surveyNeeds = ({ files }: Materials): SurveyNeeds => ({
  ...{ files, mayStorePeople, plans: plansToAsk },
  ...{ indicators: indicatorsNamed, evaluations: evaluationsNamed, bind: bindFigure },
});

/** Whom the keepers of a forum call or message today; the words to copy are in the forum's own language. */
const callsOfToday =
  ({ langs, config }: Materials): HomeNeeds['toTell'] =>
  async ({ db, forum, lang, today, at }) => {
    const theirs = langs[forum.languages[0] ?? lang.code];
    return TellList({ lang, at, to: theirs, tell: await toTell(db, forum, theirs, config.publicUrl, today) });
  };

/** What changed, for desks: the lines of the public log without what only its own pages show. */
const newsOf =
  (needs: OpendataNeeds): HomeNeeds['news'] =>
  async (web, asked) => {
    const seen = await newsSeen(needs, web, asked);
    if (!seen) return null;
    const lines = seen.lines.map((line) => {
      const { id, at, object, leaf } = line.row;
      const said = { sentence: sentenceOf(web.lang, line), by: line.by, bodies: line.bodies };
      return { id, ...said, day: dayIn(web.forum.zone, at), object, place: leaf ?? 0 };
    });
    return { lines, total: seen.total };
  };

/** All modules, lowest rank first. The only place that knows every one. */
export function modulesOf(materials: Materials): {
  readonly modules: readonly Module[];
  readonly identity: IdentityNeeds;
} {
  const { config, forums, files, logKey, reloadForums } = materials;
  const modules: Module[] = [];
  const identity = identityNeeds(materials, () => modules);
  const opendata: OpendataNeeds = {
    forums: () => forums.all,
    reference: () => forums.reference,
    entries: () => Object.assign({}, ...modules.map((module) => module.entries)),
    roles: () => modules.flatMap((module) => module.roles ?? []),
    parts: () => modules.flatMap((module) => module.parts ?? []),
    key: logKey,
    verifier: builtVerifier,
  };
  modules.push(
    identityModule(identity),
    placesModule({
      placePanels: [plansAtPlace, cardsAtPlace, questionsAt('place')],
      bodyPanels: [plansOfBody, owedByBody, reportsOfBody, publishedByBody, cardsOfBody, questionsAt('body')],
    }),
    obligationsModule({
      rules: [...FORUM_RULES, ...MEETING_RULES, ...PLANS_RULES, ...QUESTION_RULES, ...ACCOUNTABILITY_RULES],
      dueMoved: [followDue, followCards],
      files,
      mailer: materials.mailer,
      lang: (code) => materials.langs[code],
      publicUrl: config.publicUrl,
    }),
    forumModule({
      ...{ roles: derivedRoles(identity), mayStorePeople, lang: (code) => materials.langs[code] },
      onVersion: consultedOn,
    }),
    ballotsModule({ ...ballotNeeds(identity), onVersion: consultedOn }, sealOf(logKey.derived('ballots'))),
    meetingsModule({ files, mayStorePeople, keepVotes: keepVotes(ballotNeeds(identity)), onBallot: owedByDecision }),
    plansModule(files, figuresOn(materials.house.revisions)),
    surveysModule(surveyNeeds(materials)),
    participationModule({ measures: measuresAsked, files, mayStorePeople }),
    accountabilityModule({ files }),
    opendataModule(opendata),
    homeModule({
      forums: () => forums.all,
      forumTables: FORUM_TABLES,
      forgetPeople: forgetMadeUpPeople,
      reloadForums,
      lang: identity.lang,
      parts: () => modules.flatMap((module) => module.parts ?? []),
      data: () => modules.flatMap((module) => module.data ?? []),
      things: () => modules.flatMap((module) => module.things ?? []),
      files,
      loadExample: (language) => bringExample({ materials, identity }, language),
      toTell: callsOfToday(materials),
      news: newsOf(opendata),
      // The kit's own pages are for whoever builds, not for an address that the public knows.
      showKit: !config.fixedOrigin,
    }),
  );
  return { modules, identity };
}
