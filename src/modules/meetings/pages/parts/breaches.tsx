import type { Lang } from '#core/i18n/lang.ts';
import { Notice } from '#ui/notice.tsx';
import type { BreachFound } from '../../calls/schema.ts';

interface BreachesProps {
  readonly lang: Lang;
  readonly breaches: readonly BreachFound[];
  /** Title of a document by its address word. */
  readonly titleOf: (document: string) => string;
  readonly title: string;
}

/** What of the rules was not kept, each with its article; nothing when all were. */
export const Breaches = ({ lang, breaches, titleOf, title }: BreachesProps) =>
  breaches.length === 0 ? null : (
    <Notice title={title} warn>
      <BreachList lang={lang} breaches={breaches} titleOf={titleOf} />
      <p>{lang.t('meetings.breach.goes_on')}</p>
    </Notice>
  );

export const BreachList = ({ lang, breaches, titleOf }: Omit<BreachesProps, 'title'>) => (
  <ul>
    {breaches.map((one) => (
      <li key={`${one.kind} ${JSON.stringify(one.params)}`}>
        {lang.say({ key: `meetings.breach.${one.kind}`, params: one.params })}
        {one.article && one.document ? (
          <> {lang.t('meetings.breach.article', { article: one.article, document: titleOf(one.document) })}</>
        ) : null}
      </li>
    ))}
  </ul>
);
