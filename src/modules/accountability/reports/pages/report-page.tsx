import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { Filled } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { SayForm } from '../saying/pages/say-form.tsx';
import type { Report, ReportRule, ReportState } from '../schema.ts';
import { ActSaid } from './parts/act.tsx';
import { periodWords, ReportChip } from './parts/state.tsx';
import { Voices } from './parts/voices.tsx';

interface ReportPageProps {
  readonly lang: Lang;
  readonly forum: string;
  readonly at: (path: string) => string;
  readonly report: Report;
  readonly state: ReportState;
  readonly body: { readonly name: string; readonly href: string | null };
  readonly rule: ReportRule | null;
  /** Number of its case among all that is owed; null: these eyes do not see it. */
  readonly clock: number | null;
  /** May this reader open files that are not for everybody? */
  readonly keeps: boolean;
  readonly deeds: { readonly enter: string | null; readonly link: string | null; readonly paper: string | null };
  /** Where words are demanded to be taken down; null for all but those who keep the record. */
  readonly takeDown: ((type: string, id: string) => string) | null;
  readonly withheld: WithheldThings;
  /** The form of whoever was there; null: the report was not given yet, or nobody can say anything here. */
  readonly saying: { readonly of: Filled; readonly action: string } | null;
  readonly done: string | null;
}

/** One report that a municipality owes or gave: how, before whom, what was asked, what people who were there say. */
export const ReportPage = (props: ReportPageProps) => {
  const { lang, at, report, state, body, clock, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('accountability.reports.one', { number: report.number })}
        title={lang.t('accountability.reports.of', { body: body.name, period: periodWords(lang, report) })}
        lede={lang.t(`accountability.reports.means.${state}`)}
        state={<ReportChip lang={lang} state={state} />}
      />
      <Stack>
        <p>
          {lang.t('accountability.reports.due', { date: lang.date(report.dueOn) })}{' '}
          {clock === null ? null : (
            <Link href={at(`/obligations/${clock}`)}>{lang.t('accountability.reports.why_due')}</Link>
          )}
        </p>
        {body.href ? (
          <p>
            <Link href={body.href}>{body.name}</Link>
          </p>
        ) : null}
        <Acts {...props} />
        {report.acts.map((act) => (
          <ActSaid key={act.id} {...props} act={act} wanted={props.rule?.channels ?? []} />
        ))}
        {report.acts.length > 0 ? <Voices {...props} /> : null}
        {props.saying ? (
          <Section title={lang.t('accountability.reports.saying.title')} id="say">
            <SayForm {...props.saying} />
          </Section>
        ) : null}
        <p>
          <Link href={at(`/history/voters_report/${report.id}`)}>{lang.t('accountability.reports.history')}</Link>
        </p>
      </Stack>
    </>
  );
};

const Acts = ({ lang, deeds, report }: ReportPageProps) => {
  const { enter, link, paper } = deeds;
  if (!enter && !link && !paper) return null;
  const again = report.acts.length > 0;
  return (
    <p class="acts">
      {enter ? (
        <ButtonLink href={enter}>
          {lang.t(again ? 'accountability.reports.entering.again' : 'accountability.reports.entering.deed')}
        </ButtonLink>
      ) : null}
      {link ? (
        <ButtonLink href={link} second>
          {lang.t('accountability.reports.entering.link')}
        </ButtonLink>
      ) : null}
      {paper ? (
        <ButtonLink href={paper} second>
          {lang.t('accountability.reports.entering.paper')}
        </ButtonLink>
      ) : null}
    </p>
  );
};
