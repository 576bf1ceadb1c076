import { useState } from 'preact/hooks';
import { GUEST_KINDS, type GuestKind } from '#modules/meetings/schema.ts';
import { usePhone } from '../shell/phone.ts';
import { newId } from '../store/new-id.ts';
import type { Desk } from './use-desk.ts';

/** People without a vote: organisation or office, and how many. Their names are written on the site, by its rules. */
export function GuestList({ desk }: { readonly desk: Desk }) {
  const { lang, clock } = usePhone();
  const { walked, does, parcel } = desk;
  const [as, setAs] = useState<GuestKind>('guest');
  const [words, write] = useState('');
  const [n, count] = useState('1');
  const [missing, miss] = useState(false);
  const over = walked.hall.ended !== null || parcel !== null;
  const there = [...walked.hall.guests].filter(([, guests]) => guests.n > 0);
  const submit = (): void => {
    const said = words.replace(/\s+/g, ' ').trim();
    const whole = said !== '' && /^[1-9]\d{0,2}$/.test(n.trim());
    miss(!whole);
    if (!whole) return;
    void does({ kind: 'guest', guest: newId(clock.now()), as, words: said, n: Number(n) }).then((kept) => {
      if (!kept) return;
      write('');
      count('1');
    });
  };
  return (
    <section class="item">
      <h2>{lang.t('phone.guests.title')}</h2>
      <ul class="plainlist">
        {there.map(([guest, row]) => (
          <li key={guest}>
            {lang.t(`phone.guests.${row.as}`)}: {row.words}, {row.n}{' '}
            {over ? null : (
              <button type="button" class="plain" onClick={() => void does({ kind: 'guest', guest, ...row, n: 0 })}>
                {lang.t('phone.guests.gone')}
                <span class="vh">: {row.words}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {over ? null : (
        <details>
          <summary>{lang.t('phone.guests.add')}</summary>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <label class="field">
              <span class="label">{lang.t('phone.guests.kind')}</span>
              <select class="in" value={as} onChange={(event) => setAs(event.currentTarget.value as GuestKind)}>
                {GUEST_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {lang.t(`phone.guests.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              <span class="label">{lang.t('phone.guests.words')}</span>
              <span class="hint">{lang.t('phone.guests.words_hint')}</span>
              <input
                class="in"
                maxLength={200}
                value={words}
                aria-invalid={missing || undefined}
                onInput={(event) => write(event.currentTarget.value)}
              />
            </label>
            <label class="field">
              <span class="label">{lang.t('phone.guests.n')}</span>
              <input
                class="in in-s"
                inputMode="numeric"
                value={n}
                aria-invalid={missing || undefined}
                onInput={(event) => count(event.currentTarget.value)}
              />
            </label>
            {missing ? (
              <p class="wrong" role="alert">
                {lang.t('phone.add.missing')}
              </p>
            ) : null}
            <div class="acts">
              <button type="submit" class="btn">
                {lang.t('phone.add.keep')}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}
