import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { ChangeSide } from '#ui/change.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Found } from '../../articles/rules.ts';
import type { Compared } from '../../rules.ts';
import { PREAMBLE } from '../../schema.ts';

interface ComparisonProps {
  readonly lang: Lang;
  /** In which both versions are written. */
  readonly language: LanguageCode;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Compared[];
  /** Articles that stayed the same are shown too. */
  readonly all: boolean;
  readonly here: string;
}

const wordsOf = (one: Found | null): string => (one ? [one.heading, one.words].filter(Boolean).join('\n') : '');

/** Two versions side by side, article by article. */
export const Comparison = ({ lang, language, title, from, to, rows, all, here }: ComparisonProps) => {
  const changed = rows.filter((row) => row.kind !== 'same');
  const textLang = language === lang.code ? undefined : language;
  return (
    <>
      <PageTitle
        over={title}
        title={lang.t('forum.documents.compare.title', { from, to })}
        lede={lang.t('forum.documents.compare.lede', { n: changed.length, all: rows.length })}
      />
      <p>
        <Link href={all ? here : `${here}&all=yes`}>
          {lang.t(all ? 'forum.documents.compare.only_changed' : 'forum.documents.compare.show_all')}
        </Link>
      </p>
      {changed.length === 0 && !all ? null : (
        <Table
          lang={lang}
          caption={lang.t('forum.documents.compare.title', { from, to })}
          quietCaption
          rows={all ? rows : changed}
          rowKey={(row) => `${row.before?.number ?? ''} ${row.after?.number ?? ''}`}
          columns={[
            {
              ...{ id: 'article', head: lang.t('forum.documents.compare.article'), lead: true },
              cell: (row) => (
                <>
                  {numberOf(lang, row)}
                  <br />
                  <small class="quiet">{lang.t(`forum.documents.compare.kind.${row.kind}`)}</small>
                </>
              ),
            },
            {
              ...{ id: 'before', head: lang.t('forum.documents.version_no', { version: from }) },
              cell: ({ before, after }) =>
                before && (
                  <ChangeSide
                    lang={lang}
                    side="before"
                    before={wordsOf(before)}
                    after={wordsOf(after)}
                    textLang={textLang}
                  />
                ),
            },
            {
              ...{ id: 'after', head: lang.t('forum.documents.version_no', { version: to }) },
              cell: ({ before, after }) =>
                after && (
                  <ChangeSide
                    lang={lang}
                    side="after"
                    before={wordsOf(before)}
                    after={wordsOf(after)}
                    textLang={textLang}
                  />
                ),
            },
          ]}
        />
      )}
    </>
  );
};

function numberOf(lang: Lang, { before, after, kind }: Compared): string {
  const words = (one: Found | null) =>
    one?.number === PREAMBLE ? lang.t('forum.documents.preamble') : (one?.number ?? '');
  return kind === 'moved' ? `${words(before)} → ${words(after)}` : words(after ?? before);
}
