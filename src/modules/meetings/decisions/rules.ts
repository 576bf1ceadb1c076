import type { Decision } from './schema.ts';

export const decisionPath = ({ number }: Pick<Decision, 'number'>): string => `/decisions/${number}`;

/** The decision that corrects this one; null: it stands. */
export const correctedBy = (all: readonly Decision[], { id }: Pick<Decision, 'id'>): Decision | null =>
  all.find((one) => one.corrects === id) ?? null;
