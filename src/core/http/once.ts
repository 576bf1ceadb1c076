import { setTimeout as sleep } from 'node:timers/promises';
import { keepAnswer, SentBefore, sentForm } from '#core/sent-forms.ts';
import { type Answer, type Route, redirect, refused, type Web } from './route.ts';
import { sendingOf } from './web.ts';

/** So often, and with so long between (milliseconds), the answer of the same form's first sending is waited for. */
const WAITS = 20;
const WAIT = 150;

/**
 * Answers a posted form; the same form sent again (a second press, a slow network, "back" and send) leads to where the
 * first sending led, and its deed is not done again.
 */
export async function onceOnly(web: Web, route: Route): Promise<Answer> {
  const sending = await sendingOf(web.url, web.posted());
  if (!sending) return route.handle(web);
  const before = await sentForm(web.db, sending);
  if (before !== undefined) return before === null ? firstAnswer(web, route, sending) : redirect(before);
  try {
    return await firstTime(web, route, sending);
  } catch (problem) {
    if (problem instanceof SentBefore) return firstAnswer(web, route, sending);
    throw problem;
  }
}

async function firstTime(web: Web, route: Route, sending: string): Promise<Answer> {
  const answer = await route.handle(web);
  await keepAnswer(web.db, sending, answer.kind === 'redirect' ? answer.to : null);
  return answer;
}

/** What the first sending is answered, which may come a moment after its deed; a page is not kept, so that is made again. */
async function firstAnswer(web: Web, route: Route, sending: string): Promise<Answer> {
  for (let i = 0; i < WAITS; i += 1) {
    const answer = await sentForm(web.db, sending);
    if (answer === undefined) return firstTime(web, route, sending);
    if (answer !== null) return redirect(answer);
    await sleep(WAIT);
  }
  return refused({ kind: 'conflict', message: { key: 'errors.sent_before' } });
}
