import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Sheet } from '#ui/sheet.tsx';
import { shareWords } from '../../../rulebook/pages/parts/words.tsx';
import type { Founding } from '../../schema.ts';

interface FoundingPrintProps {
  readonly lang: Lang;
  readonly forum: Forum;
  readonly founding: Founding;
  readonly address: string;
}

/** The founding procedure on one sheet, to go with the invitation. */
export const FoundingPrint = ({ lang, forum, founding, address }: FoundingPrintProps) => {
  const { invited, quorum, majority, counters } = founding;
  return (
    <Sheet
      lang={lang}
      forum={{
        ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
        ...{ motif: forum.motif, demonstration: forum.demonstration },
      }}
      title={lang.t('forum.documents.founding.title')}
      about={`${lang.pick(founding.place)}, ${lang.date(founding.meetsOn)}`}
      signers={[lang.pick(founding.initiators)]}
      foot={address}
    >
      <ol>
        <li>{lang.t('forum.documents.founding.article.invited', { n: invited.length })}</li>
        <li>{lang.t('forum.documents.founding.article.vote')}</li>
        <li>{lang.t('forum.documents.founding.article.quorum', { share: shareWords(lang, quorum.share) })}</li>
        <li>{lang.t('forum.documents.founding.article.majority', { share: shareWords(lang, majority.share) })}</li>
        <li>{lang.t('forum.documents.founding.article.counters', { counters: lang.pick(counters) })}</li>
        <li>{lang.t('forum.documents.founding.article.first')}</li>
      </ol>
      <h2>{lang.t('forum.documents.founding.invited')}</h2>
      <ul>
        {invited.map(({ name, why }) => (
          <li key={name}>
            {name} – {why}
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
