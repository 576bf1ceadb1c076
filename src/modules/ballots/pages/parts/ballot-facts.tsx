import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import { SaidInline } from '#ui/said.tsx';
import { fillingOf } from '../../filling/rules.ts';
import { pathOf } from '../../rules.ts';
import type { Ballot, Session } from '../../schema.ts';
import { ArticleLink, type At, momentWords } from './words.tsx';

export interface AboutShown {
  readonly words: string;
  readonly href: string | null;
}

interface BallotFactsProps {
  readonly lang: Lang;
  readonly at: At;
  readonly zone: string;
  readonly ballot: Ballot;
  readonly session: Session | null;
  readonly about: readonly AboutShown[];
  readonly version: { readonly words: string; readonly href: string } | null;
  readonly before: Ballot | null;
  readonly after: Ballot | null;
}

/** How it is voted, by which article, about what, until when, and what comes of it. */
export const BallotFacts = (props: BallotFactsProps) => {
  const { lang, at, zone, ballot, session, about, version, before, after } = props;
  const { opening, closure, closesAt } = ballot;
  const filling = fillingOf(ballot);
  const rule = opening && (opening.book.rules[ballot.decision] ?? opening.book.rules.ordinary);
  const until = opening ? opening.closesAt : closesAt;
  return (
    <Facts
      facts={[
        { name: lang.t('ballots.kind_head'), value: lang.t(`ballots.kind.${ballot.kind}`) },
        { name: lang.t('ballots.method_head'), value: ballot.method && lang.t(`ballots.method.${ballot.method}`) },
        { name: lang.t('ballots.mode_head'), value: lang.t(`ballots.mode.${ballot.mode}`) },
        {
          name: lang.t('ballots.secrecy_head'),
          value: (
            <>
              {lang.t(`ballots.secrecy.${ballot.secrecy}`)}
              {ballot.secrecyReason ? (
                <>
                  . <SaidInline lang={lang} texts={ballot.secrecyReason} />
                </>
              ) : null}
            </>
          ),
        },
        {
          name: lang.t('ballots.decision_head'),
          value: (
            <>
              {lang.t(`ballots.decision.${ballot.decision}`)}
              {rule ? (
                <>
                  {' '}
                  (<ArticleLink lang={lang} at={at} of={rule} />)
                </>
              ) : null}
            </>
          ),
        },
        { name: lang.t('ballots.meeting'), value: session && <SessionLink lang={lang} at={at} session={session} /> },
        { name: lang.t('ballots.opened'), value: opening && lang.date(opening.on) },
        { name: lang.t('ballots.open_until'), value: !closure && until ? momentWords(lang, zone, until) : null },
        { name: lang.t('ballots.closed'), value: closure && lang.date(closure.on) },
        {
          name: lang.t('ballots.about'),
          value:
            about.length === 0 ? null : (
              <ul class="plainlist">
                {about.map(({ words, href }) => (
                  <li key={words}>{href ? <Link href={href}>{words}</Link> : words}</li>
                ))}
              </ul>
            ),
        },
        { name: lang.t('ballots.decides_version'), value: version && <Link href={version.href}>{version.words}</Link> },
        {
          name: lang.t('ballots.filling.fills'),
          value: filling && (
            <>
              <Link href={at('/members/leads')}>{lang.t(`forum.leads.office.${filling.office}`)}</Link>
              {filling.from ? lang.t('ballots.filling.since', { day: lang.date(filling.from) }) : null}
            </>
          ),
        },
        { name: lang.t('ballots.before'), value: before && <Other lang={lang} at={at} of={before} /> },
        { name: lang.t('ballots.after'), value: after && <Other lang={lang} at={at} of={after} /> },
      ]}
    />
  );
};

const Other = ({ lang, at, of }: { readonly lang: Lang; readonly at: At; readonly of: Ballot }) => (
  <Link href={at(pathOf(of))}>{lang.t('ballots.number_of', { number: of.number })}</Link>
);

const SessionLink = ({ lang, at, session }: { readonly lang: Lang; readonly at: At; readonly session: Session }) => (
  <>
    <Link href={at(session.meeting.path)}>{lang.pick(session.meeting.title)}</Link>
    {', '}
    {lang.t('ballots.item', { number: session.item.number })}
  </>
);
