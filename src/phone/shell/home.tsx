import { useEffect, useState } from 'preact/hooks';
import type { DeskKept, Parcel } from '../store/schema.ts';
import type { Device } from './device.ts';
import { DevicePin } from './device-pin.tsx';
import { usePhone } from './phone.ts';

/** The meetings on this device, and what the device can do. */
export function Home({ device }: { readonly device: Device }) {
  const { lang, store, edition } = usePhone();
  const [desks, set] = useState<readonly (readonly [DeskKept, Parcel | null])[]>([]);
  // Of these alone: read again whenever something was kept
  useEffect(() => {
    void Promise.all([store.desks(), store.parcels()]).then(([all, parcels]) =>
      set(all.map((desk) => [desk, parcels.find(({ id }) => id === desk.parcel) ?? null])),
    );
  }, [edition]);
  return (
    <>
      <h1>{lang.t('phone.home.title')}</h1>
      {desks.length === 0 ? <p class="say">{lang.t('phone.home.none')}</p> : null}
      <ul class="plainlist">
        {desks.map(([desk, parcel]) => (
          <li key={desk.id} class="item">
            <OneDesk desk={desk} parcel={parcel} />
          </li>
        ))}
      </ul>
      <DevicePin />
      <OfDevice device={device} />
    </>
  );
}

function OneDesk({ desk, parcel }: { readonly desk: DeskKept; readonly parcel: Parcel | null }) {
  const { lang, store, changed } = usePhone();
  const [sure, ask] = useState(false);
  const { snapshot } = desk;
  const delivered = parcel?.answer?.kind === 'taken';
  const state = snapshot === null ? 'asking' : delivered ? 'delivered' : parcel ? 'waiting' : 'hall';
  const to = snapshot === null ? `#/take${desk.path.replace(/\/desk$/, '')}` : `#/desk/${desk.id}`;
  return (
    <div class="stack">
      <h2>
        {snapshot
          ? `${lang.pick(snapshot.forum.name)}: ${lang.pick(snapshot.meeting.title)}, ${lang.date(snapshot.meeting.on)}`
          : desk.path}
      </h2>
      <p>{lang.t(`phone.state.${state}`)}</p>
      <div class="acts">
        <a class="btn" href={to}>
          {lang.t('phone.home.open')}
        </a>
        {delivered && !sure ? (
          <button type="button" class="btn second" onClick={() => ask(true)}>
            {lang.t('phone.home.forget')}
          </button>
        ) : null}
      </div>
      {sure ? (
        <div class="say" role="alert">
          <p>{lang.t('phone.home.forget_sure')}</p>
          <div class="acts">
            <button type="button" class="btn" onClick={() => void store.removeDesk(desk.id).then(changed)}>
              {lang.t('phone.yes_remove')}
            </button>
            <button type="button" class="btn second" onClick={() => ask(false)}>
              {lang.t('phone.no_keep')}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Does it open without internet, is there room, will the browser keep it. */
function OfDevice({ device: { service, kept, free, update, install } }: { readonly device: Device }) {
  const { lang } = usePhone();
  return (
    <section class="sec">
      {update ? (
        <div class="say">
          <p>{lang.t('phone.update.there')}</p>
          <button type="button" class="btn" onClick={update}>
            {lang.t('phone.update.take')}
          </button>
        </div>
      ) : null}
      {service === null ? null : (
        <p class={service ? 'say yes' : 'say'}>
          {lang.t(service ? 'phone.install.ready' : 'phone.install.no_service')}
        </p>
      )}
      {install ? (
        <button type="button" class="btn second" onClick={install}>
          {lang.t('phone.install.offer')}
        </button>
      ) : null}
      <p class="small quiet">
        {free === null ? '' : `${lang.t('phone.room.free', { mb: Math.floor(free / 1_048_576) })} `}
        {lang.t(kept ? 'phone.room.kept' : 'phone.room.not_kept')}
      </p>
    </section>
  );
}
