import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { csv } from '#core/sheets/csv.ts';
import { correctedBy, decisionPath } from './rules.ts';
import type { Decision } from './schema.ts';

type Of = Pick<Forum, 'slug' | 'demonstration'>;
const COLUMNS = ['number', 'on', 'kind', 'words', 'ballot', 'article', 'corrected_by', 'outcome', 'note'] as const;

/** /decisions.csv: one row a decision, in the reader's language; the word "demonstration" stands in every row of its forum. */
export function decisionsCsv(lang: Lang, forum: Of, decisions: readonly Decision[]): string {
  const note = forum.demonstration ? lang.t('meetings.demonstration') : '';
  const rows = decisions.map((one) => [
    ...[one.number, { day: one.on }, one.kind, lang.pick(one.words), one.ballot?.number ?? '', one.article ?? ''],
    ...[correctedBy(decisions, one)?.number ?? '', one.outcomes.at(-1)?.state ?? '', note],
  ]);
  return csv(rows, [...COLUMNS], { bom: true });
}

/** /decisions.json: the same with words in every language; days are YYYY-MM-DD. */
export const decisionsJson = (forum: Of, decisions: readonly Decision[], addressOf: (path: string) => string): string =>
  JSON.stringify({
    ...{ forum: forum.slug, demonstration: forum.demonstration },
    decisions: decisions.map((one) => ({
      ...{ id: one.id, number: one.number, on: one.on, kind: one.kind, words: one.words, meeting: one.meeting },
      ...{ ballot: one.ballot?.number ?? null, document: one.document, article: one.article },
      corrected_by: correctedBy(decisions, one)?.number ?? null,
      outcomes: one.outcomes,
      url: addressOf(decisionPath(one)),
    })),
  });
