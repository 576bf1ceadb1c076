import { useEffect, useState } from 'preact/hooks';

/** What this browser and this address allow. */
export interface Device {
  /** Opens without internet: a service worker is there. null: not known yet. */
  readonly service: boolean | null;
  /** The browser promised not to remove what is kept; null: it does not say. */
  readonly kept: boolean | null;
  /** Bytes; null: it does not say. */
  readonly free: number | null;
  /** Changes to the newer edition that is waiting; null: there is none. */
  readonly update: (() => void) | null;
  /** Asks the browser to install the program; null: it does not offer it. */
  readonly install: (() => void) | null;
}

/** Chromium's offer to install, which the types of browsers do not know. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Looks at the device, registers the service worker where there may be one, and hears of new editions. */
export function useDevice(): Device {
  const [device, set] = useState<Device>({ service: null, kept: null, free: null, update: null, install: null });
  useEffect(() => {
    const know = (more: Partial<Device>) => set((before) => ({ ...before, ...more }));
    void room().then(know);
    void service(know);
    const offered = (event: Event) => {
      event.preventDefault();
      know({ install: () => void (event as InstallOffer).prompt() });
    };
    window.addEventListener('beforeinstallprompt', offered);
    return () => window.removeEventListener('beforeinstallprompt', offered);
  }, []);
  return device;
}

/** Asks the browser to keep what lies here, and how much room there is. Plain http knows neither. */
async function room(): Promise<Pick<Device, 'kept' | 'free'>> {
  const { storage } = navigator as { storage?: StorageManager };
  try {
    const kept = (await storage?.persist?.()) ?? null;
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    return { kept, free: quota === undefined ? null : quota - (usage ?? 0) };
  } catch {
    return { kept: null, free: null };
  }
}

async function service(know: (more: Partial<Device>) => void): Promise<void> {
  // Browsers allow it on https and on the own machine only.
  if (!('serviceWorker' in navigator)) return know({ service: false });
  const { serviceWorker } = navigator;
  try {
    const found = await serviceWorker.register('/phone/service.js', { scope: '/phone/' });
    let changing = false;
    const offer = (waiting: ServiceWorker | null): void => {
      if (!waiting || !serviceWorker.controller) return;
      know({
        update: () => {
          changing = true;
          waiting.postMessage('update');
        },
      });
    };
    offer(found.waiting);
    found.addEventListener('updatefound', () => {
      const fresh = found.installing;
      fresh?.addEventListener('statechange', () => fresh.state === 'installed' && offer(fresh));
    });
    serviceWorker.addEventListener('controllerchange', () => changing && location.reload());
    await serviceWorker.ready;
    know({ service: true });
  } catch {
    know({ service: false });
  }
}
