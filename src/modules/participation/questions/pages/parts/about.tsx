import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import type { Names, Question } from '../../schema.ts';

/** What pages of questions are given: the reader's language, addresses, and the names of what questions speak of. */
export interface Around {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly names: Names;
  /** Does this reader see the measures of plans? */
  readonly plansSeen: boolean;
}

interface NamedProps extends Pick<Around, 'lang' | 'at' | 'names'> {
  readonly id: string;
}

/** The name of a body or place, as a link where the reader sees its page. */
export const NameOf = ({ lang, at, names, id }: NamedProps) => {
  const named = names.get(id);
  if (!named) return <>{lang.t('participation.questions.no_name')}</>;
  const name = lang.pick(named.name);
  return named.path ? <Link href={at(named.path)}>{name}</Link> : <>{name}</>;
};

interface AboutProps extends Around {
  readonly question: Question;
  /** Further lines: when it was received. */
  readonly more?: readonly { readonly name: string; readonly value: ComponentChildren }[];
}

/** To whom and about what. */
export const About = ({ question, more = [], ...around }: AboutProps) => {
  const { lang, at, plansSeen } = around;
  const body = question.publication?.body ?? question.body;
  return (
    <Facts
      facts={[
        {
          name: lang.t('participation.questions.to'),
          value: body ? <NameOf {...around} id={body} /> : lang.t('participation.questions.to_unknown'),
        },
        {
          name: lang.t('participation.questions.place'),
          value: question.place ? <NameOf {...around} id={question.place} /> : null,
        },
        {
          name: lang.t('participation.questions.measure'),
          value:
            question.measure && plansSeen ? (
              <Link href={at(question.measure.path)}>
                <ChosenText lang={lang} of={lang.choose(question.measure.title)} />
              </Link>
            ) : null,
        },
        ...more,
      ]}
    />
  );
};
