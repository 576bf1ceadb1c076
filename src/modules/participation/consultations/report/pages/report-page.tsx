import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Said } from '#ui/said.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf, placePath } from '../../rules.ts';
import { type Consultation, OUTCOMES, type Outcome } from '../../schema.ts';
import type { ReportRow } from '../rules.ts';

interface ReportProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly consultation: Consultation;
  /** Title of the draft. */
  readonly title: string;
  readonly rows: readonly ReportRow[];
  readonly counts: Readonly<Record<Outcome | 'owed', number>>;
  /** Public comments. */
  readonly comments: number;
}

/** "You said, we did": what was said of each article, what became of it and why. */
export const ReportPage = (props: ReportProps) => {
  const { lang, at, consultation } = props;
  const here = at(`${pathOf(consultation)}/report`);
  return (
    <>
      <PageTitle
        over={lang.t('participation.consultations.one', { label: consultation.label })}
        title={lang.t('participation.consultations.report.title')}
        lede={lang.t('participation.consultations.report.lede', { title: props.title })}
      />
      <Stack>
        <p class="acts">
          <ButtonLink href={`${here}/print`} second>
            {lang.t('participation.consultations.report.print')}
          </ButtonLink>
          <Link href={`${here}.docx`}>DOCX</Link>
          <Link href={`${here}.csv`}>CSV</Link>
          <Link href={`${here}.json`}>JSON</Link>
        </p>
        <ReportBody {...props} linked />
        <p>
          <Link href={at(pathOf(consultation))}>{lang.t('participation.consultations.back')}</Link>
        </p>
      </Stack>
    </>
  );
};

/** The same on paper. */
export const ReportPrint = ({
  forum,
  address,
  ...props
}: ReportProps & { readonly forum: Forum; readonly address: string }) => {
  const { lang, consultation } = props;
  return (
    <Sheet
      lang={lang}
      forum={{
        ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
        ...{ motif: forum.motif, demonstration: forum.demonstration },
      }}
      title={lang.t('participation.consultations.report.title')}
      about={aboutOf(lang, consultation, props.title)}
      foot={address}
    >
      <ReportBody {...props} linked={false} />
    </Sheet>
  );
};

/** "B1. Rules of procedure, 1 to 20 November 2026" */
export const aboutOf = (lang: Lang, { label, from, until }: Consultation, title: string): string =>
  `${label}. ${title}. ${lang.t('participation.consultations.from_until', { from: lang.date(from), until: lang.date(until) })}`;

/** "12 comments: accepted 3, in part 1, …, still owed 2." */
export const countsOf = (lang: Lang, counts: ReportProps['counts'], comments: number): string =>
  [
    lang.t('participation.consultations.n_comments', { n: comments }),
    ...([...OUTCOMES, 'owed'] as const).flatMap((outcome) =>
      counts[outcome] > 0 ? [`${lang.t(`participation.consultations.outcome.${outcome}`)}: ${counts[outcome]}`] : [],
    ),
  ].join(' · ');

const ReportBody = (props: ReportProps & { readonly linked: boolean }) => {
  const { lang, rows, counts, comments } = props;
  const articles = [...new Set(rows.map(({ article }) => article))];
  return (
    <Stack>
      <p>{countsOf(lang, counts, comments)}</p>
      {rows.length === 0 ? <p class="quiet">{lang.t('participation.consultations.nothing_said')}</p> : null}
      {articles.map((article) => (
        <Section key={article ?? ''} title={articleWords(lang, article)}>
          {rows
            .filter((row) => row.article === article)
            .map((row) => (
              <OneRow {...props} key={row.place} row={row} />
            ))}
        </Section>
      ))}
    </Stack>
  );
};

/** "Article 4.1", or the whole draft. */
export function articleWords(lang: Lang, article: string | null): string {
  if (article === null) return lang.t('participation.consultations.on_whole');
  return article === '0'
    ? lang.t('participation.consultations.preamble')
    : lang.t('participation.consultations.article', { number: article });
}

const OneRow = ({
  lang,
  at,
  consultation,
  row,
  linked,
}: ReportProps & { readonly row: ReportRow; readonly linked: boolean }) => (
  <section class="stack">
    <h3>
      {linked ? <Link href={at(placePath(consultation, row.place))}>{row.citation}</Link> : row.citation}
      {row.comments.length > 1 ? ` (${row.comments.join(', ')})` : ''}
      {row.gone ? ` · ${lang.t('participation.consultations.article_gone')}` : ''}
    </h3>
    <p>
      <b>{lang.t('participation.consultations.report.said')}</b>
    </p>
    {row.said ? (
      <Said lang={lang} texts={row.said} />
    ) : (
      <p class="quiet">{lang.t('participation.consultations.report.withheld')}</p>
    )}
    <p>
      <b>{lang.t('participation.consultations.report.did')}</b>{' '}
      {lang.t(`participation.consultations.outcome.${row.outcome ?? 'owed'}`)}
      {row.respondedOn ? `, ${lang.date(row.respondedOn)}` : ''}
      {row.correctedOn
        ? ` (${lang.t('participation.consultations.corrected', { date: lang.date(row.correctedOn) })})`
        : ''}
    </p>
    {row.reason ? <Said lang={lang} texts={row.reason} /> : null}
  </section>
);
