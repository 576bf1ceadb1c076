import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { personalSigns } from '../../../voices/rules.ts';
import { citation, placePath } from '../../rules.ts';
import type { Comment, Consultation } from '../../schema.ts';

interface QueueProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly waiting: readonly { readonly comment: Comment; readonly consultation: Consultation }[];
  readonly done: string | null;
}

/** Comments that nobody has read yet, the oldest first. */
export const QueuePage = ({ lang, at, waiting, done }: QueueProps) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle
      title={lang.t('participation.consultations.moderation.title')}
      lede={lang.t('participation.moderation.lede')}
    />
    {waiting.length === 0 ? (
      <Empty
        title={lang.t('participation.consultations.moderation.nothing')}
        level={2}
        next={<Link href={at('/consultations')}>{lang.t('participation.consultations.title')}</Link>}
      />
    ) : (
      <ul>
        {waiting.map(({ comment, consultation }) => (
          <li key={comment.id}>
            <Link href={at(`${placePath(consultation, comment.place)}/moderation`)}>
              {citation(consultation, comment.place)}
            </Link>{' '}
            <span class="quiet">
              {lang.date(comment.receivedOn)}
              {personalSigns(lang.pick(comment.text ?? {})).length > 0
                ? ` · ${lang.t('participation.moderation.signs_found')}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);
