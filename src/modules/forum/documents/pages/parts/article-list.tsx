import type { Lang } from '#core/i18n/lang.ts';
import { ChosenText, OnlyIn } from '#ui/quotation.tsx';
import { type Article, PREAMBLE } from '../../schema.ts';
import { Lines } from './lines.tsx';

interface ArticleListProps {
  readonly lang: Lang;
  readonly articles: readonly Article[];
}

/** The text of a version; every article has an address of its own (#article-7.1). */
export const ArticleList = ({ lang, articles }: ArticleListProps) => (
  <div class="stack">
    {articles.map((article) => (
      <OneArticle key={article.number} lang={lang} article={article} />
    ))}
  </div>
);

const OneArticle = ({ lang, article }: { readonly lang: Lang; readonly article: Article }) => {
  const { number, heading, words } = article;
  const id = `article-${number}`;
  const text = Object.keys(words).length > 0 ? <Words lang={lang} article={article} /> : null;
  if (number === PREAMBLE) return <section id={id}>{text}</section>;
  if (number.includes('.'))
    return (
      <section id={id}>
        <Words lang={lang} article={article} />
      </section>
    );
  return (
    <section id={id} class="stack">
      <h2>
        {lang.t('forum.documents.article_no', { number })}
        {Object.keys(heading).length > 0 ? (
          <>
            {' '}
            <ChosenText lang={lang} of={lang.choose(heading)} />
          </>
        ) : null}
      </h2>
      {text}
    </section>
  );
};

const Words = ({ lang, article }: { readonly lang: Lang; readonly article: Article }) => {
  const chosen = lang.choose(article.words);
  return (
    <p>
      {article.number.includes('.') ? <strong class="num">{article.number}. </strong> : null}
      <span lang={chosen.own ? undefined : chosen.language}>
        <Lines text={chosen.text} />
      </span>{' '}
      <OnlyIn lang={lang} of={chosen} />
    </p>
  );
};
