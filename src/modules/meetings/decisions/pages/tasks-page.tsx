import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { SaidInline } from '#ui/said.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PageLink, type PageTitles } from '../../pages/parts/page-link.tsx';
import type { Task } from '../schema.ts';

/** A task with the names that a page needs. */
export interface TaskLine {
  readonly task: Task;
  readonly owner: string;
  readonly mayEnd: boolean;
}

interface TasksProps {
  readonly lang: Lang;
  readonly lines: readonly TaskLine[];
  readonly today: PlainDate;
  readonly at: (path: string) => string;
  /** Titles of the pages that show how tasks were done. */
  readonly titles: PageTitles;
}

/** All tasks of the forum, open ones first. */
export const TasksPage = ({
  tabs,
  done,
  ...props
}: TasksProps & { readonly tabs: ComponentChildren; readonly done: string | null }) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle title={props.lang.t('meetings.tasks.title')} lede={props.lang.t('meetings.tasks.lede')} />
    {tabs}
    {props.lines.length === 0 ? (
      <Empty level={2} title={props.lang.t('meetings.tasks.none')} />
    ) : (
      <TasksTable {...props} />
    )}
  </>
);

/** The same of one meeting, in its page. */
export const TasksSection = (props: TasksProps) =>
  props.lines.length === 0 ? null : (
    <Section title={props.lang.t('meetings.tasks.title')} id="tasks">
      <TasksTable {...props} />
    </Section>
  );

const TasksTable = ({ lang, lines, today, at, titles }: TasksProps) => (
  <Table
    lang={lang}
    caption={lang.t('meetings.tasks.title')}
    quietCaption
    rows={lines}
    rowKey={({ task }) => task.id}
    columns={[
      { ...{ id: 'number', head: lang.t('meetings.number'), mark: true }, cell: ({ task }) => task.number },
      {
        ...{ id: 'words', head: lang.t('meetings.task'), lead: true },
        cell: ({ task }) => (
          <span id={`task-${task.number}`}>
            <SaidInline lang={lang} texts={task.words} />
          </span>
        ),
      },
      {
        ...{ id: 'owner', head: lang.t('meetings.tasks.body') },
        cell: ({ task, owner }) => (task.office ? `${owner}, ${lang.pick(task.office)}` : owner),
      },
      {
        ...{ id: 'due', head: lang.t('meetings.tasks.due'), short: true },
        cell: ({ task }) => lang.shortDate(task.due),
      },
      {
        ...{ id: 'state', head: lang.t('meetings.state') },
        cell: ({ task, mayEnd }) => (
          <>
            <TaskState lang={lang} task={task} today={today} />
            {task.ended ? (
              <div class="small">
                <SaidInline lang={lang} texts={task.ended.words} />{' '}
                {task.ended.path ? <PageLink lang={lang} at={at} path={task.ended.path} titles={titles} /> : null}
              </div>
            ) : null}
            {mayEnd && !task.ended ? (
              <div>
                <Link href={at(`/decisions/tasks/${task.number}/closure`)}>{lang.t('meetings.tasks.end')}</Link>
              </div>
            ) : null}
          </>
        ),
      },
    ]}
  />
);

const TaskState = ({ lang, task, today }: Pick<TasksProps, 'lang' | 'today'> & { readonly task: Task }) => {
  if (task.ended)
    return (
      <State lang={lang} kind="complete">
        {lang.t('meetings.tasks.done', { day: lang.shortDate(task.ended.on) })}
      </State>
    );
  return (
    <State lang={lang} kind={task.due < today ? 'late' : 'not_started'}>
      {lang.distance(today, task.due)}
    </State>
  );
};
