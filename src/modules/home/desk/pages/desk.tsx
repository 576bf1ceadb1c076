import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { NewsList } from '../news/pages/news-list.tsx';
import type { News } from '../news/schema.ts';
import type { Desk } from '../schema.ts';
import { ChasedList } from './parts/chased-list.tsx';
import { JudgeList } from './parts/judge-list.tsx';
import { SentList } from './parts/sent-list.tsx';
import { TaskList } from './parts/task-list.tsx';

/** A page of work, named as on the page itself. */
export interface Tool {
  readonly label: string;
  readonly href: string;
}

interface DeskProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly desk: Desk;
  readonly tools: readonly Tool[];
  /** Whom to call today, for those who keep the forum. */
  readonly calls: ComponentChildren;
  /** Open votes in which this person has not voted. */
  readonly ballots: ComponentChildren;
  /** Seats that have not voted in open votes, for those who keep the forum. */
  readonly reminders: ComponentChildren;
  /** Questions of residents that wait for this person. */
  readonly questions: ComponentChildren;
  /** Terms in the forum that end, for those who keep it. */
  readonly terms: ComponentChildren;
  /** Meetings to come, minutes and tasks. */
  readonly meetings: ComponentChildren;
  /** Interviews to make, and what of surveys waits. */
  readonly surveys: ComponentChildren;
  readonly moderates: boolean;
  /** What was just done, as a sentence. */
  readonly done: string | null;
  /** What others changed; null where there is no log for this reader. */
  readonly news: News | null;
  /** Does the person act for any body here, judge for any organisation? */
  readonly acts: boolean;
  readonly judges: boolean;
  readonly at: (path: string) => string;
  /** Whom the keepers of the forum call or message today. */
  readonly toTell: ComponentChildren;
}

/** My desk: what I owe, by date; what I could judge; what the whole forum waits for; the pages of work. */
export const DeskPage = (props: DeskProps) => {
  const {
    lang,
    today,
    desk,
    tools,
    calls,
    ballots,
    reminders,
    questions,
    moderates,
    toTell,
    terms,
    meetings,
    surveys,
    news,
    done,
    acts,
    judges,
    at,
  } = props;
  const common = { lang, today, names: desk.names, at };
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('home.desk.title')} lede={lang.t('home.desk.lede')} />
      {!acts && !judges && !moderates && !desk.forum ? (
        <Empty title={lang.t('home.desk.no_role')} next={<Link href={at('')}>{lang.t('home.desk.front')}</Link>}>
          {lang.t('home.desk.no_role_text')}
        </Empty>
      ) : null}
      {ballots}
      {acts ? (
        <Section title={lang.t('home.desk.owed', { n: desk.owed.length })} id="owed">
          {desk.owed.length === 0 ? <p class="quiet">{lang.t('home.desk.nothing')}</p> : null}
          <TaskList {...common} tasks={desk.owed} />
        </Section>
      ) : null}
      {judges ? (
        <>
          <Section
            title={lang.t('home.desk.to_judge', { n: desk.toJudge.flatMap((measure) => measure.cells).length })}
            id="to-judge"
          >
            <p class="quiet">{lang.t(desk.toJudge.length > 0 ? 'home.desk.to_judge_text' : 'home.desk.judged_all')}</p>
            <JudgeList {...common} measures={desk.toJudge} />
          </Section>
          <Section title={lang.t('home.desk.sent')} id="sent">
            {desk.sent.length === 0 ? <p class="quiet">{lang.t('home.desk.sent_none')}</p> : null}
            <SentList {...common} sent={desk.sent} />
          </Section>
        </>
      ) : null}
      {questions}
      {meetings}
      {surveys}
      {terms}
      {reminders}
      {calls}
      {toTell}
      {desk.forum ? (
        <>
          <Section title={lang.t('home.desk.overdue', { n: desk.forum.reports.length })} id="overdue">
            <p class="quiet">{lang.t(desk.forum.reports.length > 0 ? 'home.desk.chase' : 'home.desk.overdue_none')}</p>
            <ChasedList {...common} chased={desk.forum.reports} />
          </Section>
          <Section title={lang.t('home.desk.replies', { n: desk.forum.replies.length })} id="replies">
            {desk.forum.replies.length === 0 ? <p class="quiet">{lang.t('home.desk.replies_none')}</p> : null}
            <ChasedList {...common} chased={desk.forum.replies} />
          </Section>
        </>
      ) : null}
      {news ? <NewsList lang={lang} news={news} at={at} /> : null}
      {tools.length > 0 ? (
        <Section title={lang.t('home.desk.tools')} id="tools">
          <nav class="cols" aria-label={lang.t('home.desk.tools')}>
            {tools.map((tool) => (
              <Link key={tool.href} href={tool.href}>
                {tool.label}
              </Link>
            ))}
          </nav>
        </Section>
      ) : null}
    </>
  );
};
