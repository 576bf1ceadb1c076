import type { Param } from '#core/i18n/message.ts';

/** What an entry is about. `path` is the page of the thing below the forum ("/plans/local/measures/1.3"). */
export interface EntryObject {
  readonly type: string;
  readonly id: string;
  readonly path: string | null;
}

/**
 * One line of the public record: which declared deed, on what, where, whom it concerns. Its sentence is the text
 * key `<module>.log.<kind>` declared in the module's module.ts, said with `params`.
 */
export interface Entry {
  readonly kind: string;
  readonly object: EntryObject;
  /** Other objects that the same deed touched. */
  readonly touched?: readonly EntryObject[];
  readonly place?: string | null;
  readonly bodies?: readonly string[];
  readonly params: Readonly<Record<string, Param>>;
  /** 'paper' when the secretary enters what came on paper. */
  readonly way?: 'account' | 'paper';
  /** What somebody says as a resident, whatever else they are here: neither their person nor their hour is kept. */
  readonly ofResident?: true;
}

/** What a command declares of the entries it writes. */
export interface EntryKind {
  /** Text key of the sentence. */
  readonly sentence: string;
  /** Whether people may follow the object and be told. */
  readonly followable: boolean;
}
