import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { PlainLang } from '#core/i18n/plain-lang.ts';
import { isLanguage, LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { SYSTEM_CLOCK } from '#core/time/clock.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { Take } from './desk/take.tsx';
import { useSending } from './outbox/use-sending.ts';
import { Bar, Languages } from './shell/bar.tsx';
import { useDevice } from './shell/device.ts';
import { Home } from './shell/home.tsx';
import { type Phone, PhoneContext } from './shell/phone.ts';
import { indexedStore } from './store/indexed.ts';
import type { LockStore, Store } from './store/schema.ts';
import { Locked } from './vault/locked.tsx';

/** The sentences of this program in every language, put in by the build. */
declare const WORDS: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>>;

const langs = new Map(LANGUAGES.map((code) => [code, new PlainLang(code, WORDS[code])]));
/** Windows of the program tell each other that something was kept. */
const others = new BroadcastChannel('ortaq-phone');
const CHOSEN = 'ortaq-language';

function firstLanguage(): LanguageCode {
  const wished = [
    localStorage.getItem(CHOSEN),
    /^#\/take\/(\w+)/.exec(location.hash)?.[1],
    navigator.language.slice(0, 2),
  ];
  return wished.find((code): code is LanguageCode => typeof code === 'string' && isLanguage(code)) ?? 'az';
}

interface Opened {
  readonly store: Store & LockStore;
  readonly code: LanguageCode;
  readonly speak: (code: LanguageCode) => void;
}

/** Before anything is read: is the device locked, and does somebody know its PIN? */
function Gate({ store }: Pick<Opened, 'store'>) {
  const [code, setCode] = useState(firstLanguage);
  const [locked, lock] = useState<boolean | null>(null);
  const lang = langs.get(code)!;
  const speak = (chosen: LanguageCode) => {
    localStorage.setItem(CHOSEN, chosen);
    setCode(chosen);
  };
  // Of these alone: asked once, a change of the lock begins the program anew
  useEffect(() => {
    void store.lock().then((found) => lock(found !== null));
  }, []);
  useEffect(() => {
    document.documentElement.lang = code;
    document.title = lang.t('phone.name');
  }, [code, lang]);
  if (locked === null) return null;
  if (!locked) return <App store={store} code={code} speak={speak} />;
  return (
    <>
      <header class="bar">
        <div class="wrap">
          <strong>{lang.t('phone.title')}</strong>
          <Languages lang={lang} speak={speak} />
        </div>
      </header>
      <main class="wrap">
        <Locked
          lang={lang}
          store={store}
          now={() => SYSTEM_CLOCK.now().getTime()}
          opened={() => lock(false)}
          removed={() => {
            others.postMessage('restart');
            location.reload();
          }}
        />
      </main>
    </>
  );
}

function App({ store, code, speak }: Opened) {
  const [edition, setEdition] = useState(0);
  const [hash, setHash] = useState(location.hash);
  const [unsent, setUnsent] = useState(0);
  const device = useDevice();
  const read = () => setEdition((before) => before + 1);
  const changed = () => {
    read();
    others.postMessage('changed');
  };
  const sending = useSending(store, () => SYSTEM_CLOCK.now().getTime(), edition, changed);
  const lang = langs.get(code)!;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    others.onmessage = ({ data }) => (data === 'restart' ? location.reload() : read());
    const moved = () => {
      setHash(location.hash);
      main.current?.focus();
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  // Of these alone: counted again whenever something was kept
  useEffect(() => {
    void unsentIn(store).then(setUnsent);
  }, [edition]);
  const phone = useMemo<Phone>(() => {
    const locked = () => others.postMessage('restart');
    const restart = () => {
      locked();
      location.reload();
    };
    return { store, clock: SYSTEM_CLOCK, lang, speak, sending, unsent, changed, locked, restart, edition };
  }, [lang, sending.online, sending.signIn, sending.next, unsent, edition]);
  const [, room = '', rest = ''] = /^#\/(\w+)(\/.*)?$/.exec(hash) ?? [];
  const [, id = '', tab = ''] = rest.split('/');
  return (
    <PhoneContext.Provider value={phone}>
      <Bar />
      <main class="wrap" ref={main} tabIndex={-1}>
        {room === 'take' ? (
          <Take key={rest} path={rest} />
        ) : room === 'desk' ? (
          <DeskPage key={id} id={id} tab={tab} />
        ) : (
          <Home device={device} />
        )}
      </main>
    </PhoneContext.Provider>
  );
}

/** Steps that were not taken by the site yet: of desks in the hall, and of those that wait to be sent. */
async function unsentIn(store: Store): Promise<number> {
  const [desks, parcels] = [await store.desks(), await store.parcels()];
  const open = desks.filter(({ parcel }) => parcels.find(({ id }) => id === parcel)?.answer?.kind !== 'taken');
  const counts = await Promise.all(open.map(async ({ id }) => (await store.operations(id)).length));
  return counts.reduce((sum, n) => sum + n, 0);
}

async function start(): Promise<void> {
  const root = document.getElementById('app')!;
  const wall = /^#\/wall\/([^/]+)/.exec(location.hash)?.[1];
  if (wall) {
    const { WallWindow } = await import('./desk/wall/wall-window.tsx');
    render(<WallWindow desk={wall} langOf={(code) => langs.get(code)!} first={firstLanguage()} />, root);
    return;
  }
  try {
    const store = await indexedStore(() => location.reload());
    render(<Gate store={store} />, root);
  } catch {
    const code = firstLanguage();
    document.documentElement.lang = code;
    render(
      <main class="wrap">
        <h1>{langs.get(code)!.t('phone.title')}</h1>
        <p class="say no">{langs.get(code)!.t('phone.install.no_store')}</p>
      </main>,
      root,
    );
  }
}

void start();
