import type { Names, Placed } from '../references/schema.ts';
import type { Lists, XlsForm } from '../schema.ts';

/** What every part of the writing of an XForm sees. */
export interface Writing {
  readonly form: XlsForm;
  readonly root: Placed;
  readonly names: Names;
  /** With "other" added where a question offers it. */
  readonly lists: Lists;
}
