/**
 * The service worker: keeps this edition of the program whole and answers from it, so that it opens without internet. A
 * newer edition waits until somebody agrees to change (`update`), because pages of two editions must not share a store.
 * It never touches what is sent to the site.
 */
declare const VERSION: string;
declare const FILES: readonly string[];

/** The part of a worker's world that is used here (the types of the page and of the worker exclude each other). */
interface World {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', done: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', done: (event: Lasting & Asked) => void): void;
  addEventListener(kind: 'message', done: (event: { readonly data: unknown }) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const world = self as unknown as World;
const CACHE = `ortaq-phone-${VERSION}`;
const addresses = FILES.map((name) => new URL(name, world.location.href).href);

world.addEventListener('install', (event) => {
  event.waitUntil(
    world.caches
      .open(CACHE)
      .then((cache) => cache.addAll(addresses.map((one) => new Request(one, { cache: 'reload' })))),
  );
});

world.addEventListener('activate', (event) => {
  event.waitUntil(tidied().then(() => world.clients.claim()));
});

world.addEventListener('message', ({ data }) => {
  if (data === 'update') void world.skipWaiting();
});

world.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const asked = addresses.includes(`${origin}${pathname}`) ? `${origin}${pathname}` : null;
  if (request.method === 'GET' && asked) event.respondWith(answered(asked, request));
});

async function answered(address: string, request: Request): Promise<Response> {
  const cache = await world.caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

async function tidied(): Promise<void> {
  const names = await world.caches.keys();
  await Promise.all(
    names.filter((name) => /^ortaq-phone-/.test(name) && name !== CACHE).map((name) => world.caches.delete(name)),
  );
}
