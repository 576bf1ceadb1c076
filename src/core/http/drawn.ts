/** A drawn page: the document, whole or in parts that follow each other, and the hashes of its style blocks and script. */
export interface Drawn {
  readonly html: string | readonly string[];
  readonly styleHashes: readonly string[];
  readonly scriptHashes?: readonly string[];
  /** Its script may speak with us. */
  readonly connects?: boolean;
  /** Its script loads another one of ours. */
  readonly loads?: boolean;
}
