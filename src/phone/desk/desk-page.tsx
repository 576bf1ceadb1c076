import { preparedIn } from '#modules/meetings/desk/elections/rules.ts';
import { timeOf, usePhone } from '../shell/phone.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { DeliveryPart } from './delivery.tsx';
import { useElections } from './election/use-elections.ts';
import { Quorum } from './quorum.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { useWall } from './wall/use-wall.ts';
import { stepWords } from './words.ts';

const TABS = ['attendance', 'items', 'delivery'] as const;

/** The desk of one meeting: who is there, the agenda, the way back to the site. */
export function DeskPage({ id, tab }: { readonly id: string; readonly tab: string }) {
  const { lang } = usePhone();
  const desk = useDesk(id);
  const elections = useElections(desk !== null && desk !== 'none' && preparedIn(desk.snapshot).length > 0);
  useWall(desk, elections);
  if (desk === null) return null;
  if (desk === 'none') return <h1>{lang.t('phone.desk.not_found')}</h1>;
  const shown = TABS.find((one) => one === tab) ?? 'attendance';
  const { snapshot, walked, no } = desk;
  return (
    <>
      <p>
        <a href="#/">{lang.t('phone.home.back')}</a>
      </p>
      <h1>{lang.pick(snapshot.meeting.title)}</h1>
      <p class="meta">
        <span>{lang.pick(snapshot.forum.name)}</span>
        <span>{lang.date(snapshot.meeting.on)}</span>
        {snapshot.meeting.place ? <span>{lang.pick(snapshot.meeting.place)}</span> : null}
      </p>
      <nav class="tabs" aria-label={lang.t('phone.desk.tabs')}>
        {TABS.map((one) => (
          <a key={one} href={`#/desk/${id}/${one}`} aria-current={one === shown ? 'page' : undefined}>
            {lang.t(`phone.desk.${one}`)}
          </a>
        ))}
      </nav>
      {walked.refused ? (
        <p class="say no" role="alert">
          {lang.t('phone.desk.faulty')} {lang.say(walked.refused.why)}
        </p>
      ) : null}
      <p>
        <a href={`/phone/desk#/wall/${id}`} target="ortaq-wall">
          {lang.t('phone.wall.open')}
        </a>{' '}
        <span class="small quiet">{lang.t('phone.wall.what')}</span>
      </p>
      <Course desk={desk} />
      {shown === 'delivery' ? null : <Quorum desk={desk} />}
      {shown === 'attendance' ? <Attendance desk={desk} /> : null}
      {shown === 'items' ? <Agenda desk={desk} elections={elections} /> : null}
      {shown === 'delivery' ? <DeliveryPart desk={desk} /> : null}
      <div class="foot">
        {no ? (
          <p class="say no" role="alert">
            {lang.say(no)}
          </p>
        ) : null}
        <TakeBack desk={desk} />
      </div>
    </>
  );
}

/** When the meeting began and ended; the key that begins it. */
function Course({ desk: { walked, does, parcel } }: { readonly desk: Desk }) {
  const { lang } = usePhone();
  const { begun, ended } = walked.hall;
  if (begun === null)
    return parcel ? null : (
      <div class="acts">
        <button type="button" class="btn" onClick={() => void does({ kind: 'meeting_begun' })}>
          {lang.t('phone.desk.begin')}
        </button>
      </div>
    );
  return (
    <p class="meta">
      {begun ? <span>{lang.t('phone.desk.begun', { time: timeOf(begun) })}</span> : null}
      {ended ? <span>{lang.t('phone.desk.ended', { time: timeOf(ended) })}</span> : null}
    </p>
  );
}

function TakeBack({ desk: { walked, does, snapshot, parcel } }: { readonly desk: Desk }) {
  const { lang } = usePhone();
  const { last } = walked.hall;
  if (!last || parcel) return null;
  return (
    <button type="button" class="plain" onClick={() => void does({ kind: 'undone', of: last.id })}>
      {lang.t('phone.desk.undo', { what: stepWords(lang, snapshot, last) })}
    </button>
  );
}
