import type { Interview } from '../keeping/schema.ts';
import { flat } from '../paper/rules.ts';
import { isMatrix } from '../questionnaires/rules.ts';
import type { Item } from '../questionnaires/schema.ts';
import type { Expected, Looked } from '../statistics/quality/schema.ts';

/** An interview as the law of quality looks at it. What was declined was asked and has no answer. */
export function lookedAt({ id, onDay, startedAt, finishedAt, by, answers, declined }: Interview): Looked {
  const said = new Map(flat(answers));
  return {
    ...{ id, on: onDay, interviewer: by },
    seconds: startedAt && finishedAt ? Math.round((finishedAt.getTime() - startedAt.getTime()) / 1_000) : null,
    asked: [...new Set([...asked(answers), ...Object.keys(declined)])],
    answers: Object.fromEntries([...said].filter(([path]) => declined[path] === undefined)),
  };
}

/** Paths of everything that was asked, answered or not: what was skipped is not among the answers. */
function asked(answers: Interview['answers'], above = ''): readonly string[] {
  return Object.entries(answers).flatMap(([name, value]): readonly string[] => {
    const path = `${above}${name}`;
    if (typeof value === 'string') return [path];
    if (Array.isArray(value)) return value.flatMap((one, i) => asked(one, `${path}/${i + 1}/`));
    return asked(value as Interview['answers'], `${path}/`);
  });
}

/** Paths of the questions of each matrix. */
export function matricesIn(items: readonly Item[], above = ''): Expected['matrices'] {
  return items.flatMap((item): Expected['matrices'] => {
    if (item.is !== 'group') return [];
    const path = `${above}${item.name}/`;
    const own = item.items.filter((one) => one.is === 'question').map(({ name }) => `${path}${name}`);
    return [...(isMatrix(item) ? [own] : []), ...matricesIn(item.items, path)];
  });
}
