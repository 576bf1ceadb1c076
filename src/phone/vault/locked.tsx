import { useEffect, useState } from 'preact/hooks';
import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { LockStore } from '../store/schema.ts';
import { PinField } from './new-pin.tsx';
import { type Tried, tryPin } from './setting.ts';

interface LockedProps {
  readonly lang: PlainLang;
  readonly store: LockStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly opened: () => void;
  readonly removed: () => void;
}

/** Nothing is shown before the PIN: neither which meeting lies here nor how many. */
export function Locked({ lang, store, now, opened, removed }: LockedProps) {
  const [pin, write] = useState('');
  const [state, set] = useState<'ready' | 'working' | Exclude<Tried, { kind: 'open' }>>('ready');
  const [left, count] = useState(0);
  const until = typeof state === 'object' && state.kind === 'wait' ? state.until : null;
  // Of the wait alone: counts its seconds down
  useEffect(() => {
    if (until === null) return;
    const tick = () => count(Math.ceil((until - now()) / 1000));
    tick();
    const timer = window.setInterval(tick, 1000);
    return () => window.clearInterval(timer);
  }, [until]);
  const submit = async (): Promise<void> => {
    set('working');
    const tried = await tryPin(store, pin, now);
    if (tried.kind === 'open') return opened();
    set(tried);
    if (tried.kind === 'wrong') write('');
  };
  const said = state === 'working' ? 'working' : until !== null && left > 0 ? 'wait' : null;
  return (
    <div class="stack">
      <h1>{lang.t('phone.lock.title')}</h1>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (state !== 'working') void submit();
        }}
      >
        <PinField label={lang.t('phone.lock.pin')} value={pin} write={write} />
        {typeof state === 'object' && state.kind === 'wrong' ? (
          <p class="wrong" role="alert">
            {lang.t('phone.lock.wrong')}
          </p>
        ) : null}
        <p role="status">
          {said === 'wait' ? lang.t('phone.lock.wait', { n: left }) : said ? lang.t('phone.lock.working') : null}
        </p>
        <div class="acts">
          <button type="submit" class="btn" disabled={said !== null}>
            {lang.t('phone.lock.open')}
          </button>
        </div>
      </form>
      <Forgotten lang={lang} store={store} removed={removed} />
    </div>
  );
}

function Forgotten({ lang, store, removed }: Pick<LockedProps, 'lang' | 'store' | 'removed'>) {
  const [sure, ask] = useState(false);
  return (
    <details>
      <summary>{lang.t('phone.lock.forgot')}</summary>
      <div class="stack">
        <p>{lang.t('phone.lock.forgot_what')}</p>
        {sure ? (
          <div class="say no" role="alert">
            <p>{lang.t('phone.lock.forget_sure')}</p>
            <div class="acts">
              <button type="button" class="btn" onClick={() => void store.removeAll().then(removed)}>
                {lang.t('phone.yes_remove')}
              </button>
              <button type="button" class="btn second" onClick={() => ask(false)}>
                {lang.t('phone.no_keep')}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" class="btn second" onClick={() => ask(true)}>
            {lang.t('phone.lock.forget')}
          </button>
        )}
      </div>
    </details>
  );
}
