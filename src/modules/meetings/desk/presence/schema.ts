import type { AttendanceWay } from '../../schema.ts';

/** One seat at one moment. */
export interface Present {
  readonly seat: string;
  readonly way: AttendanceWay;
  readonly carriedBy: string | null;
  readonly recused: boolean;
}
