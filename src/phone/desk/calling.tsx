import { useEffect, useRef, useState } from 'preact/hooks';
import { mayVote, presenceIn } from '#modules/meetings/desk/rules.ts';
import { MARKS, type Mark, type Motion } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import type { Desk } from './use-desk.ts';
import { numberOf, seatWords } from './words.ts';

/** One letter a mark, where the hand lies: the same in every language, as the page says. */
const KEYS: Readonly<Record<string, Mark>> = { f: 'for', a: 'against', s: 'abstain' };

/** Names called one by one: who is called stands large, three keys, and everybody's word below to be corrected. */
export function Calling({ desk, motion }: { readonly desk: Desk; readonly motion: Motion }) {
  const { lang } = usePhone();
  const { snapshot, walked, does } = desk;
  const [again, callAgain] = useState<string | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const voters = presenceIn(snapshot, walked.hall, motion.item).filter(mayVote);
  const called = again ?? voters.find(({ seat }) => !motion.marks.has(seat))?.seat ?? null;
  const say = (mark: Mark) => {
    if (!called) return;
    callAgain(null);
    void does({ kind: 'mark', motion: motion.id, seat: called, mark });
  };
  useEffect(() => panel.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters count only while the focus is in here
    <div
      class="call"
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        const mark = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key.toLowerCase()];
        if (!mark || event.repeat) return;
        event.preventDefault();
        say(mark);
      }}
    >
      <p class="quiet">{called ? lang.t('phone.call.now') : lang.t('phone.call.all')}</p>
      <p class="who" role="status">
        {called ? seatWords(lang, snapshot, called) : null}
      </p>
      <div class="keys">
        {MARKS.map((mark) => (
          <button key={mark} type="button" class={`btn ${mark}`} disabled={!called} onClick={() => say(mark)}>
            {lang.t(`phone.mark.${mark}`)}
          </button>
        ))}
      </div>
      <p class="small quiet">{lang.t('phone.call.keys')}</p>
      <h3>{lang.t('phone.call.list')}</h3>
      <ul class="said">
        {voters
          .filter(({ seat }) => motion.marks.has(seat))
          .map(({ seat }) => (
            <li key={seat}>
              <button type="button" class="plain" onClick={() => callAgain(seat)}>
                {numberOf(snapshot, seat)}
                <span class="vh">: {lang.t('phone.call.change', { number: numberOf(snapshot, seat) })}</span>
              </button>
              {': '}
              {lang.t(`phone.mark.${motion.marks.get(seat)!}`)}
            </li>
          ))}
      </ul>
    </div>
  );
}
