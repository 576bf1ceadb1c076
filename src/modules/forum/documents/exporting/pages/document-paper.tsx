import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper } from '#core/papers/paper.ts';
import { paperFrame, signLines } from '#ui/letterhead.ts';
import { type Article, type Document, PREAMBLE, type Version } from '../../schema.ts';

interface DocumentPaperProps {
  readonly lang: Lang;
  readonly forum: Forum;
  readonly document: Document;
  readonly version: Version;
  readonly articles: readonly Article[];
  /** Organisations that sign, each with a line. */
  readonly signers: readonly string[];
  readonly address: string;
}

/** A version as a document to write in: brought in again, its articles are recognised as they were. */
export const documentPaper = (props: DocumentPaperProps): Paper => {
  const { lang, forum, document, version, articles, signers, address } = props;
  return {
    ...paperFrame(lang, forum, address),
    title: lang.pick(document.title),
    about: version.adoption
      ? lang.t('forum.documents.print_adopted', {
          version: version.number,
          day: lang.date(version.adoption.on),
          decision: version.adoption.decision,
        })
      : lang.t('forum.documents.print_draft', { version: version.number }),
    body: {
      layout: 'letter',
      blocks: [
        ...articles.flatMap((article) => articleBlocks(lang, article)),
        ...(signers.length > 0
          ? [
              signLines(
                lang,
                signers.map((role) => ({ role, name: '' })),
              ),
            ]
          : []),
      ],
    },
  };
};

function articleBlocks(lang: Lang, { number, heading, words }: Article): readonly Block[] {
  const lines = lang
    .pick(words)
    .split('\n')
    .filter((line) => line !== '');
  const text = (line: string): Block => ({ kind: 'text', text: line });
  if (number === PREAMBLE) return lines.map(text);
  if (number.includes('.')) return [text(`${number}. ${lines[0] ?? ''}`), ...lines.slice(1).map(text)];
  const head = `${lang.t('forum.documents.article_no', { number })} ${lang.pick(heading)}`.trim();
  return [{ kind: 'heading', level: 2, text: head }, ...lines.map(text)];
}
