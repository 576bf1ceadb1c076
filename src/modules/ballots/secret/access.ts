import type { Actor } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { message } from '#core/i18n/message.ts';

/** Whoever puts a paper into the urn is nobody: one who is known, by session or by link, is turned away. */
export const mayCast = (actor: Actor): Verdict =>
  actor.kind === 'nobody' ? YES : no(message('ballots.secret.denied.known'));
