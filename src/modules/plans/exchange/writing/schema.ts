import type { MeasureId } from '../../measures/schema.ts';
import type { PlanRow } from '../../plan/schema.ts';
import type { MeasureToWrite } from '../judging/schema.ts';

/** A measure with its keys, in the order of the file. */
export interface Written extends MeasureToWrite {
  readonly id: MeasureId;
  readonly slug: string;
}

export interface PartWritten {
  readonly plan: Pick<PlanRow, 'forum_id' | 'id' | 'slug' | 'title' | 'language'>;
  readonly measures: readonly Written[];
}
