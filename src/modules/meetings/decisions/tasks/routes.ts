import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { bodyNames } from '#modules/places/contract.ts';
import type { Filled } from '#ui/filled.ts';
import { memberBodies } from '../../access.ts';
import { itemsOf } from '../../agenda/queries.ts';
import { meetingPath } from '../../calls/rules.ts';
import type { Meeting } from '../../calls/schema.ts';
import { pageTitles } from '../../paths/queries.ts';
import { itemAsked, itemOptions } from '../../recording/routes.ts';
import { bodyOptions, doneHere, formPage, formRoutes, keepsMeetings, meetingCrumb, meetingKept } from '../../routes.ts';
import { endTask, giveTask } from '../commands.ts';
import { readTask, readTaskEnd } from '../forms.ts';
import { TaskEndForm, TaskForm } from '../pages/forms.tsx';
import { type TaskLine, TasksPage, TasksSection } from '../pages/tasks-page.tsx';
import { tasksIn } from '../queries.ts';
import { crumb, registerOptions, tabs } from '../routes.ts';
import type { Task } from '../schema.ts';

interface OfMeeting {
  readonly meeting: Meeting;
}

async function linesOf(web: Web, tasks: readonly Task[]): Promise<readonly TaskLine[]> {
  const names = await bodyNames(
    web.db,
    web.forum.id,
    tasks.map(({ body }) => body),
  );
  const [keeps, mine] = [keepsMeetings(web), memberBodies(web.actor, web.forum)];
  return tasks.map((task) => ({
    ...{ task, owner: web.lang.pick(names.get(task.body) ?? { az: '–' }) },
    mayEnd: keeps || mine.includes(task.body),
  }));
}

const titlesOf = (web: Web, lines: readonly TaskLine[]) =>
  pageTitles(
    web.db,
    web.forum.id,
    web.lang,
    lines.flatMap(({ task }) => task.ended?.path ?? []),
  );

async function tasks(web: Web): Promise<Answer> {
  const { lang, today } = web;
  const lines = await linesOf(web, await tasksIn(web.db, web.forum.id));
  const main = TasksPage({
    ...{ lang, lines, today, at: (path) => web.at(path), tabs: tabs(web), done: doneHere(web, ['task_ended']) },
    titles: await titlesOf(web, lines),
  });
  return page({ title: lang.t('meetings.tasks.title'), crumbs: [crumb(web)], menu: 'decisions', main });
}

/** What a meeting gave to do, for its page. */
export async function tasksThere(web: Web, meeting: Meeting) {
  const own = (await tasksIn(web.db, web.forum.id)).filter((one) => one.meeting === meeting.id);
  const lines = await linesOf(web, own);
  const titles = await titlesOf(web, lines);
  return TasksSection({ lang: web.lang, today: web.today, at: (path) => web.at(path), lines, titles });
}

async function taskForm(web: Web, { meeting }: OfMeeting, of: Filled): Promise<Answer> {
  const base = web.at(meetingPath(meeting));
  const main = TaskForm({
    ...{ of, languages: web.forum.languages, action: `${base}/tasks`, back: `${base}/record` },
    items: itemOptions(web, await itemsOf(web.db, web.forum.id, meeting.id)),
    register: await registerOptions(web, (one) => one.meeting !== meeting.id),
    bodies: await bodyOptions(web),
  });
  return formPage(web, web.lang.t('meetings.tasks.give'), [meetingCrumb(web, meeting)], main, of);
}

/** An open task, for those who may say that it is done; the same "no" for all others. */
async function taskAsked(web: Web): Promise<{ readonly task: Task } | Answer> {
  const task = (await tasksIn(web.db, web.forum.id)).find((one) => String(one.number) === web.params.task);
  const may = task && (keepsMeetings(web) || memberBodies(web.actor, web.forum).includes(task.body));
  if (task && may) return { task };
  const kind = web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden';
  return refused({ kind, message: message('meetings.denied.task') });
}

/** Tasks: the list, giving one, saying that it is done. Before `/decisions/:decision`. */
export const taskRoutes: readonly Route[] = [
  get('/decisions/tasks', tasks),
  ...formRoutes('/decisions/tasks/:task/closure', {
    open: taskAsked,
    values: (web) => ({ on: web.today }),
    show: (web, { task }: { readonly task: Task }, of) => {
      const [here, title] = [web.at(`/decisions/tasks/${task.number}/closure`), web.lang.t('meetings.tasks.end')];
      const main = TaskEndForm({
        ...{ of, languages: web.forum.languages, action: here, back: web.at('/decisions/tasks') },
        task: web.lang.pick(task.words),
      });
      return formPage(web, title, [crumb(web)], main, of);
    },
    read: (web, { task }, posted) => readTaskEnd(posted, web.forum, task.id, web.today),
    deed: endTask,
    to: () => '/decisions/tasks?done=task_ended',
  }),
  ...formRoutes('/meetings/:number/tasks', {
    open: meetingKept,
    values: async (web, { meeting }) => ({ item: (await itemAsked(web, meeting))?.id ?? '' }),
    show: taskForm,
    read: (web, { meeting }, posted) => readTask(posted, web.forum, meeting.id),
    deed: giveTask,
    to: ({ meeting }) => `${meetingPath(meeting)}/record?done=task`,
  }),
];
