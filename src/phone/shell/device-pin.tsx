import { useEffect, useState } from 'preact/hooks';
import { NewPin, PinField, useNewPin } from '../vault/new-pin.tsx';
import { changePin, setPin } from '../vault/setting.ts';
import { usePhone } from './phone.ts';

/** The PIN of this device: set, changed, and everything locked before somebody walks away. */
export function DevicePin() {
  const { lang, store, clock, locked, restart } = usePhone();
  const [has, know] = useState<boolean | null>(null);
  const [old, writeOld] = useState('');
  const [said, say] = useState<'wrong' | 'changed' | 'wait' | null>(null);
  const [left, count] = useState(0);
  const fresh = useNewPin();
  // Of these alone: asked once, a change of the lock begins the program anew
  useEffect(() => {
    void store.lock().then((lock) => know(lock !== null));
  }, []);
  if (has === null) return null;
  const submit = async (): Promise<void> => {
    say(null);
    const pin = fresh.check();
    if (pin === null) return;
    if (!has) {
      await setPin(store, pin);
      locked();
      return know(true);
    }
    const now = () => clock.now().getTime();
    const tried = await changePin(store, old, pin, now);
    if (tried.kind === 'wait') count(Math.ceil((tried.until - now()) / 1000));
    say(tried.kind === 'open' ? 'changed' : tried.kind);
  };
  return (
    <section class="sec">
      <h2>{lang.t('phone.lock.device')}</h2>
      {has ? (
        <div class="acts">
          <button type="button" class="btn second" onClick={restart}>
            {lang.t('phone.lock.now')}
          </button>
        </div>
      ) : null}
      <details>
        <summary>{lang.t(has ? 'phone.lock.change' : 'phone.lock.offer')}</summary>
        <p>{lang.t('phone.lock.offer_what')}</p>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {has ? (
            <PinField label={lang.t('phone.lock.old')} value={old} write={writeOld} fault={said === 'wrong'} />
          ) : null}
          <NewPin lang={lang} of={fresh} />
          {said ? (
            <p class={said === 'changed' ? 'say yes' : 'wrong'} role="alert">
              {said === 'wait' ? lang.t('phone.lock.wait', { n: left }) : lang.t(`phone.lock.${said}`)}
            </p>
          ) : null}
          <div class="acts">
            <button type="submit" class="btn">
              {lang.t(has ? 'phone.lock.change' : 'phone.lock.set')}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
