import { Link } from '#ui/link.tsx';
import type { Judged } from '../../schema.ts';
import { type LinesProps, measureOf } from './task-list.tsx';

/** Measures with their executors who wait to be judged: each name leads to the form. */
export const JudgeList = ({
  lang,
  names,
  at,
  measures,
}: Omit<LinesProps, 'today'> & { readonly measures: readonly Judged[] }) => (
  <>
    {measures.map((measure) => (
      <>
        <h3>
          <Link href={at(measure.about.path)}>{measureOf(lang, measure.about)}</Link>
        </h3>
        <p class="acts small">
          {measure.cells.map((cell) => (
            <Link key={cell.form} href={at(cell.form)}>
              {lang.pick(names.get(cell.body) ?? {})}
            </Link>
          ))}
        </p>
      </>
    ))}
  </>
);
