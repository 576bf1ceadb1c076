import { useState } from 'preact/hooks';
import { isThere } from '#modules/meetings/desk/rules.ts';
import type { HallSeat } from '#modules/meetings/desk/schema.ts';
import { WAYS, type AttendanceWay as Way } from '#modules/meetings/schema.ts';
import { usePhone } from '../shell/phone.ts';
import { GuestList } from './guests.tsx';
import type { Desk } from './use-desk.ts';
import { constituencyWords, seatWords } from './words.ts';

/** Who is there, seat by seat: one press for "here", a choice for everything else. */
export function Attendance({ desk }: { readonly desk: Desk }) {
  const { lang } = usePhone();
  const { snapshot } = desk;
  return (
    <>
      {snapshot.constituencies.map(({ id }) => (
        <section key={id} class="item">
          <h2>{constituencyWords(lang, snapshot, id)}</h2>
          <ul class="seats">
            {snapshot.seats
              .filter((seat) => seat.constituency === id)
              .map((seat) => (
                <li key={seat.key}>
                  <OneSeat desk={desk} seat={seat} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <GuestList desk={desk} />
    </>
  );
}

function OneSeat({ desk, seat }: { readonly desk: Desk; readonly seat: HallSeat }) {
  const { lang } = usePhone();
  const { does, walked, snapshot, parcel } = desk;
  const [asksCarrier, ask] = useState(false);
  const own = walked.hall.ways.get(seat.key) ?? { way: 'absent' as Way, carriedBy: null };
  const over = walked.hall.ended !== null || parcel !== null;
  const set = (way: Way, carriedBy: string | null = null) =>
    void does({ kind: 'presence', seat: seat.key, way, carriedBy }).then(() => ask(false));
  const label = lang.t('phone.attendance.way', { number: seat.number });
  return (
    <>
      <b>{seat.number}</b>
      <span>
        {seat.filled ? lang.pick(seat.organisation) : <em>{lang.t('phone.attendance.vacant')}</em>}
        {own.carriedBy ? <small> ({seatWords(lang, snapshot, own.carriedBy)})</small> : null}
      </span>
      {seat.filled ? (
        <span class="acts">
          <button
            type="button"
            class="btn second"
            aria-pressed={own.way === 'hall'}
            disabled={over}
            onClick={() => set(own.way === 'hall' ? 'absent' : 'hall')}
          >
            {lang.t('phone.attendance.here')}
            <span class="vh"> {seat.number}</span>
          </button>
          <select
            class="in"
            aria-label={label}
            disabled={over}
            value={asksCarrier ? 'proxy' : own.way}
            onChange={(event) => {
              const way = event.currentTarget.value as Way;
              if (way === 'proxy') ask(true);
              else set(way);
            }}
          >
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {lang.t(`phone.way.${way}`)}
              </option>
            ))}
          </select>
          {asksCarrier ? (
            <select
              class="in"
              aria-label={lang.t('phone.attendance.carrier', { number: seat.number })}
              onChange={(event) => event.currentTarget.value && set('proxy', event.currentTarget.value)}
            >
              <option value="">{lang.t('phone.attendance.choose')}</option>
              {snapshot.seats
                .filter(({ key }) => key !== seat.key && isThere(walked.hall.ways.get(key) ?? { way: 'absent' }))
                .map(({ key }) => (
                  <option key={key} value={key}>
                    {seatWords(lang, snapshot, key)}
                  </option>
                ))}
            </select>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
