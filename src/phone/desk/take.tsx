import { useEffect, useState } from 'preact/hooks';
import { isLanguage } from '#core/i18n/texts.ts';
import { usePhone } from '../shell/phone.ts';
import { newId, newSecret } from '../store/new-id.ts';
import type { DeskKept } from '../store/schema.ts';
import { NewPin, useNewPin } from '../vault/new-pin.tsx';
import { setPin } from '../vault/setting.ts';
import { askForMeeting, type Taken } from './taking.ts';

/** Takes a meeting out of the site onto this device. `path`: "/az/durnasu/meetings/3". */
export function Take({ path: meeting }: { readonly path: string }) {
  const { lang, store, clock, changed, locked } = usePhone();
  const [state, set] = useState<'ready' | 'working' | Exclude<Taken, { kind: 'given' }>>('ready');
  const [locks, choose] = useState(false);
  const [hasPin, know] = useState<boolean | null>(null);
  const pin = useNewPin();
  const path = `${meeting}/desk`;
  const mine = async (): Promise<DeskKept | null> =>
    (await store.desks()).find((desk) => desk.path === path && desk.parcel === null) ?? null;
  // Of these alone: looked at once, when the page opens
  useEffect(() => {
    void store.lock().then((lock) => know(lock !== null));
    void mine().then((desk) => {
      if (desk?.snapshot) location.hash = `#/desk/${desk.id}`;
    });
  }, []);
  const take = async (): Promise<void> => {
    if (locks && !hasPin) {
      const fresh = pin.check();
      if (fresh === null) return;
      set('working');
      await setPin(store, fresh);
      know(true);
      locked();
    }
    set('working');
    const code = meeting.split('/')[1] ?? '';
    const fresh = { id: newId(clock.now()), secret: newSecret(), path, language: isLanguage(code) ? code : lang.code };
    const desk = (await mine()) ?? { ...fresh, snapshot: null, parcel: null };
    await store.keepDesk(desk);
    const taken = await askForMeeting(desk);
    if (taken.kind !== 'given') {
      // Refused for good: nothing was handed out, so nothing stays here.
      if (taken.kind === 'refused') await store.removeDesk(desk.id);
      changed();
      return set(taken);
    }
    await store.keepDesk({ ...desk, snapshot: taken.snapshot });
    changed();
    location.hash = `#/desk/${desk.id}`;
  };
  return (
    <div class="stack">
      <h1>{lang.t('phone.take.title')}</h1>
      <p>{lang.t('phone.take.what')}</p>
      {hasPin === false ? (
        <div class="form">
          <label class="pick">
            <input type="checkbox" checked={locks} onChange={() => choose(!locks)} />
            <span>{lang.t('phone.lock.offer')}</span>
          </label>
          {locks ? (
            <>
              <p>{lang.t('phone.lock.offer_what')}</p>
              <NewPin lang={lang} of={pin} />
            </>
          ) : null}
        </div>
      ) : null}
      {hasPin ? <p class="say yes">{lang.t('phone.lock.locked')}</p> : null}
      <div role="status">{state === 'working' ? lang.t('phone.take.working') : null}</div>
      {typeof state === 'object' ? (
        <div class="say no" role="alert">
          <p>
            {state.kind === 'refused'
              ? state.why
              : lang.t(state.kind === 'sign_in' ? 'phone.deliver.sign_in' : 'phone.take.no_net')}
          </p>
          {state.kind === 'sign_in' ? <a href={`/${lang.code}/sign-in`}>{lang.t('phone.deliver.sign_in_do')}</a> : null}
        </div>
      ) : null}
      <div class="acts">
        <button type="button" class="btn" disabled={state === 'working'} onClick={() => void take()}>
          {lang.t(typeof state === 'object' ? 'phone.take.again' : 'phone.take.do')}
        </button>
        <a href="#/">{lang.t('phone.home.back')}</a>
      </div>
    </div>
  );
}
