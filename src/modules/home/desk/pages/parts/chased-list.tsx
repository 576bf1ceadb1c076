import { Link } from '#ui/link.tsx';
import type { Chased } from '../../schema.ts';
import { Around, type LinesProps, measureOf } from './task-list.tsx';

/** What other bodies owe: the keepers of the forum send a link for exactly this deed, or enter what came on paper. */
export const ChasedList = ({ lang, today, names, at, chased }: LinesProps & { readonly chased: readonly Chased[] }) => (
  <ul class="plainlist stack">
    {chased.map((task) => (
      <li key={task.key}>
        <Link href={at(task.about.path)}>{measureOf(lang, task.about)}</Link>
        <Around lang={lang} today={today} names={names} task={task} />
        <p class="acts small">
          <Link href={at(task.linkPage)}>{lang.t('home.desk.send_link')}</Link>
          <Link href={at(task.paperForm)}>{lang.t('home.desk.enter_paper')}</Link>
        </p>
      </li>
    ))}
  </ul>
);
