import type { Bench } from './bench.ts';
import { type Figure, median } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';

const SECONDS = 4;
const ROUNDS = 2;
const SIGN_INS_PER_SECOND = 20;
/** Of the page beside which people sign in: far from what the server can do, so that waiting shows. */
const PAGES_PER_SECOND = 200;
const FORUM = { slug: 'sixty', plans: 1, points: 5, measures: 60, executors: 2 } as const;

/**
 * A password is slow on purpose and must not make others wait: a kept page by itself and during sign-ins, in turns. The
 * names are unknown, one for each try: the work is the same as for a known one, and no limit of an account is met.
 */
export const signin = (bench: Bench): Promise<readonly Figure[]> =>
  bench.on({ kind: 'embedded', forums: [FORUM], cache: true }, async ({ port }) => {
    const pages = (seconds: number) =>
      load({
        ...{ port, paths: ['/az/sixty/plans/plan-1/measures/1'], headers: AS_BROWSER },
        ...{ connections: 20, seconds, rate: PAGES_PER_SECOND },
      });
    await pages(SECONDS);
    const alone: number[] = [];
    for (let n = 0; n < 5; n++) alone.push((await signIn(port, `alone-${n}`)).ms);
    const [quiet, busy]: [number[], number[]] = [[], []];
    const tried: Tried[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      quiet.push((await pages(SECONDS)).p99);
      const during = signIns(port, `round-${round}`);
      busy.push((await pages(SECONDS)).p99);
      tried.push(...(await during));
    }
    const strange = tried.filter(({ status }) => status !== 422 && status !== 503);
    if (strange.length > 0) throw new Error(`a sign-in was answered ${strange[0]?.status}`);
    const compared = tried.filter(({ status }) => status === 422);
    return [
      {
        name: 'signin.alone',
        what: 'one sign-in by password, Argon2id included',
        value: median(alone),
        unit: 'ms',
        target: { least: 50 },
      },
      {
        name: 'signin.p99',
        what: `p99 of a kept page during ${SIGN_INS_PER_SECOND} sign-ins per second`,
        value: median(busy),
        unit: 'ms',
        baseline: { what: 'the same page while nobody signs in', value: median(quiet) },
        target: { most: 3 * median(quiet) },
        note: `${PAGES_PER_SECOND} pages per second on 20 connections, ${ROUNDS} alternating runs of ${SECONDS} s; ${compared.length} of ${tried.length} sign-ins were compared, the others were asked to come again in a minute`,
      },
      {
        name: 'signin.waiting',
        what: 'one of those sign-ins, waiting in line included',
        value: median(compared.map(({ ms }) => ms)),
        unit: 'ms',
      },
    ];
  });

interface Tried {
  readonly status: number;
  readonly ms: number;
}

/** So many a second at their time, whether or not answers came. */
async function signIns(port: number, who: string): Promise<readonly Tried[]> {
  const all: Promise<Tried>[] = [];
  const began = performance.now();
  for (let n = 0; n < SIGN_INS_PER_SECOND * SECONDS; n++) {
    const wait = began + (n * 1000) / SIGN_INS_PER_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(signIn(port, `${who}-${n}`));
  }
  return Promise.all(all);
}

async function signIn(port: number, name: string): Promise<Tried> {
  const began = performance.now();
  const answer = await fetch(`http://localhost:${port}/az/sign-in/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: `http://localhost:${port}` },
    body: new URLSearchParams({ name, password: 'nobody has this password' }),
  });
  await answer.text();
  return { status: answer.status, ms: performance.now() - began };
}
