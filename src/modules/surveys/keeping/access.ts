import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { mayKeepSurveys } from '../access.ts';
import type { Mode } from '../schema.ts';

type Where = Pick<Forum, 'id' | 'kind'>;

/** Whoever answers for themselves needs no account; interviewers ask and type paper; files are brought by keepers. */
export function mayHandIn(actor: Actor, forum: Where, mode: Mode | 'import'): Verdict {
  if (forum.kind !== 'living') return mayKeepSurveys(actor, forum);
  if (mode === 'link' || mode === 'kiosk') return YES;
  if (mode !== 'import' && holds(actor, 'interviewer', forum.id)) return YES;
  const keeps = mayKeepSurveys(actor, forum);
  return keeps.may || mode === 'import' ? keeps : no(message('surveys.denied.ask'));
}

/** Does nobody sit beside the respondent? Then neither person nor hour of the answer is kept. */
export const isAlone = (mode: Mode | 'import'): boolean => mode === 'link' || mode === 'kiosk';
