import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { OnlyIn } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import type { Gap } from '../../rulebook/completeness/rules.ts';
import { BookTable } from '../../rulebook/pages/parts/book-table.tsx';
import { GapList } from '../../rulebook/pages/parts/gap-list.tsx';
import { FaultNotice } from '../../rulebook/pages/rules-page.tsx';
import type { Fault } from '../../rulebook/rules.ts';
import type { Article, Document, Signature, State, Version } from '../schema.ts';
import { AdoptionFacts } from './parts/adoption-facts.tsx';
import { ArticleList } from './parts/article-list.tsx';
import { SignatureTable } from './parts/signature-table.tsx';
import { VersionList } from './parts/version-list.tsx';
import { VersionStateChip } from './parts/version-state.tsx';

export interface VersionPageProps {
  readonly lang: Lang;
  readonly document: Document;
  readonly version: Version;
  readonly state: State;
  readonly states: ReadonlyMap<string, State>;
  readonly articles: readonly Article[];
  readonly signatures: readonly Signature[];
  readonly bodies: ReadonlyMap<string, Texts>;
  readonly withheld: Withheld | null;
  /** What keepers see of the rules of a draft. */
  readonly faults: readonly Fault[];
  readonly gaps: readonly Gap[];
  readonly answered: { readonly n: number; readonly of: number };
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly nameOf: (constituency: string) => string;
  readonly done: string | null;
  /** What higher rooms say of it: open to say until a day. */
  readonly above: ComponentChildren;
}

/** One version of a document: its text, the rules it makes, how it was adopted, who signed it. */
export const VersionPage = (props: VersionPageProps) => {
  const { lang, document, version, state, articles, withheld, at, done, book } = { ...props, book: props.version.book };
  const here = at(`/documents/${document.slug}/versions/${version.number}`);
  const title = lang.choose(document.title);
  const isEmpty = Object.keys(book.rules).length + Object.keys(book.topics).length === 0;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('forum.documents.version_no', { version: version.number })}
        title={
          <>
            {title.text} <OnlyIn lang={lang} of={title} />
          </>
        }
        titleLang={title.own ? undefined : title.language}
        lede={lang.t(`forum.documents.kind_lede.${document.kind}`)}
        state={<VersionStateChip lang={lang} state={state} />}
      />
      <Deeds {...props} here={here} />
      {props.above}
      <AdoptionFacts lang={lang} version={version} nameOf={props.nameOf} at={at} />
      <Section title={lang.t('forum.documents.text')} id="text">
        {withheld ? <WithheldNote lang={lang} of={withheld} /> : null}
        {!withheld && articles.length === 0 ? <p class="quiet">{lang.t('forum.documents.no_text')}</p> : null}
        {withheld ? null : <ArticleList lang={lang} articles={articles} />}
      </Section>
      <Section title={lang.t('forum.rulebook.table')} id="rules">
        <FaultNotice lang={lang} faults={props.faults} />
        {isEmpty ? (
          <p class="quiet">{lang.t('forum.documents.no_rules')}</p>
        ) : (
          <BookTable lang={lang} book={book} articleHref={({ article }) => `${here}#article-${article}`} />
        )}
      </Section>
      {props.mayKeep ? <GapList lang={lang} gaps={props.gaps} answered={props.answered} /> : null}
      {version.adoption ? (
        <Section title={lang.t('forum.documents.signatures')} id="signatures">
          <SignatureTable lang={lang} signatures={props.signatures} bodies={props.bodies} />
        </Section>
      ) : null}
      <Section title={lang.t('forum.documents.versions')} id="versions">
        <VersionList lang={lang} document={document} current={version} states={props.states} at={at} />
      </Section>
    </>
  );
};

/** What can be done with this version now, one main step first. */
const Deeds = ({ lang, version, state, document, mayKeep, here }: VersionPageProps & { readonly here: string }) => (
  <p class="acts">
    {mayKeep && state === 'draft' ? (
      <>
        <ButtonLink href={`${here}/text`}>{lang.t('forum.documents.text_form.title')}</ButtonLink>
        <ButtonLink href={`${here}/rules`} second>
          {lang.t('forum.rulebook.bind.title')}
        </ButtonLink>
        <ButtonLink href={`${here}/proposal`} second>
          {lang.t('forum.documents.propose.title')}
        </ButtonLink>
        <Link href={`${here}/removal`}>{lang.t('forum.documents.discard.title')}</Link>
      </>
    ) : null}
    {mayKeep && !version.adoption ? (
      <ButtonLink href={`${here}/adoption`} second>
        {lang.t('forum.documents.adopt.title')}
      </ButtonLink>
    ) : null}
    {mayKeep && version.adoption ? (
      <ButtonLink href={`${here}/signatures`} second>
        {lang.t('forum.documents.sign.title')}
      </ButtonLink>
    ) : null}
    {mayKeep && version.id === document.versions.at(-1)?.id && state !== 'draft' ? (
      <ButtonLink href={`${here}/next`} second>
        {lang.t('forum.documents.next.title')}
      </ButtonLink>
    ) : null}
    <Link href={`${here}/print`}>{lang.t('forum.documents.print')}</Link>
    <Link href={`${here}/text.pdf`}>{lang.t('forum.documents.file_pdf')}</Link>
    <Link href={`${here}/text.docx`}>{lang.t('forum.documents.file_docx')}</Link>
  </p>
);
