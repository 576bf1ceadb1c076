/** The only door of this room: what a desk shows of the public log, `newsSeen(needs, web, asked)`, filled in by main. */
export { sentenceOf } from './record/pages/parts/lines.tsx';
export { newsSeen } from './record/queries.ts';
export type { OpendataNeeds } from './schema.ts';
