import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Round } from '../../../rounds/schema.ts';
import type { Checked } from '../../microdata/schema.ts';
import type { Publication } from '../../publishing/schema.ts';
import type { Reader } from './parts/distribution.tsx';
import { Figures } from './parts/figures.tsx';

interface ResultsPageProps extends Reader {
  readonly round: Round;
  readonly here: string;
  readonly publication: Publication | null;
  /** Where keepers publish, or publish again. */
  readonly publishing: string | null;
  /** Where keepers release rows of answers, while none are out. */
  readonly releasing: string | null;
  /** The check by which rows of answers went out. */
  readonly checked: Checked | null;
  /** Where it is compared with other rounds; null: there is nothing to compare. */
  readonly waves: string | null;
  readonly done: 'published' | 'released' | null;
}

/** What the communities said in a round, for everybody. */
export const ResultsPage = (props: ResultsPageProps) => {
  const { lang, say, findingAt, round, here, publication, publishing, releasing, checked, waves, done } = props;
  return (
    <>
      <PageTitle
        over={lang.pick(round.declaration.title)}
        title={lang.t('surveys.analysis.results.title')}
        lede={
          publication
            ? lang.t('surveys.analysis.results.lede', {
                n: publication.results.counted,
                day: lang.date(publication.on),
              })
            : undefined
        }
      />
      <Stack>
        {done === 'published' ? <Notice title={lang.t('surveys.analysis.publishing.done')} /> : null}
        {done === 'released' ? <Notice title={lang.t('surveys.analysis.microdata.done')} /> : null}
        {publishing ? (
          <p>
            <Link href={publishing}>{lang.t('surveys.analysis.publishing.title')}</Link>
          </p>
        ) : null}
        {releasing ? (
          <p>
            <Link href={releasing}>{lang.t('surveys.analysis.microdata.title')}</Link>
          </p>
        ) : null}
        {publication ? (
          <>
            {publication.reason ? (
              <p class="quiet">
                {lang.t('surveys.analysis.results.again', {
                  day: lang.date(publication.on),
                  reason: publication.reason,
                })}
              </p>
            ) : null}
            {publication.words ? (
              <Section title={lang.t('surveys.analysis.results.said')}>
                <Said lang={lang} texts={publication.words} />
              </Section>
            ) : null}
            <Figures
              {...{ lang, say, findingAt }}
              results={publication.results}
              apart={(nth) => `${here}/results/${nth}`}
            />
            {waves ? (
              <p>
                <Link href={waves}>{lang.t('surveys.analysis.waves.link')}</Link>
              </p>
            ) : null}
            <Section title={lang.t('surveys.analysis.results.take')}>
              <ul>
                <li>
                  <Link href={`${here}/results.csv`}>{lang.t('surveys.analysis.results.csv')}</Link>
                </li>
                <li>
                  <Link href={`${here}/codebook.csv`}>{lang.t('surveys.analysis.results.codebook')}</Link>
                </li>
                <li>
                  <Link href={`${here}/results.json`}>{lang.t('surveys.analysis.results.json')}</Link>
                </li>
              </ul>
              {checked ? <Rows {...{ lang, here, checked }} /> : null}
            </Section>
          </>
        ) : (
          <Empty level={2} title={lang.t('surveys.analysis.results.none')}>
            {lang.t('surveys.analysis.results.none_about')}
          </Empty>
        )}
      </Stack>
    </>
  );
};

/** Rows of answers with what reads them, and what was checked before they went out. */
const Rows = ({ lang, here, checked }: { readonly lang: Lang; readonly here: string; readonly checked: Checked }) => (
  <>
    <ul>
      <li>
        <Link href={`${here}/microdata.csv`}>{lang.t('surveys.analysis.microdata.rows')}</Link>
      </li>
      <li>
        <Link href={`${here}/microdata-codebook.csv`}>{lang.t('surveys.analysis.microdata.codebook')}</Link>
      </li>
      {(
        [
          ['R', 'r'],
          ['SPSS', 'sps'],
          ['Stata', 'do'],
        ] as const
      ).map(([program, ending]) => (
        <li key={ending}>
          <Link href={`${here}/microdata.${ending}`}>{lang.t('surveys.analysis.microdata.labels', { program })}</Link>
        </li>
      ))}
    </ul>
    <p class="quiet">{lang.t('surveys.analysis.microdata.checked', { smallest: checked.smallest, k: checked.k })}</p>
  </>
);
