import { DECISIONS, RULE_KEYS, type Rulebook, type RuleKey, TOPICS, type Topic } from '../schema.ts';

/** Without these the next dispute has no answer; the others make life easier. */
const NEEDED: ReadonlySet<RuleKey | Topic> = new Set<RuleKey | Topic>([
  ...(['convening', 'notice', 'quorum', 'ordinary', 'documents', 'tie', 'minutes'] as const),
  ...(['term_seat', 'term_lead', 'amendment', 'alternates', 'proxies'] as const),
  ...(['name', 'seats', 'selection', 'lead', 'conflict', 'entry'] as const),
]);
/** Where nothing is said the ordinary majority counts: that is an answer. */
const FALLS_BACK: ReadonlySet<RuleKey | Topic> = new Set(
  DECISIONS.filter((kind) => kind !== 'ordinary' && kind !== 'documents'),
);

export interface Gap {
  readonly key: RuleKey | Topic;
  readonly needed: boolean;
}

/** What the documents leave undefined, what hurts most first. */
export function gapsIn(book: Rulebook): readonly Gap[] {
  const open: readonly (RuleKey | Topic)[] = [
    ...TOPICS.filter((key) => !book.topics[key]),
    ...RULE_KEYS.filter((key) => !book.rules[key] && !(FALLS_BACK.has(key) && book.rules.ordinary)),
  ];
  const gaps = open.map((key) => ({ key, needed: NEEDED.has(key) }));
  return [...gaps.filter((gap) => gap.needed), ...gaps.filter((gap) => !gap.needed)];
}

/** How many of the questions that documents should answer are answered, of how many. */
export const answered = (book: Rulebook): { readonly n: number; readonly of: number } => {
  const all = TOPICS.length + RULE_KEYS.length;
  return { n: all - gapsIn(book).length, of: all };
};
