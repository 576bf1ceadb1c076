import type { VNode } from 'preact';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { OnlyIn } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Reader } from '../../analysis/results/pages/parts/distribution.tsx';
import { findingPath } from '../rules.ts';
import type { Finding } from '../schema.ts';
import { figureLine } from './parts/figure.tsx';

interface FindingsListProps extends Reader {
  readonly at: (path: string) => string;
  readonly findings: readonly Finding[];
  /** Where keepers enter a figure of others; null for all others. */
  readonly reporting: string | null;
  readonly tabs: VNode;
}

/** What was found here, and beside it, source by source, what others printed. */
export const FindingsList = ({ lang, say, at, findings, reporting, tabs }: FindingsListProps) => {
  const own = findings.filter(({ found }) => found);
  const sources = Map.groupBy(findings.filter(({ reported }) => reported).toReversed(), ({ reported }) =>
    lang.pick(reported!.source),
  );
  return (
    <>
      <PageTitle title={lang.t('surveys.findings.title')} lede={lang.t('surveys.findings.lede')} />
      {tabs}
      {reporting ? (
        <p class="acts">
          <ButtonLink href={reporting} second>
            {lang.t('surveys.findings.report')}
          </ButtonLink>
        </p>
      ) : null}
      <Stack>
        {findings.length === 0 ? (
          <Empty level={2} title={lang.t('surveys.findings.empty')}>
            {lang.t('surveys.findings.empty_about')}
          </Empty>
        ) : null}
        {own.length > 0 ? (
          <Section title={lang.t('surveys.findings.own')}>
            <Lines {...{ lang, say, at }} findings={own} />
          </Section>
        ) : null}
        {[...sources].map(([source, reported]) => (
          <Section key={source} title={lang.t('surveys.findings.of_others')}>
            <p class="source">{lang.t('ui.source', { from: source })}</p>
            <p class="quiet">{lang.t('surveys.findings.no_n')}</p>
            <Lines {...{ lang, say, at }} findings={reported} />
          </Section>
        ))}
      </Stack>
    </>
  );
};

const Lines = ({ lang, say, at, findings }: Pick<FindingsListProps, 'lang' | 'say' | 'at' | 'findings'>) => (
  <ul class="plainlist">
    {findings.map((finding) => (
      <li key={finding.id}>
        <p>
          <Sentence {...{ lang, at, finding }} />
          <br />
          <span class="quiet">
            {finding.withdrawn ? `${lang.t('surveys.findings.withdrawn')}. ` : ''}
            {finding.found ? figureLine(lang, say, finding.found) : null}
          </span>
        </p>
      </li>
    ))}
  </ul>
);

const Sentence = ({ lang, at, finding }: Pick<FindingsListProps, 'lang' | 'at'> & { readonly finding: Finding }) => {
  const said = lang.choose(finding.sentence);
  return (
    <>
      {finding.reported ? <b>{lang.pick(finding.reported.printed)} </b> : null}
      <Link href={at(findingPath(finding))}>
        <span lang={said.own ? undefined : said.language}>{said.text}</span>
      </Link>{' '}
      <OnlyIn lang={lang} of={said} />
    </>
  );
};
