import type { PlainDate } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import type { Draft, DraftVersion } from '../../schema.ts';
import { Answerer } from './response.tsx';
import type { Around } from './said.tsx';

interface AboutProps extends Pick<Around, 'lang' | 'at' | 'names' | 'consultation'> {
  readonly draft: Draft | null;
  readonly version: DraftVersion | null;
  readonly owed: number;
  readonly dueOn: PlainDate | null;
}

/** Until when, who answers by when and by which article, on which version; adopted meanwhile: what stays owed. */
export const About = (props: AboutProps) => {
  const { lang, at, consultation, draft, version, owed, dueOn } = props;
  const { term, windowBasis } = consultation;
  const article = (document: string, number: string) => (
    <Link href={at(`/documents/${document}#article-${number}`)}>
      {lang.t('participation.consultations.by_rule', { article: number })}
    </Link>
  );
  return (
    <Facts
      facts={[
        {
          name: lang.t('participation.consultations.window'),
          value: (
            <>
              {lang.t('participation.consultations.from_until', {
                from: lang.date(consultation.from),
                until: lang.date(consultation.until),
              })}
              {windowBasis ? <> {article(windowBasis.document, windowBasis.article)}</> : null}
            </>
          ),
        },
        { name: lang.t('participation.consultations.answers'), value: <Answerer {...props} /> },
        {
          name: lang.t('participation.consultations.term'),
          value: (
            <>
              {lang.t(`participation.consultations.term_${term.unit}`, { n: term.n })}{' '}
              {term.basis
                ? article(term.basis.document, term.basis.article)
                : lang.t('participation.consultations.own_term')}
            </>
          ),
        },
        {
          name: lang.t('participation.consultations.owed'),
          value: dueOn
            ? lang.t('participation.consultations.owed_by', { n: owed, date: lang.date(dueOn) })
            : lang.t('participation.consultations.nothing_said'),
        },
        {
          name: lang.t('participation.consultations.draft'),
          value:
            draft && version ? (
              <Link href={at(version.path)}>
                {lang.t('participation.consultations.version', { version: version.number })}
              </Link>
            ) : null,
        },
        {
          name: lang.t('participation.consultations.adopted'),
          value: version?.adoptedOn
            ? lang.t('participation.consultations.adopted_owed', { date: lang.date(version.adoptedOn), n: owed })
            : null,
        },
      ]}
    />
  );
};
