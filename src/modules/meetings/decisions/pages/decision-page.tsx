import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said, SaidInline } from '#ui/said.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PageLink, type PageTitles } from '../../pages/parts/page-link.tsx';
import { decisionPath } from '../rules.ts';
import type { Decision } from '../schema.ts';
import { OutcomeChip } from './parts/outcome.tsx';

interface DecisionPageProps {
  readonly lang: Lang;
  readonly decision: Decision;
  /** The decision in whose place it stands, and the one that stands in its place. */
  readonly before: Decision | null;
  readonly after: Decision | null;
  readonly meeting: { readonly label: string; readonly href: string } | null;
  /** "article 6.3 of the Rules of Procedure" */
  readonly rule: string | null;
  readonly at: (path: string) => string;
  /** Titles of the pages that show what became of it. */
  readonly titles: PageTitles;
  /** Responses that are still owed for what was adopted. */
  readonly owed: ComponentChildren;
  readonly mayKeep: boolean;
  readonly done: string | null;
}

/** One decision, to be cited: its words, how and where it was taken, what became of it. */
export const DecisionPage = ({
  lang,
  decision,
  before,
  after,
  meeting,
  rule,
  at,
  titles,
  owed,
  mayKeep,
  done,
}: DecisionPageProps) => {
  const numbered = (one: Decision) => (
    <Link href={at(decisionPath(one))}>{lang.t('meetings.decision_no', { number: one.number })}</Link>
  );
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('meetings.decision_no', { number: decision.number })}
        lede={lang.date(decision.on)}
        state={<OutcomeChip lang={lang} decision={decision} corrected={after !== null} />}
      />
      {after ? (
        <Notice title={lang.t('meetings.decisions.corrected')} warn>
          <p>{numbered(after)}</p>
        </Notice>
      ) : null}
      <Stack>
        <Said lang={lang} texts={decision.words} />
        <Facts
          facts={[
            { name: lang.t('meetings.decisions.how'), value: lang.t(`meetings.decided.${decision.kind}`) },
            {
              name: lang.t('meetings.ballot'),
              value: decision.ballot ? (
                <Link href={at(`/ballots/${decision.ballot.number}`)}>
                  {lang.t('meetings.ballot_no', { number: decision.ballot.number })}
                </Link>
              ) : null,
            },
            { name: lang.t('meetings.decisions.rule'), value: rule },
            {
              name: lang.t('meetings.meeting'),
              value: meeting ? <Link href={meeting.href}>{meeting.label}</Link> : null,
            },
            { name: lang.t('meetings.decisions.corrects'), value: before ? numbered(before) : null },
            {
              name: lang.t('meetings.decisions.entered'),
              value: decision.enteredOn === decision.on ? null : lang.date(decision.enteredOn),
            },
          ]}
        />
      </Stack>
      {owed}
      <Section title={lang.t('meetings.decisions.outcome')} id="outcome">
        {decision.outcomes.length === 0 ? <p class="quiet">{lang.t('meetings.outcome.none')}</p> : null}
        <Timeline
          events={decision.outcomes.toReversed().map((one) => ({
            ...{ when: lang.date(one.on), datetime: one.on },
            what: (
              <>
                <strong>{lang.t(`meetings.outcome.${one.state}`)}</strong> <SaidInline lang={lang} texts={one.words} />{' '}
                {one.path ? <PageLink lang={lang} at={at} path={one.path} titles={titles} /> : null}
              </>
            ),
          }))}
        />
        {mayKeep ? (
          <p>
            <ButtonLink href={at(`${decisionPath(decision)}/outcomes`)} second>
              {lang.t('meetings.outcome.deed')}
            </ButtonLink>
          </p>
        ) : null}
      </Section>
    </>
  );
};
