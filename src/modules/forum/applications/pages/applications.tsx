import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Application, Criteria } from '../schema.ts';
import { CriteriaList } from './parts/criteria-list.tsx';

interface ApplicationsProps {
  readonly lang: Lang;
  /** In force today; null: none were published. */
  readonly criteria: Criteria | null;
  /** Every version, the latest first. */
  readonly versions: readonly Criteria[];
  readonly applications: readonly Application[];
  readonly groups: ReadonlyMap<string, Texts>;
  readonly today: PlainDate;
  readonly mayKeep: boolean;
  readonly mayApply: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** How one becomes a member: what is asked, who asked for a seat, and what was answered. */
export const ApplicationsPage = (props: ApplicationsProps) => {
  const { lang, criteria, versions, mayKeep, mayApply, done, at } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('forum.applications.title')} lede={lang.t('forum.applications.lede')} />
      <Stack>
        {criteria ? (
          <CriteriaList lang={lang} criteria={criteria} />
        ) : (
          <Empty level={2} title={lang.t('forum.applications.no_criteria')}>
            {lang.t('forum.applications.no_criteria_why')}
          </Empty>
        )}
        <p class="acts">
          {criteria && mayApply ? (
            <ButtonLink href={at('/members/applications/new')}>{lang.t('forum.applications.apply')}</ButtonLink>
          ) : null}
          {criteria && mayKeep ? (
            <ButtonLink href={at('/members/applications/new?paper=yes')} second>
              {lang.t('forum.applications.enter')}
            </ButtonLink>
          ) : null}
          {mayKeep ? (
            <ButtonLink href={at('/members/criteria/new')} second>
              {lang.t('forum.applications.write_criteria')}
            </ButtonLink>
          ) : null}
        </p>
        <Listed {...props} />
        {versions.length > 1 ? <Versions lang={lang} versions={versions} /> : null}
      </Stack>
    </>
  );
};

const Listed = ({ lang, applications, groups, today, at }: ApplicationsProps) => (
  <Section title={lang.t('forum.applications.list')} id="applications">
    {applications.length === 0 ? (
      <p class="quiet">{lang.t('forum.applications.none')}</p>
    ) : (
      <Table
        lang={lang}
        caption={lang.t('forum.applications.list')}
        quietCaption
        rows={applications}
        rowKey={(one) => one.id}
        columns={[
          {
            ...{ id: 'number', head: lang.t('forum.applications.application'), lead: true },
            cell: (one) => (
              <Link href={at(`/members/applications/${one.number}`)}>
                {one.organisation || lang.t('forum.applications.title_of', { number: one.number })}
              </Link>
            ),
          },
          {
            ...{ id: 'group', head: lang.t('forum.applications.group') },
            cell: (one) => lang.pick(groups.get(one.constituency) ?? {}),
          },
          {
            ...{ id: 'received', head: lang.t('forum.applications.received'), short: true },
            cell: (one) => lang.shortDate(one.receivedOn),
          },
          {
            ...{ id: 'state', head: lang.t('forum.applications.state') },
            cell: (one) => <StateOf lang={lang} of={one} today={today} />,
          },
        ]}
      />
    )}
  </Section>
);

/** "Accepted on ...", or until when the answer is owed. */
export const StateOf = ({
  lang,
  of,
  today,
}: {
  readonly lang: Lang;
  readonly of: Application;
  readonly today: PlainDate;
}) =>
  of.answer ? (
    <span>
      {lang.t('forum.applications.outcome_on', { outcome: of.answer.outcome, day: lang.date(of.answer.decidedOn) })}
    </span>
  ) : (
    <span>
      {lang.t(of.dueOn < today ? 'forum.applications.late' : 'forum.applications.waits', {
        ...{ day: lang.date(of.dueOn), distance: lang.distance(today, of.dueOn) },
      })}
    </span>
  );

const Versions = ({ lang, versions }: Pick<ApplicationsProps, 'lang' | 'versions'>) => (
  <Section title={lang.t('forum.applications.versions')} id="versions">
    {versions.map((one) => (
      <details key={one.id}>
        <summary>
          {lang.t('forum.applications.version', { version: one.version, day: lang.date(one.from), source: one.source })}
        </summary>
        <ol>
          {one.items.map((item) => (
            <li key={lang.pick(item)}>{lang.pick(item)}</li>
          ))}
        </ol>
      </details>
    ))}
  </Section>
);
