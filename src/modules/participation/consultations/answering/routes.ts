import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { paperGiven } from '#core/way.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { saidIn } from '../../voices/forms.ts';
import { mayKeep, mayRespond } from '../access.ts';
import { correctionGiven, groupGiven, responseGiven } from '../forms.ts';
import { aroundOf, crumbsOf, guarded, placeIn, type Read, readAt, unknown } from '../reading/routes.ts';
import { citation, latest, pathOf, placePath } from '../rules.ts';
import type { Unit } from '../schema.ts';
import { correctResponse, groupComments, respond, ungroupComments } from './commands.ts';
import { GroupForm } from './pages/group-form.tsx';
import { ResponseForm } from './pages/response-form.tsx';

const keeping = (web: Web, answer: (read: Read) => Promise<Answer>) =>
  guarded(web, mayKeep(web.actor, web.forum), async () => {
    const read = await readAt(web);
    return read ? answer(read) : unknown;
  });

/** Groups of comments that say the same, reasoned responses, and their corrections. */
export const answeringRoutes = (files: FileStore): readonly Route[] => [
  get('/consultations/:label/groups/new', (web) => keeping(web, (read) => groupForm(web, read, filled(web.lang)))),
  post('/consultations/:label/groups', (web) => keeping(web, (read) => group(web, read))),
  post('/consultations/:label/:place/dissolution', (web) => keeping(web, (read) => dissolve(web, read))),
  get('/consultations/:label/:place/response', (web) => {
    const paper = web.url.searchParams.get('way') === 'paper';
    return answerable(web, paper, (read, unit) => form(web, read, unit, { of: filled(web.lang), paper }));
  }),
  post('/consultations/:label/:place/response', (web) => give(files, web)),
  get('/consultations/:label/:place/correction', (web) =>
    corrected(web, (read, unit) => {
      const { outcome, reason } = latest(unit.response!);
      return form(web, read, unit, { of: filled(web.lang, { outcome, reason: web.lang.pick(reason) }) });
    }),
  ),
  post('/consultations/:label/:place/correction', (web) => corrected(web, (read, unit) => correct(web, read, unit))),
];

function groupForm(web: Web, { consultation, units }: Read, of: Filled): Promise<Answer> {
  const free = units.filter((unit) => !unit.group && !unit.response);
  if (free.length < 2)
    return Promise.resolve(refused({ kind: 'conflict', message: message('participation.consultations.wrong.few') }));
  const here = web.at(pathOf(consultation));
  const main = GroupForm({ of, consultation, free, action: `${here}/groups`, back: here });
  const title = web.lang.t('participation.consultations.group.title');
  const crumbs = crumbsOf(web, consultation);
  const status = of.errors.length > 0 ? 422 : 200;
  return Promise.resolve(page({ title, menu: 'questions', crumbs, noindex: true, main }, status));
}

async function group(web: Web, read: Read): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = groupGiven(posted.value);
  const { id } = read.consultation;
  const made = given.ok
    ? await web.perform(groupComments, {
        ...{ consultation: id, places: [...given.value.places], gist: saidIn(web.lang.code, given.value.gist) },
      })
    : given;
  if (made.ok) return redirect(`${web.at(made.value.path)}?done=grouped`);
  return made.refusal.fields
    ? groupForm(web, read, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

async function dissolve(web: Web, { consultation }: Read): Promise<Answer> {
  const place = placeIn(web);
  if (place === null) return unknown;
  const done = await web.perform(ungroupComments, { consultation: consultation.id, place });
  return done.ok ? redirect(`${web.at(pathOf(consultation))}?done=dissolved`) : refused(done.refusal);
}

type Drawn = (read: Read, unit: Unit) => Promise<Answer>;

/** What stands at the place of the address, when this person may answer it; the same "no" for all others. */
async function unitFor(web: Web, paper: boolean, answer: Drawn): Promise<Answer> {
  const read = await readAt(web);
  const place = placeIn(web);
  const unit = read?.units.find((one) => one.place === place);
  const verdict = read && mayRespond(web.actor, web.forum, read.consultation, paper);
  if (read && unit && verdict?.may) return answer(read, unit);
  return refused({
    kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden',
    message: message('participation.consultations.denied.respond'),
  });
}

const answerable = (web: Web, paper: boolean, answer: Drawn): Promise<Answer> =>
  unitFor(web, paper, async (read, unit) =>
    unit.response
      ? refused({ kind: 'conflict', message: message('participation.consultations.wrong.answered') })
      : answer(read, unit),
  );

const corrected = (web: Web, answer: Drawn): Promise<Answer> =>
  unitFor(web, false, async (read, unit) =>
    unit.response
      ? answer(read, unit)
      : refused({ kind: 'conflict', message: message('participation.consultations.wrong.no_response') }),
  );

async function form(
  web: Web,
  read: Read,
  unit: Unit,
  { of, paper = false }: { readonly of: Filled; readonly paper?: boolean },
): Promise<Answer> {
  const { consultation } = read;
  const kind = unit.response ? 'correct' : 'respond';
  const here = web.at(placePath(consultation, unit.place));
  const main = ResponseForm({
    ...(await aroundOf(web, read)),
    ...{ of, unit, kind, letter: paper ? web.today : null, takeDown: null },
    ...{ action: `${here}/${unit.response ? 'correction' : 'response'}`, back: here },
  });
  const title = web.lang.t(`participation.consultations.${kind}.title`, {
    citation: citation(consultation, unit.place),
  });
  const crumbs = crumbsOf(web, consultation);
  return page({ title, menu: 'questions', crumbs, noindex: true, main }, of.errors.length > 0 ? 422 : 200);
}

async function give(files: FileStore, web: Web): Promise<Answer> {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const posted = read.value;
  const paper = posted.text('way') === 'paper';
  return answerable(web, paper, async (whole, unit) => {
    const again = (errors: Parameters<typeof filled>[2]) =>
      form(web, whole, unit, { of: filled(web.lang, keep(posted), errors), paper });
    const given = responseGiven(posted);
    const letter = paper ? paperGiven(posted, web.today) : null;
    const wrong = [
      ...(letter && !letter.ok ? (letter.refusal.fields ?? []) : []),
      ...(given.ok ? [] : (given.refusal.fields ?? [])),
    ];
    if (!given.ok || (letter && !letter.ok)) return again(wrong);
    const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
    if (!scans.ok) return again(scans.refusal.fields ?? [{ field: 'scan', message: scans.refusal.message }]);
    const { outcome, reason } = given.value;
    const done = await web.perform(respond, {
      ...{ consultation: whole.consultation.id, place: unit.place, outcome, reason: saidIn(web.lang.code, reason) },
      paper: letter ? { ...letter.value, scan: scans.value[0] ?? null } : null,
    });
    if (done.ok) return redirect(`${web.at(done.value.path)}?done=answered#response`);
    return again(done.refusal.fields ?? [{ field: 'reason', message: done.refusal.message }]);
  });
}

async function correct(web: Web, read: Read, unit: Unit): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = correctionGiven(posted.value);
  const { code } = web.lang;
  const done = given.ok
    ? await web.perform(correctResponse, {
        ...{ consultation: read.consultation.id, place: unit.place, outcome: given.value.outcome },
        ...{ reason: saidIn(code, given.value.reason), why: saidIn(code, given.value.why) },
      })
    : given;
  if (done.ok) return redirect(`${web.at(done.value.path)}?done=corrected#response`);
  if (!done.refusal.fields) return refused(done.refusal);
  return form(web, read, unit, { of: filled(web.lang, keep(posted.value), done.refusal.fields) });
}
