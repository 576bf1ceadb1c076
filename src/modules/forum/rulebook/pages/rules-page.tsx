import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { DateField } from '#ui/field.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Gap } from '../completeness/rules.ts';
import type { Fault } from '../rules.ts';
import type { BoundTopic, Rulebook } from '../schema.ts';
import { BookTable } from './parts/book-table.tsx';
import { GapList } from './parts/gap-list.tsx';

interface RulesPageProps {
  readonly lang: Lang;
  readonly day: PlainDate;
  readonly book: Rulebook;
  readonly faults: readonly Fault[];
  readonly gaps: readonly Gap[];
  readonly answered: { readonly n: number; readonly of: number };
  readonly here: string;
  readonly articleHref: (place: BoundTopic) => string;
  readonly titleOf: (document: string) => string;
}

/** The rules in force on a day: what meetings and ballots of that day obey. */
export const RulesPage = (props: RulesPageProps) => {
  const { lang, day, book, faults, gaps, answered, here, articleHref, titleOf } = props;
  const isEmpty = Object.keys(book.rules).length + Object.keys(book.topics).length === 0;
  return (
    <>
      <PageTitle
        title={lang.t('forum.rulebook.in_force.title')}
        lede={lang.t('forum.rulebook.in_force.lede', { day: lang.date(day) })}
      />
      <FaultNotice lang={lang} faults={faults} />
      {isEmpty ? (
        <p>{lang.t('forum.rulebook.in_force.none')}</p>
      ) : (
        <BookTable lang={lang} book={book} articleHref={articleHref} titleOf={titleOf} />
      )}
      {isEmpty ? null : <GapList lang={lang} gaps={gaps} answered={answered} />}
      <Section title={lang.t('forum.rulebook.in_force.other_day')}>
        <Form of={filled(lang, { on: day })} action={here} method="get" deed={lang.t('forum.rulebook.in_force.show')}>
          <DateField of={filled(lang, { on: day })} name="on" label={lang.t('forum.rulebook.in_force.day')} />
        </Form>
      </Section>
    </>
  );
};

/** What contradicts itself, on top of the page. */
export const FaultNotice = ({ lang, faults }: { readonly lang: Lang; readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <Notice warn title={lang.t('forum.rulebook.faults', { n: faults.length })}>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.key} ${fault.article}`}>{lang.say(fault.message)}</li>
        ))}
      </ul>
    </Notice>
  );
