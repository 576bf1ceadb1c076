import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import { Steps } from '../../../rulebook/pages/parts/steps.tsx';
import type { Version } from '../../schema.ts';

interface AdoptionFactsProps {
  readonly lang: Lang;
  readonly version: Version;
  readonly nameOf: (constituency: string) => string;
  readonly at: (path: string) => string;
}

/** How a version came about: sent out, adopted by which rules and votes, in force from. */
export const AdoptionFacts = ({ lang, version, nameOf, at }: AdoptionFactsProps) => {
  const { adoption, proposedOn, proposers, reason } = version;
  const total = (count: 'for' | 'against' | 'abstain'): number =>
    adoption?.votes?.reduce((sum, row) => sum + row[count], 0) ?? 0;
  const { quorum, outcome } = adoption?.judged ?? { quorum: null, outcome: null };
  return (
    <>
      <Facts
        facts={[
          { name: lang.t('forum.documents.proposed_on'), value: proposedOn && lang.date(proposedOn) },
          {
            name: lang.t('forum.documents.proposed_by'),
            value: proposers && lang.t('forum.documents.members', { n: proposers }),
          },
          { name: lang.t('forum.documents.reason'), value: reason && lang.pick(reason) },
          { name: lang.t('forum.documents.adopted_on'), value: adoption && lang.date(adoption.on) },
          { name: lang.t('forum.documents.in_force_from'), value: adoption && lang.date(adoption.inForceOn) },
          {
            name: lang.t('forum.documents.decision'),
            value: adoption && <Decision lang={lang} at={at} decision={adoption.decision} />,
          },
          {
            name: lang.t('forum.documents.by'),
            value: adoption && (
              <>
                {lang.t(`forum.documents.by_rules.${adoption.by}`)}
                {adoption.by === 'founding' ? (
                  <>
                    {' '}
                    <Link href={at('/documents/founding')}>{lang.t('forum.documents.founding.title')}</Link>
                  </>
                ) : null}
              </>
            ),
          },
          {
            name: lang.t('forum.documents.votes'),
            value:
              adoption &&
              (adoption.votes
                ? lang.t('forum.documents.votes_counted', {
                    ...{ for: total('for'), against: total('against'), abstain: total('abstain') },
                  })
                : lang.t('forum.documents.votes_unknown')),
          },
        ]}
      />
      {quorum || outcome ? (
        <details>
          <summary>{lang.t('forum.documents.computed')}</summary>
          {quorum ? (
            <Steps
              lang={lang}
              caption={lang.t('forum.documents.quorum_by', { article: quorum.article })}
              steps={quorum.steps}
              nameOf={nameOf}
            />
          ) : null}
          {outcome ? (
            <Steps
              lang={lang}
              caption={lang.t('forum.documents.majority_by', { article: outcome.article })}
              steps={outcome.steps}
              nameOf={nameOf}
            />
          ) : null}
        </details>
      ) : null}
    </>
  );
};

/** The ballot that adopted it leads to its page; a decision of elsewhere is quoted as it was written. */
export const Decision = ({
  lang,
  at,
  decision,
}: Pick<AdoptionFactsProps, 'lang' | 'at'> & { readonly decision: string }) => {
  const number = /^\/ballots\/(\d+)$/.exec(decision)?.[1];
  return number ? (
    <Link href={at(decision)}>{lang.t('forum.documents.ballot_no', { number: Number(number) })}</Link>
  ) : (
    <>{decision}</>
  );
};
