import { Kept } from '#core/cache/kept.ts';
import type { Revisions } from '#core/cache/revisions.ts';
import type { FiguresOn } from '#modules/plans/contract.ts';
import { type BoundFinding, bindingsOf, figureSaid, findingPath, sayIn } from '#modules/surveys/contract.ts';

/**
 * What surveys found that numbers and judgements of a plan rest on. A forum has few of them and every page of a measure
 * asks, so they are kept as long as a page is.
 */
export function figuresOn(revisions: Revisions): FiguresOn {
  const kept = new Kept<readonly BoundFinding[]>(revisions);
  return async ({ db, forum, lang, at, sight }, { indicators, evaluations }) => {
    if (!sight.shows('surveys') || indicators.length + evaluations.length === 0) return [];
    const bound = await kept.of(forum.id, forum.id, () => bindingsOf(db, forum.id));
    return bound
      .filter(({ of }) => indicators.includes(of) || evaluations.includes(of))
      .map(({ of, use, is }) => ({
        ...{ of, as: use, sentence: lang.pick(is.sentence), href: at(findingPath(is)) },
        said: figureSaid(lang, sayIn({ lang }), is),
      }));
  };
}
