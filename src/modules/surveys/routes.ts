import type { Verdict } from '#core/command.ts';
import { type Answer, refused, type Web } from '#core/http/route.ts';
import { mayKeepSurveys } from './access.ts';

/** Why whoever asks may not, as an answer; null: they may. */
export function stranger(web: Web, verdict: Verdict): Answer | null {
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

/** Staff in its own view; in the preview of a stranger's view it is a stranger. */
export const keeps = (web: Web): boolean => mayKeepSurveys(web.actor, web.forum).may && !web.sight.preview;
