import type { Actor } from '#core/actor.ts';
import { demonstrationForums } from '#core/db/forum-rows.ts';
import type { Forum } from '#core/forum.ts';
import type { Together } from '#core/house.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { loadChecks } from '#modules/accountability/checklists/samples.ts';
import { loadReports } from '#modules/accountability/reports/samples.ts';
import { loadRequests } from '#modules/accountability/requests/samples.ts';
import { loadCards } from '#modules/accountability/scorecards/samples.ts';
import type { BallotNeeds } from '#modules/ballots/contract.ts';
import { loadBallots } from '#modules/ballots/samples.ts';
import { loadApplications } from '#modules/forum/applications/samples.ts';
import { loadDocuments } from '#modules/forum/documents/samples.ts';
import { loadLeads } from '#modules/forum/leads/samples.ts';
import { loadRecordedSeats, loadSeats, type SeatedWorld } from '#modules/forum/samples.ts';
import { deedActor, derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { loadDeedLink, loadPeople, type SampleBody, type SamplePerson } from '#modules/identity/samples.ts';
import { loadMeetings } from '#modules/meetings/samples.ts';
import { loadCases } from '#modules/obligations/samples.ts';
import { type ConsultedWorld, loadClosed, loadOpen } from '#modules/participation/consultations/samples.ts';
import { loadQuestions } from '#modules/participation/samples.ts';
import { type BodyKey, DEMO_BODIES } from '#modules/places/demo/bodies.ts';
import { loadPlaces, type PlacesMade } from '#modules/places/samples.ts';
import { bindFigure, evaluationsNamed, indicatorsNamed } from '#modules/plans/contract.ts';
import { DEMO_EVALUATORS } from '#modules/plans/demo/evaluators.ts';
import { DEMO_FORUM, DEMO_MEASURES } from '#modules/plans/demo/local-plan.ts';
import { RECORD_2017, SOURCE_2017 } from '#modules/plans/demo/record-2017.ts';
import { REPORTED_FINDINGS_2017 } from '#modules/plans/demo/record-2017-findings.ts';
import { REPORTED_FINDINGS_2022 } from '#modules/plans/demo/record-2022.ts';
import type { DemoFiles, PlanWorld } from '#modules/plans/reports/samples.ts';
import { drawFiles, type KeepFile, loadLocalPlan, loadNationalPlan } from '#modules/plans/samples.ts';
import { loadReported } from '#modules/surveys/findings/samples.ts';
import { loadQuestionnaire } from '#modules/surveys/questionnaires/samples.ts';
import { loadRounds } from '#modules/surveys/samples.ts';
import { RECORDED_FACTS } from './demo/record.ts';
import { enterFacts } from './facts/commands.ts';
import { openForum } from './forums/commands.ts';

/** What the loading of the demonstration needs of the house. */
export interface DemonstrationNeeds {
  /** Performs many commands as one transaction, as the program itself: `performAll` in the reference forum. */
  readonly together: (work: (together: Together) => Promise<void>) => Promise<void>;
  /** Judges a drawn file and keeps it; its row comes later. */
  readonly reference: Forum;
  readonly keepFile: KeepFile;
  readonly identity: IdentityNeeds;
  /** What a closed ballot does above its own room. */
  readonly ballots: BallotNeeds;
  readonly lang: (code: LanguageCode) => Lang;
  /** Of what stands in one language only. */
  readonly language: LanguageCode;
  /** The day of loading, from which all days of the demonstration are counted. */
  readonly today: PlainDate;
}

/**
 * Loads the demonstration world: the living forum in its invented district, and the record of what was published on
 * Sabirabad in 2017. All or nothing; refuses (by throwing) when there is a demonstration already.
 */
export async function loadDemonstration(needs: DemonstrationNeeds): Promise<void> {
  const files = await drawFiles(needs.keepFile);
  await needs.together(async (together) => {
    if ((await demonstrationForums(together.db)).length > 0) throw new Error('there is a demonstration already');
    await loadLiving(needs, together, files);
    await loadRecord(needs, together);
  });
}

async function opened(together: Together, asked: Parameters<typeof openForum.run>[1]): Promise<Forum> {
  const done = await together.perform(openForum, asked);
  if (!done.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(done.refusal)}`);
  return done.value;
}

async function loadLiving(needs: DemonstrationNeeds, together: Together, files: DemoFiles): Promise<void> {
  const { slug, name, motto, founded } = DEMO_FORUM;
  const forum = await opened(together, {
    slug,
    name,
    motto,
    motif: 1,
    kind: 'living',
    demonstration: true,
    caution: 'careful',
  });
  together.in(forum);
  const places = await loadPlaces(together.perform, needs.today);
  together.at(addDays(needs.today, founded));
  const people = await loadPeople(together.perform, needs.identity, needs.today, {
    members: bodiesOf(places, MEMBERS),
    executors: bodiesOf(places, EXECUTORS),
    evaluators: bodiesOf(places, EVALUATORS),
  });
  together.at(null);
  const seated: SeatedWorld = {
    ...{ together, today: needs.today, founded: addDays(needs.today, founded), forum: forum.id, bodies: places.bodies },
    ...{ roles: derivedRoles(needs.identity), coordinator: actorOf(forum, people, 'coordinator', null) },
    memberOf: (body) => people.find((one) => one.role === 'member' && one.body === body)?.id ?? null,
  };
  await loadSeats(seated);
  await loadApplications(seated);
  const consulted: ConsultedWorld = {
    ...{ together, forum: forum.id, bodies: places.bodies, today: needs.today },
    coordinator: actorOf(forum, people, 'coordinator', null),
    executor: (body) => actorOf(forum, people, 'executor', places.bodies.get(body)!),
  };
  await loadDocuments({
    ...{ together, forum: forum.id, founded: addDays(needs.today, founded), lang: needs.lang },
    ...{
      coordinator: actorOf(forum, people, 'coordinator', null),
      founders: foundersOf(places),
      language: needs.language,
      meanwhile: (document, sent) => loadClosed(consulted, document, sent),
    },
  });
  await loadLeads(seated);
  await loadBallots({
    ...{ together, today: needs.today, zone: forum.zone, forum: forum.id, needs: needs.ballots },
    coordinator: actorOf(forum, people, 'coordinator', null),
    member: (body) => actorOf(forum, people, 'member', body),
  });
  const world: PlanWorld = {
    ...places,
    together,
    forum,
    today: needs.today,
    files,
    lang: needs.lang,
    actor: (role, body) => actorOf(forum, people, role, body === null ? null : places.bodies.get(body)!),
    holder: (command, object) => holderOf(needs, together, forum, people, { command, object }),
  };
  const national = await loadNationalPlan(world);
  await loadLocalPlan(world, national);
  await loadCases({
    ...{ together, today: needs.today, bodies: places.bodies, forum: forum.id },
    coordinator: actorOf(forum, people, 'coordinator', null),
  });
  await loadMeetings({
    ...{ together, today: needs.today, bodies: places.bodies, places: places.places, forum: forum.id },
    ...{ coordinator: actorOf(forum, people, 'coordinator', null), language: forum.languages[0] ?? 'az' },
  });
  const asked = { together, today: needs.today, coordinator: actorOf(forum, people, 'coordinator', null) };
  const questionnaire = await loadQuestionnaire({ ...asked, lang: needs.lang });
  const inPlans = { indicators: indicatorsNamed, evaluations: evaluationsNamed, bind: bindFigure };
  await loadRounds({ ...asked, forum, questionnaire, places: places.places, needs: inPlans });
  await loadQuestions({
    ...{ together, today: needs.today, bodies: places.bodies, places: places.places },
    coordinator: actorOf(forum, people, 'coordinator', null),
    executor: (body) => actorOf(forum, people, 'executor', places.bodies.get(body)!),
  });
  await loadReports({ ...asked, bodies: places.bodies, forum: forum.id });
  await loadRequests({ ...asked, bodies: places.bodies, forum: forum.id });
  await loadChecks({ ...asked, bodies: places.bodies });
  await loadCards({ ...asked, bodies: places.bodies, forum: forum.id });
  await loadOpen(consulted);
}

/** The 23 organisations on seats. */
const foundersOf = ({ bodies }: PlacesMade) =>
  DEMO_BODIES.flatMap(({ key, name, seat }) => (seat ? [{ id: bodies.get(key)!, name, seat }] : []));

/** The first of each is the one through whose eyes a visitor looks: each of them has something to do. */
const first = (key: BodyKey, keys: readonly BodyKey[]): readonly BodyKey[] => [
  key,
  ...keys.filter((other) => other !== key),
];
const MEMBERS = first(
  'mun_pambiqarx',
  DEMO_BODIES.filter((body) => body.seat !== null).map((body) => body.key),
);
const EXECUTORS = first('excom', [
  ...new Set(
    DEMO_MEASURES.flatMap((measure) => [
      ...measure.executors,
      ...measure.amendments.flatMap((amendment) => amendment.executors?.added ?? []),
    ]).map((executor) => executor.body),
  ),
]);
const EVALUATORS = first(
  'durna_qatari',
  DEMO_EVALUATORS.map((ties) => ties.by),
);

const bodiesOf = ({ bodies }: PlacesMade, keys: readonly BodyKey[]): readonly SampleBody[] =>
  keys.flatMap((key) => {
    const id = bodies.get(key);
    const name = DEMO_BODIES.find((body) => body.key === key)?.name;
    return id && name ? [{ id, name }] : [];
  });

function actorOf(forum: Forum, people: readonly SamplePerson[], role: string, body: string | null): Actor {
  const person = people.find((one) => one.role === role && one.body === body);
  if (!person) throw new Error(`the demonstration has no ${role} for ${body}`);
  return { kind: 'person', id: person.id, name: role, roles: [{ role, forum: forum.id, body }] };
}

/** A link as the coordinator makes it, and whoever comes by it. */
async function holderOf(
  needs: DemonstrationNeeds,
  together: Together,
  forum: Forum,
  people: readonly SamplePerson[],
  deed: { readonly command: string; readonly object: string },
): Promise<Actor> {
  together.as(actorOf(forum, people, 'coordinator', null));
  const secret = await loadDeedLink(together.perform, needs.identity, deed.command, deed.object);
  // Made a moment ago on whatever day it is there: it is open.
  const holder = await deedActor(together.db, new Date(0), forum.id, secret);
  if (!holder) throw new Error(`no link for ${deed.command}`);
  return holder;
}

/** The record has no people, no plan and no voices: reported facts, and the seats without who held them. */
async function loadRecord(needs: DemonstrationNeeds, together: Together): Promise<void> {
  together.in(needs.reference);
  const { slug, name } = RECORD_2017;
  const forum = await opened(together, {
    slug,
    name,
    motto: {},
    motif: 3,
    kind: 'record',
    demonstration: true,
    caution: 'careful',
  });
  together.in(forum);
  const facts = RECORDED_FACTS.map((fact) => ({ ...fact }));
  const entered = await together.perform(enterFacts, { facts });
  if (!entered.ok) throw new Error(`the record was refused: ${JSON.stringify(entered.refusal)}`);
  await loadRecordedSeats(together, {
    ...{ on: day(RECORD_2017.event.date), composition: RECORD_2017.composition, url: SOURCE_2017.url },
    source: RECORD_2017.event.title.az,
  });
  await loadReported(together, [...REPORTED_FINDINGS_2017, ...REPORTED_FINDINGS_2022]);
}

const NOBODYS = '01900000-0000-7000-8000-0000000000ff';

/** One input of the right shape for each command of this module, by its name. */
export const homeInputs: Readonly<Record<string, unknown>> = {
  'home.open_forum': {
    ...{ name: { az: 'Nümunə platforması' }, motto: {}, slug: 'numune-platformasi' },
    ...{ motif: 2, kind: 'living', demonstration: false, caution: 'careful' },
  },
  'home.enter_facts': {
    facts: [
      {
        ...{ part: 'finding', title: { az: 'portalı tanıyır' }, value: { az: '16%' }, detail: null },
        ...{ source: { az: '2017-ci il məlumatı' }, sourceUrl: 'https://example.org/2017' },
      },
    ],
  },
  'home.announce_opening': { opensOn: null },
  'home.show_part': { part: 'plans', shown: true },
  'home.open_to_all': {},
  'home.keep_back': { type: 'places.body_phone', id: NOBODYS },
  'home.give_back': { withholding: NOBODYS },
  'home.set_caution': { level: 'open' },
  'home.enter_demand': {
    ...{ type: 'plans.update', id: NOBODYS, demander: 'office', demanderName: null, on: '2026-11-20' },
    ...{ ground: 'nümunə', letter: null },
  },
  'home.decide_demand': { demand: NOBODYS, outcome: 'refused' },
  'home.answer_duty': { duty: 'owner', answer: 'done', because: 'nümunə' },
  'home.mark_seen': { size: 0 },
  'home.ask_example': {},
  'home.remove_demonstration': {},
};
