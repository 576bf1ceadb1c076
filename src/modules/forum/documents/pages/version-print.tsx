import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Sheet } from '#ui/sheet.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import type { Article, Document, Version } from '../schema.ts';
import { ArticleList } from './parts/article-list.tsx';

interface VersionPrintProps {
  readonly lang: Lang;
  readonly forum: Forum;
  readonly document: Document;
  readonly version: Version;
  readonly articles: readonly Article[];
  readonly withheld: Withheld | null;
  /** Organisations that sign, each with a line. */
  readonly signers: readonly string[];
  readonly address: string;
}

/** A version on paper, with a place for every signature. */
export const VersionPrint = ({
  lang,
  forum,
  document,
  version,
  articles,
  withheld,
  signers,
  address,
}: VersionPrintProps) => (
  <Sheet
    lang={lang}
    forum={{
      ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
      ...{ motif: forum.motif, demonstration: forum.demonstration },
    }}
    title={lang.pick(document.title)}
    about={
      version.adoption
        ? lang.t('forum.documents.print_adopted', {
            version: version.number,
            day: lang.date(version.adoption.on),
            decision: version.adoption.decision,
          })
        : lang.t('forum.documents.print_draft', { version: version.number })
    }
    signers={signers}
    foot={address}
  >
    {withheld ? <WithheldNote lang={lang} of={withheld} /> : <ArticleList lang={lang} articles={articles} />}
  </Sheet>
);
