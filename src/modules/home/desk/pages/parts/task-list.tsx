import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { State } from '#ui/state.tsx';
import type { Task } from '../../schema.ts';

export interface LinesProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly names: ReadonlyMap<string, Texts>;
  readonly at: (path: string) => string;
}

/** One line for each deed: its name leads straight to the form. */
export const TaskList = ({ lang, today, names, at, tasks }: LinesProps & { readonly tasks: readonly Task[] }) => (
  <ul class="plainlist stack">
    {tasks.map((task) => (
      <li key={task.key}>
        <Link href={at(task.form)}>
          {lang.t(`home.desk.deed.${task.deed}`, { measure: measureOf(lang, task.about) })}
        </Link>
        <Around lang={lang} today={today} names={names} task={task} />
      </li>
    ))}
  </ul>
);

/** "1.1 Payment terminals in the villages" */
export const measureOf = (lang: Lang, about: Pick<Task['about'], 'number' | 'title'>): string =>
  [about.number, lang.pick(about.title)].filter(Boolean).join(' ');

/** For whom, and by when: how late, or how soon. */
export const Around = ({ lang, today, names, task }: Omit<LinesProps, 'at'> & { readonly task: Task }) => {
  const body = names.get(task.about.body);
  return (
    <p class="meta">
      {task.due ? <When lang={lang} today={today} due={task.due} /> : null}
      {body ? <span>{lang.pick(body)}</span> : null}
    </p>
  );
};

const When = ({ lang, today, due }: { readonly lang: Lang; readonly today: PlainDate; readonly due: PlainDate }) =>
  due < today ? (
    <>
      <State lang={lang} kind="late">
        {lang.t('home.desk.late_days', { n: daysBetween(due, today) })}
      </State>
      <span>{lang.t('home.desk.was_due', { date: lang.date(due) })}</span>
    </>
  ) : (
    <b class="num">{lang.t('home.desk.due', { date: lang.date(due), distance: lang.distance(today, due) })}</b>
  );
