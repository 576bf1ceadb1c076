import { type Message, message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** What of a cell decides which reports it owes. */
export interface CellFacts {
  readonly id: string;
  readonly body_id: string;
  readonly from_day: PlainDate | null;
  readonly to_day: PlainDate | null;
  readonly executor_state: 'not_started' | 'under_way' | 'complete' | null;
  readonly executor_proven: boolean | null;
  readonly withdrawn: PlainDate | null;
  /** The days of which its reports speak. */
  readonly reported: readonly PlainDate[];
  readonly measure: { readonly number: string | null; readonly title: Texts };
  readonly path: string;
}

/** Why a cell owes no report by a day, or null: it was not executor then, or the measure was withdrawn. */
export function cellOff(cell: Pick<CellFacts, 'from_day' | 'to_day' | 'withdrawn'>, due: PlainDate): Message | null {
  if (cell.withdrawn !== null && cell.withdrawn <= due) return message('plans.clocks.withdrawn');
  const executes = (cell.from_day === null || cell.from_day <= due) && (cell.to_day === null || due <= cell.to_day);
  return executes ? null : message('plans.clocks.not_executor');
}
