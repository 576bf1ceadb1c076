import type { Actor } from '#core/actor.ts';
import type { Refusal } from '#core/errors/result.ts';
import { household } from '#core/limits/address.ts';
import type { Count, Device, Limiter } from '#core/limits/limiter.ts';
import { type Counted, LIMITS, limitNamed, type Per } from '#core/limits/rules.ts';
import { MOST_BYTES } from './posted.ts';
import type { Route, Web } from './route.ts';

/** What decides how often something may be asked. */
export interface Gate {
  readonly limiter: Limiter;
  /** Does this form let somebody in? Then it is counted as a try to enter, too. */
  readonly isEntry: (route: Route) => boolean;
  /** Does this form say something that somebody must read before others do? */
  readonly isVoice: (route: Route) => boolean;
  /** Must nobody learn later that it was sent? Then it is counted among all forms of its address, never by itself. */
  readonly isUntold?: (route: Route) => boolean;
}

/** A request before it is let through to its route. */
export interface AtGate {
  readonly route: Route;
  readonly url: URL;
  readonly headers: { get(name: string): string | null };
  readonly actor: Actor;
  /** In a demonstration many look through one person's eyes: there nobody has an account of their own. */
  readonly demonstration: boolean;
  /** Whose address it comes from, see clientOf. */
  readonly address: string;
  /** Its device entered some account before. */
  readonly device: Device | null;
}

const MB = 1024 * 1024;
/** Answers that are made of many rows: tables and feeds for programs, and searches. */
const HEAVY = /\.(json|csv|xlsx|ics|atom|geojson|xml|zip)$/;

/** Counts what is asked. Null: it may go on; else how long to wait, in plain words. */
export async function passGate(gate: Gate, at: AtGate): Promise<Refusal | null> {
  return told(await gate.limiter.take(countsOf(gate, at)));
}

/**
 * Counts one try to enter an account (a person's id, or what was typed where no such person is: nobody learns which).
 * A device that entered it before has tries of its own, so that strangers who fail slow down strangers only.
 */
export async function tryEnter({ limiter }: Gate, account: string, device: Device | null): Promise<Refusal | null> {
  const by = device?.entered(account) ? device.id : 'strangers';
  const who = `${account.normalize('NFKC').toLowerCase()} ${by}`;
  return told(await limiter.take([{ limit: limitNamed('entry_target'), who, amount: 1 }]));
}

const DEVICE_DAYS = 400;
const deviceName = (secure: boolean): string => (secure ? '__Host-ortaq-device' : 'ortaq-device');

export const deviceIn = (gate: Gate, web: Pick<Web, 'cookie'>, secure: boolean): Promise<Device | null> =>
  gate.limiter.deviceOf(web.cookie(deviceName(secure)));

/** The `Set-Cookie` line by which a device is known as one that entered this account. */
export async function deviceCookie({ limiter }: Gate, account: string, secure: boolean): Promise<string> {
  const line = `${deviceName(secure)}=${await limiter.deviceSign(account)}; Path=/; HttpOnly; SameSite=Lax`;
  return `${line}; Max-Age=${DEVICE_DAYS * 86_400}${secure ? '; Secure' : ''}`;
}

const told = (wait: number | null): Refusal | null => (wait === null ? null : slowDown(wait));

/** "Too often": says when it may be tried again. `wait` in milliseconds. */
function slowDown(wait: number): Refusal {
  const seconds = Math.ceil(wait / 1000);
  const message =
    seconds < 100
      ? { key: 'errors.too_often.seconds', params: { n: seconds } }
      : { key: 'errors.too_often.minutes', params: { n: Math.ceil(seconds / 60) } };
  return { kind: 'too_many', message, wait: seconds };
}

/** What is counted of a request, and for whom: one who is known by account, all others by the address of a household. */
function countsOf({ isEntry, isVoice, isUntold }: Gate, at: AtGate): readonly Count[] {
  const { route, url, actor } = at;
  if (actor.kind === 'system') return [];
  const account =
    actor.kind === 'link'
      ? `deed ${actor.deed.id}`
      : actor.kind === 'person'
        ? actor.id
        : actor.kind === 'assisted'
          ? `assisted ${actor.session}`
          : null;
  const isKnown = account !== null && !at.demonstration;
  const [per, who] = isKnown ? (['account', account] as const) : (['address', household(at.address)] as const);
  const counts: Count[] = [];
  const count = (counted: Counted, by: Per, of: string, amount = 1) => {
    for (const limit of LIMITS)
      if (limit.counts === counted && limit.per === by && !(limit.each === 'form' && isUntold?.(route)))
        counts.push({ limit, who: limit.each === 'form' ? `${of} ${route.scope} ${route.path}` : of, amount });
  };
  if (route.method === 'GET') {
    if (HEAVY.test(url.pathname) || url.searchParams.get('q')) count('heavy', per, who);
    return counts;
  }
  count('form', per, who);
  if (isVoice(route)) count('voice', per, who);
  if (isEntry(route)) count('entry', at.device ? 'device' : 'address', at.device?.id ?? household(at.address));
  const bytes = bytesOf(at.headers);
  if (bytes > 0) count('upload', per, who, bytes / MB);
  return counts;
}

/** Of a form with files; one that does not say its length before counts as the largest. */
function bytesOf(headers: AtGate['headers']): number {
  if (!/^multipart\/form-data/i.test(headers.get('content-type') ?? '')) return 0;
  const said = headers.get('content-length');
  return said !== null && /^\d+$/.test(said) ? Math.min(Number(said), MOST_BYTES) : MOST_BYTES;
}
