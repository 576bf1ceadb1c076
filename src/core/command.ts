import type { GenericSchema } from 'valibot';
import type { Actor } from '#core/actor.ts';
import type { Entry } from '#core/audit/entry.ts';
import type { Db } from '#core/db/database.ts';
import type { Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Message, TextKey } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** Everything a command may know. `db` is the open transaction; nothing else is reachable inside. */
export interface Ctx {
  readonly db: Db;
  readonly now: Date;
  /** The forum's local day of `now`. */
  readonly today: PlainDate;
  readonly actor: Actor;
  readonly forum: Forum;
  readonly lang: LanguageCode;
  readonly requestId: string;
}

/** May this person? Yes, or no with a reason that can be said to them. */
export type Verdict = { readonly may: true } | { readonly may: false; readonly reason: Message };
export const YES: Verdict = { may: true };
export const no = (reason: Message): Verdict => ({ may: false, reason });

/** What a command leaves: its value and exactly one entry of the public record (null for private matters: drafts, sessions). */
export interface Done<O> {
  readonly value: O;
  readonly entry: Entry | null;
  /** Whose deed the record says it is, where something they alone could have (a desk that they took out) did it for them. */
  readonly by?: Actor;
}

export interface Command<I, O> {
  /** "plans.report_update": also the name in the access matrix and in deeds. */
  readonly name: string;
  /** The shape of the input; forms.ts says friendlier things about single fields before. */
  readonly input: GenericSchema<I>;
  /** Asked inside the transaction, before anything is said about whether the object exists. */
  readonly access: (ctx: Ctx, input: I) => Verdict | Promise<Verdict>;
  readonly run: (ctx: Ctx, input: I) => Promise<Result<Done<O>>>;
  /**
   * Given: it can be done through a helper in an assisted session. The text key that says the deed on the receipt; its
   * parameters are those of the entry, so it is mostly the sentence of the entry. Left out: never through a helper.
   */
  readonly assisted?: TextKey;
  /** It ends an assisted session (or the browser's own) and is allowed in one, also when its minutes have passed. */
  readonly endsAssisted?: true;
}

/** Any command, for lists of them: nothing can be put in without knowing which one it is. */
export interface AnyCommand {
  readonly name: string;
  readonly input: GenericSchema;
  readonly access: (ctx: Ctx, input: never) => Verdict | Promise<Verdict>;
  readonly run: (ctx: Ctx, input: never) => Promise<Result<Done<unknown>>>;
  readonly assisted?: TextKey;
  readonly endsAssisted?: true;
}

/** Declares a command. */
export const command = <I, O>(declared: Command<I, O>): Command<I, O> => declared;

/** The end of a command that went well. */
export const done = <O>(value: O, entry: Entry | null, by?: Actor): Result<Done<O>> => ({
  ok: true,
  value: by ? { value, entry, by } : { value, entry },
});
