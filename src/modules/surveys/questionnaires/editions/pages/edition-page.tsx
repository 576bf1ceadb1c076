import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Files } from '../../pages/parts/files.tsx';
import { Questions } from '../../pages/parts/questions.tsx';
import { titleOf } from '../../pages/parts/title-of.tsx';
import type { Edition, Kept } from '../../queries.ts';
import { linesOf } from '../../rules.ts';

interface EditionPageProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly here: string;
  readonly kept: Kept;
  readonly edition: Edition;
  /** The language of the questionnaire in which it is shown. */
  readonly language: string;
  readonly rounds: readonly { readonly number: number }[];
  readonly done: boolean;
}

/** A frozen edition: when, by which mark it is known, and everything it asks. */
export const EditionPage = ({ lang, at, here, kept, edition, language, rounds, done }: EditionPageProps) => {
  const { content } = edition;
  const address = `${here}/editions/${edition.edition}`;
  const asked = linesOf(content).filter(({ number }) => number !== null).length;
  return (
    <>
      <PageTitle
        over={lang.t('surveys.questionnaires.edition', { edition: edition.edition })}
        title={titleOf(lang, { number: kept.number, ...content })}
        lede={lang.t('surveys.questionnaires.editions.lede', { n: asked, day: lang.date(edition.on) })}
      />
      {done ? <Notice title={lang.t('surveys.questionnaires.editions.done')} /> : null}
      <Facts
        facts={[
          {
            name: lang.t('surveys.questionnaires.languages'),
            value: content.languages.map(({ key, label }, i) => (
              <>
                {i > 0 ? ', ' : ''}
                {key === language ? <strong>{label}</strong> : <Link href={`${address}?language=${key}`}>{label}</Link>}
              </>
            )),
          },
          {
            name: lang.t('surveys.questionnaires.editions.rounds'),
            value: rounds.length
              ? rounds.map(({ number }, i) => (
                  <>
                    {i > 0 ? ', ' : ''}
                    <Link href={at(`/surveys/${number}`)}>
                      {lang.t('surveys.questionnaires.editions.round', { number })}
                    </Link>
                  </>
                ))
              : null,
          },
          {
            name: lang.t('surveys.questionnaires.editions.all'),
            value: kept.editions.map((one, i) => (
              <>
                {i > 0 ? ', ' : ''}
                {one.edition === edition.edition ? (
                  <strong>{one.edition}</strong>
                ) : (
                  <Link href={`${here}/editions/${one.edition}`}>{one.edition}</Link>
                )}
              </>
            )),
          },
          {
            name: lang.t('surveys.questionnaires.editions.before'),
            value:
              edition.edition > 1 ? (
                <Link href={`${address}/changes`}>{lang.t('surveys.questionnaires.changes.see')}</Link>
              ) : null,
          },
        ]}
      />
      <Section title={lang.t('surveys.questionnaires.tab.questions')} id="questions">
        <Questions lang={lang} of={content} language={language} />
      </Section>
      <Section title={lang.t('surveys.questionnaires.giving.title')} id="files">
        <Files lang={lang} base={`${address}/form`} print={`${address}/print?language=${language}`} />
      </Section>
      <details>
        <summary>{lang.t('surveys.questionnaires.editions.check')}</summary>
        <p>{lang.t('surveys.questionnaires.editions.check_how')}</p>
        <p>
          <code>{edition.hash}</code>
        </p>
      </details>
    </>
  );
};
