import { takeUploads } from '#core/files/take.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { placesOf } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayRecordVillage } from '../access.ts';
import { sheetsOf } from '../attendance/queries.ts';
import type { Meeting } from '../calls/schema.ts';
import { bodyOptions, formPage, keepsMeetings } from '../routes.ts';
import type { MeetingNeeds } from '../schema.ts';
import { recordVillage } from './commands.ts';
import { POINTS, readVillage } from './forms.ts';
import { GatheringSection } from './pages/gathering.tsx';
import { VillageForm } from './pages/village-form.tsx';
import { gatheringOf } from './queries.ts';

/** What was said at a meeting with residents, for its page. */
export async function saidInVillage(web: Web, meeting: Meeting) {
  const gathering = await gatheringOf(web.db, web.forum.id, meeting.id);
  if (!gathering) return null;
  const sheets = keepsMeetings(web) ? await sheetsOf(web.db, web.forum.id, meeting.id) : [];
  return GatheringSection({
    ...{ lang: web.lang, gathering },
    sheets: sheets.map((id) => `/files/${web.forum.id}/${id}`),
  });
}

async function form(web: Web, of: Filled): Promise<Answer> {
  const { db, forum, lang } = web;
  const places = (await placesOf(db, forum.id))
    .filter((place) => place.to === null)
    .map((place) => ({ value: place.id as string, label: lang.pick(place.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const main = VillageForm({
    ...{ of, places, bodies: await bodyOptions(web), languages: forum.languages, rows: POINTS },
    ...{ action: web.at('/meetings/village'), back: web.at('/meetings') },
  });
  return formPage(web, lang.t('meetings.village.title'), [], main, of);
}

function stranger(web: Web): Answer | null {
  const verdict = mayRecordVillage(web.actor, web.forum);
  const kind = web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden';
  return verdict.may ? null : refused({ kind, message: verdict.reason });
}

/** Meetings with residents: the form, which also takes the picture of the attendance sheet. */
export const villageRoutes = ({ files }: MeetingNeeds): readonly Route[] => [
  get('/meetings/village', async (web) => stranger(web) ?? form(web, filled(web.lang, { on: web.today }))),
  post('/meetings/village', async (web) => {
    const no = stranger(web);
    if (no) return no;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const read = readVillage(posted.value, web.forum, web.today);
    const taken = read.ok ? await takeUploads(files, posted.value.files('sheet'), 'evidence') : read;
    const made =
      read.ok && taken.ok
        ? await web.perform(recordVillage, { ...read.value, sheet: taken.value[0] ?? null })
        : read.ok
          ? taken
          : read;
    if (made.ok && 'number' in made.value) return redirect(web.at(`/meetings/${made.value.number}?done=recorded`));
    if (made.ok) throw new Error('a meeting with residents has a number');
    const { fields } = made.refusal;
    return fields ? form(web, filled(web.lang, keep(posted.value), fields)) : refused(made.refusal);
  }),
];
