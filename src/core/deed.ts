import type { TextKey } from '#core/i18n/message.ts';

/** The sentence of a deed: "plans.does.reply" says what the command "plans.reply" does. */
export type DeedSaid = Extract<TextKey, `${string}.does.${string}`>;

/** Who does deeds without a role: anybody, whoever signed in, the holder of a link for one task, the clock. */
export const ROLELESS = ['everybody', 'account', 'link', 'program'] as const;

/** A command as data: what it does in words, and whose deed it is. Shown on "who may do what", never asked for permission. */
export interface DeedDeclared {
  readonly command: string;
  readonly says: DeedSaid;
  /** Roles in a living forum, and words of `ROLELESS`. */
  readonly by: readonly string[];
}

/** What a module declares of its deeds, under one heading. */
export interface DeedsDeclared {
  readonly title: TextKey;
  readonly deeds: readonly DeedDeclared[];
}

/** Several deeds of the same people. That commands agree is proven by src/main/access.test.ts. */
export const deedsOf = (by: readonly string[], said: readonly DeedSaid[]): readonly DeedDeclared[] =>
  said.map((says) => ({ command: says.replace('.does.', '.'), says, by }));
