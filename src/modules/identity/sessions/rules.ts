import { typedCode } from '#core/typed-code.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends after this, whatever happens. */
const ABSOLUTE = 30 * DAY;
const IDLE = 7 * DAY;
/** "This phone is not only mine." */
const SHARED_IDLE = 15 * MINUTE;
/** A visitor who looks through a demonstration person's eyes. */
const LOOK = DAY;
/** A message may be read days later; a printed slip is handed over at the next meeting. */
const LINK = 7 * DAY;
const DEED = 14 * DAY;
/** A letter that somebody asked for themself is opened at once or not at all. */
const ASKED = HOUR;
/** Between the password and the code of the app. */
const THRESHOLD = 10 * MINUTE;
/** A wrong code can be mistyped; a million of them cannot be tried. */
export const THRESHOLD_TRIES = 5;
/** Requests that were under way when a session got a fresh token. */
const FORMER = 2 * MINUTE;
const DEED_MAX_DAYS = 60;

/** How a sign-in link reaches its person: handed over, sent as an invitation, or asked for by the person. */
export type LinkWay = 'handed' | 'invited' | 'asked';

export const linkEnds = (now: Date, way: LinkWay = 'handed'): Date =>
  new Date(now.getTime() + (way === 'asked' ? ASKED : LINK));

export const thresholdEnds = (now: Date): Date => new Date(now.getTime() + THRESHOLD);

/** Until when the former token of a renewed session is understood. */
export const formerUntil = (now: Date): Date => new Date(now.getTime() + FORMER);

/** End of a one-deed link: 14 days, or as many as asked, at most 60. */
export const deedEnds = (now: Date, days?: number): Date =>
  new Date(now.getTime() + (days === undefined ? DEED : Math.min(Math.max(days, 1), DEED_MAX_DAYS) * DAY));

export const sessionEnds = (now: Date, demonstration: boolean): Date =>
  new Date(now.getTime() + (demonstration ? LOOK : ABSOLUTE));

/** Sessions that ended before this are forgotten. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - 30 * DAY);

export interface SessionTimes {
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly shared: boolean;
}

export type SessionState = 'live' | 'ended' | 'expired' | 'idle';

/** A clock that was set back makes no session older: what was seen "later" was just seen. */
export function sessionState(session: SessionTimes, now: Date): SessionState {
  if (session.endedAt) return 'ended';
  if (now >= session.endsAt) return 'expired';
  const idle = now.getTime() - session.seenAt.getTime();
  return idle >= (session.shared ? SHARED_IDLE : IDLE) ? 'idle' : 'live';
}

/** When to write down that the session is in use: seldom, so that reading pages costs no write. */
export const seenIsStale = (session: Pick<SessionTimes, 'seenAt' | 'shared'>, now: Date): boolean =>
  now.getTime() - session.seenAt.getTime() >= (session.shared ? MINUTE : HOUR);

export interface LinkTimes {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly closedAt: Date | null;
}
export type LinkState = 'open' | 'used' | 'withdrawn' | 'expired' | 'closed';

/** `closed`: the person's account was closed meanwhile. */
export function linkState(link: LinkTimes, now: Date): LinkState {
  if (link.closedAt) return 'closed';
  if (link.usedAt) return 'used';
  if (link.withdrawnAt) return 'withdrawn';
  return now >= link.expiresAt ? 'expired' : 'open';
}

/** 32 random bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** Letters of a code on paper: 100 bits, for nobody types 256. */
export const CODE_LENGTH = 20;

/** A code as typed by hand, look-alikes forgiven; null: it cannot be one. */
export const codeOf = (text: string): string | null => typedCode(text, CODE_LENGTH);

/** The secret in what is hashed and looked up: the token as it is, a code without its hyphens. */
export const secretOf = (text: string): string | null => (TOKEN.test(text) ? text : codeOf(text));

/** "Firefox, Android": enough to know one's own devices again, too little to follow anybody. */
export function shortAgent(header: string | null): string {
  const has = (word: RegExp) => word.test(header ?? '');
  const browser = BROWSERS.find(([word]) => has(word))?.[1];
  const system = SYSTEMS.find(([word]) => has(word))?.[1];
  return [browser, system].filter(Boolean).join(', ');
}

/** Most telling first: Edge and Opera also say Chrome, Chrome also says Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera|OPiOS)\b/, 'Opera'],
  [/YaBrowser\//, 'Yandex'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/UCBrowser\//, 'UC Browser'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11|CrOS/, 'Linux'],
];

const LOCAL = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** An address of this site to come back to; anything that could lead elsewhere is none. */
export function localPath(text: string): string | null {
  const base = 'http://here.invalid';
  if (!LOCAL.test(text) || text.length > 500 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // Dots are resolved only now: "/..//elsewhere" has become "//elsewhere".
  const path = url.pathname + url.search;
  return url.origin === base && LOCAL.test(path) ? path : null;
}

/** `__Host-` makes browsers refuse the cookie from a sister host and without https. */
const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
export const sessionCookie = (secure: boolean): string => cookieName('ortaq', secure);
/** Beside the own session, so that whoever stops looking through another's eyes is themselves again. */
export const lookCookie = (secure: boolean): string => cookieName('ortaq-look', secure);
/** Who is at the provider of an account elsewhere, and will come back. */
export const errandCookie = (secure: boolean): string => cookieName('ortaq-errand', secure);
/** Who gave the password and owes the code: opens nothing but the page that asks for it. */
export const thresholdCookie = (secure: boolean): string => cookieName('ortaq-code', secure);

/** A `Set-Cookie` line. Without `until` the cookie ends with the browser; an empty value takes it away. */
export function setCookie(name: string, value: string, secure: boolean, until?: { now: Date; endsAt: Date }): string {
  const age = value === '' ? 0 : until ? Math.floor((until.endsAt.getTime() - until.now.getTime()) / 1000) : null;
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(age === null ? [] : [`Max-Age=${age}`]),
  ].join('; ');
}
