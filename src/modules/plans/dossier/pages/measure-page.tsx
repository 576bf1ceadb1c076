import type { ComponentChildren } from 'preact';
import { daysBetween } from '#core/time/plain-date.ts';
import { Aside, Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { piece } from '#ui/piece.ts';
import { ChosenText, Quotation } from '#ui/quotation.tsx';
import { Result } from '#ui/result.tsx';
import { State } from '#ui/state.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Differ } from '#ui/voices.tsx';
import { NO_DEEDS } from '../rules.ts';
import { AmendmentList } from './parts/amendments.tsx';
import { WhatIsSaid } from './parts/cells.tsx';
import { Figures } from './parts/figures.tsx';
import { happened } from './parts/happened.tsx';
import { Indicators } from './parts/indicators.tsx';
import { Milestones } from './parts/milestones.tsx';
import type { Shown, WordsShown } from './parts/shown.tsx';
import { SideCards } from './parts/side-cards.tsx';

/** One measure: its own words, what both voices say, the number it is judged by, what happened. */
export const MeasurePage = (props: Shown) => {
  const { lang, today, dossier, story } = props;
  const title = lang.choose(story.now.title);
  return (
    <>
      {props.notice ? <Notice title={props.notice} /> : null}
      <PageTitle
        over={
          story.now.number
            ? lang.t('plans.dossier.over', { number: story.now.number })
            : lang.t('plans.dossier.over_unnumbered')
        }
        title={<ChosenText lang={lang} of={title} />}
        state={stateLine(props)}
      />
      {props.result ? <Result lang={lang} {...props.result} /> : null}
      <Aside
        main={
          props.deeds === NO_DEEDS ? (
            <ForEverybody
              {...{ lang, today, dossier, story }}
              base={props.base}
              opened={props.opened}
              figures={props.figures}
            />
          ) : (
            <Words {...props} />
          )
        }
        aside={<SideCards {...props} />}
      />
    </>
  );
};

/** What is said about a measure and with it, from its own words to its history. */
const Words = (props: WordsShown) => {
  const { lang, today, dossier, story } = props;
  return (
    <>
      <Verbatim {...props} />
      <WhatIsSaid {...props} />
      <Indicators lang={lang} dossier={dossier} today={today} />
      <Figures lang={lang} dossier={dossier} figures={props.figures} />
      <Milestones lang={lang} dossier={dossier} today={today} closing={props.deeds.milestones} />
      <AmendmentList lang={lang} dossier={dossier} story={story} />
      <Section title={lang.t('plans.dossier.happened')} id="history">
        <History {...props} />
      </Section>
    </>
  );
};

/** The same for readers who can do nothing here, nearly all: drawn again only when something of this measure changed. */
const ForEverybody = piece(
  (props: Omit<WordsShown, 'deeds'>) => <Words {...props} deeds={NO_DEEDS} />,
  ({ lang, base }) => `${lang.code} ${base}`,
);

/** So many of the newest stand open; who wants the whole life of a measure unfolds it. */
const NEWEST = 8;

const History = ({ lang, today, dossier, story }: WordsShown) => {
  const events = happened(lang, dossier, story, today);
  return (
    <>
      <Timeline events={events.slice(0, NEWEST)} />
      {events.length > NEWEST ? (
        <details class="how">
          <summary>{lang.t('plans.dossier.older', { n: events.length - NEWEST })}</summary>
          <Timeline events={events.slice(NEWEST)} />
        </details>
      ) : null}
    </>
  );
};

/** Late, withdrawn, the two voices differ: what a reader must know before anything else; null when there is nothing. */
const stateLine = ({ lang, today, story }: Shown): ComponentChildren => {
  const due = story.now.due_on;
  if (story.withdrawn) return <State lang={lang} kind="withdrawn" />;
  const late = story.sum.late && due !== null;
  const waits = !story.sum.late && due !== null && due >= today;
  if (!late && !waits && !story.sum.differs) return null;
  return (
    <>
      {late ? (
        <State lang={lang} kind="late">
          {lang.t('plans.overview.late_days', { n: daysBetween(due, today) })}
        </State>
      ) : null}
      {story.sum.differs ? <Differ lang={lang} /> : null}
      {waits ? (
        <span class="quiet">
          {lang.t('plans.dossier.due_line', { date: lang.date(due), distance: lang.distance(today, due) })}
        </span>
      ) : null}
    </>
  );
};

const Verbatim = ({ lang, dossier, story }: WordsShown) => {
  const text = lang.choose(story.now.text);
  const label = dossier.plan.rendering ? lang.t('plans.dossier.rendering') : lang.t('plans.dossier.verbatim');
  return (
    <Quotation
      lang={lang}
      of={text}
      source={
        <>
          {label}: {lang.pick(dossier.plan.title)}
          {story.now.source_url ? (
            <>
              , <Link href={story.now.source_url}>{lang.t('plans.dossier.source')}</Link>
            </>
          ) : null}
          {story.now.source_note ? <>. {story.now.source_note}</> : null}
          {story.now.executors_text ? (
            <>
              <br />
              {lang.t('plans.dossier.executors_text')}: {story.now.executors_text}
            </>
          ) : null}
        </>
      }
    />
  );
};
