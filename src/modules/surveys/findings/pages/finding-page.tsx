import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { Source } from '#ui/source.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Reader } from '../../analysis/results/pages/parts/distribution.tsx';
import type { Use } from '../bindings/schema.ts';
import type { Finding } from '../schema.ts';
import { FoundFigure } from './parts/figure.tsx';

/** A use in words, with the way to its page. */
export interface UseSeen {
  readonly use: Use;
  readonly name: string;
  readonly href: string;
}

interface FindingPageProps extends Reader {
  readonly finding: Finding;
  /** Where the figure stands among all of its round. */
  readonly results: string | null;
  /** Where keepers withdraw it; null for all others and when it is withdrawn. */
  readonly withdrawal: string | null;
  /** Which numbers and judgements of plans rest on it. */
  readonly uses: readonly UseSeen[];
  /** Where it is put to use; null for all who may not, and where it cannot be. */
  readonly using: string | null;
  /** What was just done. */
  readonly done: string | null;
}

/** One finding: the sentence, the figure under it, and where both come from. */
export const FindingPage = (props: FindingPageProps) => {
  const { lang, say, finding, results, uses, using, withdrawal, done } = props;
  const { sentence, found, reported, withdrawn, number, on } = finding;
  const said = lang.choose(sentence);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      {withdrawn ? (
        <Notice title={lang.t('surveys.findings.withdrawn_on', { day: lang.date(withdrawn.on) })} warn>
          {withdrawn.reason}
        </Notice>
      ) : null}
      <PageTitle
        over={lang.t(found ? 'surveys.findings.number' : 'surveys.findings.number_reported', { number })}
        title={reported ? `${lang.pick(reported.printed)} ${said.text}` : said.text}
        titleLang={said.own ? undefined : said.language}
        lede={lang.t('surveys.findings.entered', { day: lang.date(on) })}
      />
      <Stack>
        {found ? (
          <Section title={lang.t('surveys.findings.from')}>
            <FoundFigure {...{ lang, say, found }} />
            {results ? (
              <p>
                <Link href={results}>{lang.t('surveys.findings.all_figures', { round: found.round })}</Link>
              </p>
            ) : null}
          </Section>
        ) : null}
        {reported ? (
          <Section title={lang.t('surveys.findings.as_printed')}>
            <p class="big">{lang.pick(reported.printed)}</p>
            <p>{lang.t('surveys.findings.no_n')}</p>
            {reported.remark ? <Said lang={lang} texts={reported.remark} /> : null}
            <Source
              lang={lang}
              from={lang.pick(reported.source)}
              on={reported.on ? lang.date(reported.on) : undefined}
              document={
                reported.url ? { label: lang.t('surveys.findings.open_source'), href: reported.url } : undefined
              }
            />
          </Section>
        ) : null}
        {uses.length > 0 ? (
          <Section title={lang.t('surveys.findings.binding.used')} id="uses">
            <ul>
              {uses.map(({ use, name, href }) => (
                <li key={`${use} ${href} ${name}`}>
                  {lang.t(`surveys.findings.binding.use.${use}`)}: <Link href={href}>{name}</Link>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {withdrawal || using ? (
          <p class="acts">
            {using ? <Link href={using}>{lang.t('surveys.findings.binding.title')}</Link> : null}{' '}
            {withdrawal ? <Link href={withdrawal}>{lang.t('surveys.findings.withdraw')}</Link> : null}
          </p>
        ) : null}
      </Stack>
    </>
  );
};
