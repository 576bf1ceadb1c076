import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Aside, Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { EffectOf } from '../filling/pages/parts/effect.tsx';
import type { Ballot, RollRow, SeatOutcome, Session, State } from '../schema.ts';
import { isSecretRemote } from '../secret/rules.ts';
import { type AboutShown, BallotFacts } from './parts/ballot-facts.tsx';
import { type ResultProps, ResultSteps } from './parts/result.tsx';
import { RollCall } from './parts/roll-call.tsx';
import { Stands } from './parts/stands.tsx';
import { verdictWords } from './parts/verdict.tsx';
import { type At, momentWords, StateOf } from './parts/words.tsx';

export interface BallotPageProps {
  readonly lang: Lang;
  readonly at: At;
  readonly zone: string;
  readonly here: string;
  readonly ballot: Ballot;
  readonly state: State;
  readonly roll: readonly RollRow[];
  readonly outcomes: ReadonlyMap<string, SeatOutcome>;
  /** Names of who spoke, by the key of the seat; none where the documents do not publish them. */
  readonly persons: ReadonlyMap<string, string>;
  readonly session: Session | null;
  readonly about: readonly AboutShown[];
  readonly version: { readonly words: string; readonly href: string } | null;
  /** What was said to the draft it decides on, and what is still owed for it. */
  readonly consulted: ComponentChildren;
  readonly before: Ballot | null;
  readonly after: Ballot | null;
  /** Numbers of seats of the roll whose organisation left since the opening. */
  readonly left: readonly number[];
  readonly done: string | null;
  /** This reader can come to the urn. */
  readonly mayVote: boolean;
  readonly keeper: ComponentChildren;
  readonly Steps: ResultProps['Steps'];
}

/** One ballot: first what came of it, then what was voted on, how, and by whom. */
export const BallotPage = (props: BallotPageProps) => {
  const { lang, ballot, state, done, keeper, mayVote, here } = props;
  const title = lang.choose(ballot.title);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={title.text}
        titleLang={title.own ? undefined : title.language}
        lede={<Lede {...props} />}
        state={<StateOf lang={lang} state={state} />}
      />
      <Aside
        main={<Main {...props} />}
        aside={
          <>
            {mayVote && state === 'open' ? (
              <Card title={lang.t('ballots.voting.card')} level={2}>
                <ButtonLink href={`${here}/${isSecretRemote(ballot) ? 'secret' : 'votes'}`}>
                  {lang.t('ballots.voting.deed')}
                </ButtonLink>
              </Card>
            ) : null}
            {state === 'closed' && isSecretRemote(ballot) ? (
              <Card title={lang.t('ballots.secret.card')} level={2}>
                <ButtonLink href={`${here}/secret`}>{lang.t('ballots.secret.card_link')}</ButtonLink>
              </Card>
            ) : null}
            {keeper}
          </>
        }
      />
    </>
  );
};

const Lede = ({ lang, ballot, state, zone }: BallotPageProps) => {
  if (ballot.withdrawal)
    return (
      <>
        {lang.t('ballots.withdrawn_on', { day: lang.date(ballot.withdrawal.on) })} {lang.pick(ballot.withdrawal.reason)}
      </>
    );
  if (ballot.closure) return <strong>{verdictWords(lang, ballot)}</strong>;
  if (state === 'written') return <>{lang.t('ballots.not_open')}</>;
  if (state === 'waiting') return <>{lang.t('ballots.over')}</>;
  const until = ballot.opening?.closesAt;
  return (
    <>
      {until
        ? lang.t('ballots.open_now_until', { moment: momentWords(lang, zone, until) })
        : lang.t('ballots.open_now')}
    </>
  );
};

const Main = (props: BallotPageProps) => {
  const { lang, at, ballot, state, roll, outcomes, persons, left, here, Steps } = props;
  const { opening, closure } = ballot;
  return (
    <Stack>
      {ballot.origin === 'minutes' ? <Notice warn title={lang.t('ballots.afterwards')} /> : null}
      <Section title={lang.t(ballot.kind === 'motion' ? 'ballots.motion' : 'ballots.question')} id="words">
        <Said lang={lang} texts={ballot.words} />
        {ballot.options.length > 0 ? (
          <ol>
            {ballot.options.map(({ id, label }) => (
              <li key={id}>{lang.pick(label)}</li>
            ))}
          </ol>
        ) : null}
      </Section>
      {props.consulted}
      <EffectOf lang={lang} at={at} ballot={ballot} mayFill={props.keeper !== null} />
      {opening && closure ? <ResultSteps {...{ lang, at, ballot, opening, closure, roll, outcomes, Steps }} /> : null}
      {closure ? <Stands lang={lang} ballot={ballot} closure={closure} /> : null}
      <Section title={lang.t('ballots.facts')} id="facts">
        <BallotFacts {...props} />
      </Section>
      {left.length > 0 ? (
        <Notice warn title={lang.t('ballots.left', { n: left.length, seats: lang.list(left.map(String)) })} />
      ) : null}
      {opening && state !== 'withdrawn' ? (
        <>
          {closure ? null : <p class="quiet">{lang.t('ballots.no_totals')}</p>}
          <RollCall lang={lang} ballot={ballot} opening={opening} roll={roll} outcomes={outcomes} persons={persons} />
        </>
      ) : null}
      {closure && opening ? (
        <details>
          <summary>{lang.t('ballots.more')}</summary>
          <ul>
            <li>
              <Link href={`${here}/roll.csv`}>{lang.t('ballots.csv')}</Link>
            </li>
            <li>
              <Link href={`${here}/export.json`}>{lang.t('ballots.json')}</Link>
            </li>
            <li>
              {lang.t('ballots.roll_hash')} <code>{opening.rollHash}</code>
            </li>
            <li>
              {lang.t('ballots.result_hash')} <code>{closure.resultHash}</code>
            </li>
          </ul>
        </details>
      ) : null}
    </Stack>
  );
};
