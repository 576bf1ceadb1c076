import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { type BoundTopic, RULE_KEYS, type Rulebook, type RuleKey, TOPICS, type Topic } from '../../schema.ts';
import { ruleWords } from './words.tsx';

interface BookTableProps {
  readonly lang: Lang;
  readonly book: Rulebook;
  /** Page of an article: the document's text in that version. */
  readonly articleHref: (place: BoundTopic) => string;
  /** Title of a document by its address word; left out where there is one document only. */
  readonly titleOf?: ((document: string) => string) | undefined;
}

interface Line extends BoundTopic {
  readonly key: RuleKey | Topic;
  readonly says: string;
}

/** Every rule that is defined: what it says, and the article it comes from. */
export const BookTable = ({ lang, book, articleHref, titleOf }: BookTableProps) => (
  <Table
    lang={lang}
    caption={lang.t('forum.rulebook.table')}
    quietCaption
    rows={linesOf(lang, book)}
    rowKey={(line) => line.key}
    columns={[
      {
        ...{ id: 'rule', head: lang.t('forum.rulebook.rule_head'), lead: true },
        cell: (line) => lang.t(`forum.rulebook.rule.${line.key}`),
      },
      { ...{ id: 'says', head: lang.t('forum.rulebook.says_head') }, cell: (line) => line.says },
      {
        ...{ id: 'article', head: lang.t('forum.rulebook.article_head') },
        cell: (line) => (
          <Link href={articleHref(line)}>
            {titleOf
              ? lang.t('forum.rulebook.article_of', { article: line.article, document: titleOf(line.document) })
              : lang.t('forum.rulebook.article', { article: line.article })}
          </Link>
        ),
      },
    ]}
  />
);

const linesOf = (lang: Lang, { rules, topics }: Rulebook): readonly Line[] => [
  ...RULE_KEYS.flatMap((key): Line[] => {
    const rule = rules[key];
    return rule
      ? [{ key, document: rule.document, article: rule.article, says: ruleWords(lang, key, rule.value as never) }]
      : [];
  }),
  ...TOPICS.flatMap((key): Line[] => {
    const topic = topics[key];
    return topic ? [{ key, ...topic, says: lang.t('forum.rulebook.in_words') }] : [];
  }),
];
