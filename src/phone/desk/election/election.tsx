import { useState } from 'preact/hooks';
import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { Settled } from '#modules/ballots/tallies/schema.ts';
import { pilesAgree, preparedIn, preparedOf } from '#modules/meetings/desk/elections/rules.ts';
import type { Election, Prepared } from '#modules/meetings/desk/elections/schema.ts';
import type { Hall, ItemHeld, Snapshot } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../../shell/phone.ts';
import { newId } from '../../store/new-id.ts';
import { Arithmetic } from '../arithmetic.tsx';
import type { Desk } from '../use-desk.ts';
import { constituencyWords } from '../words.ts';
import { Choosing } from './choosing.tsx';
import { type ElectionFound, electionFound, optionsOf } from './outcome.ts';
import { PileCounting } from './pile-counting.tsx';
import { TieForm } from './tie.tsx';

/** Elections prepared for the open item that were not held yet, and next rounds that follow of those that were. */
export function ElectionKeys({ desk, held }: { readonly desk: Desk; readonly held: ItemHeld }) {
  const { lang, clock } = usePhone();
  const { snapshot, walked, does } = desk;
  const rounds = preparedIn(snapshot)
    .filter(({ item }) => item === held.id)
    .flatMap((prepared) => {
      const [first, second] = held.elections.filter(({ ballot }) => ballot === prepared.id);
      if (!first) return [{ prepared, again: false, options: prepared.options.map(({ id }) => id) }];
      if (second || prepared.second || !first.ended) return [];
      const found = electionFound(snapshot, walked.hall, first, prepared, first.ended.settled);
      const { verdict, between = [] } = found?.result ?? {};
      if (verdict !== 'second_round' && verdict !== 'again') return [];
      const all = prepared.options.map(({ id }) => id);
      return [{ prepared, again: true, options: all.filter((id) => between.length === 0 || between.includes(id)) }];
    });
  if (rounds.length === 0) return null;
  return (
    <div class="acts">
      {rounds.map(({ prepared, again, options }) => (
        <button
          key={prepared.id}
          type="button"
          class="btn"
          onClick={() =>
            void does({
              ...{ kind: 'election', election: newId(clock.now()), item: held.id, ballot: prepared.id },
              ...{ again, options },
            })
          }
        >
          {lang.t(again ? 'phone.election.second' : 'phone.election.begin', { title: lang.pick(prepared.title) })}
        </button>
      ))}
    </div>
  );
}

/** An election: while it is open its votes are taken; when it ended its result. */
export function ElectionPart({ desk, election }: { readonly desk: Desk; readonly election: Election }) {
  const { lang } = usePhone();
  const { snapshot, walked } = desk;
  const [settled, settle] = useState<readonly Settled[]>([]);
  const prepared = preparedOf(snapshot, election);
  if (!prepared) return null;
  const ended = election.ended !== null;
  const found = electionFound(snapshot, walked.hall, election, prepared, election.ended?.settled ?? settled);
  return (
    <section class="stack">
      <h3>
        {lang.pick(prepared.title)}
        {election.again ? ` · ${lang.t('phone.election.round')}` : null}
      </h3>
      {ended ? null : <p class="big">{lang.pick(prepared.words)}</p>}
      <p class="quiet">
        {lang.t(`phone.election.kind.${prepared.kind}`)}, {lang.t(`phone.election.${prepared.secrecy}`)}
      </p>
      {ended ? (
        <Result desk={desk} election={election} prepared={prepared} found={found} />
      ) : (
        <Open {...{ desk, election, prepared, found, settled, settle }} />
      )}
    </section>
  );
}

/** What came of an election that ended, in one line: "Elected: ... 12 votes". */
export function electionWords(
  lang: PlainLang,
  snapshot: Snapshot,
  hall: Hall,
  election: Election,
  prepared: Prepared,
): string | null {
  const found = electionFound(snapshot, hall, election, prepared, election.ended?.settled ?? []);
  if (!found) return null;
  const { option, stands } = found.result;
  const votes = stands.find((one) => one.option === option)?.votes;
  const figures = votes === undefined ? '' : `, ${lang.t('phone.election.votes', { n: votes })}`;
  return `${verdictWords(lang, optionsOf(election, prepared), found)}${figures}`;
}

function verdictWords(lang: PlainLang, options: Prepared['options'], { result }: ElectionFound): string {
  const { verdict, option } = result;
  const label = options.find(({ id }) => id === option)?.label;
  if (verdict === 'elected') return lang.t('phone.election.verdict.elected', { option: lang.pick(label ?? {}) });
  // Those of a motion never come of an election.
  return lang.t(`phone.election.verdict.${verdict as Exclude<typeof verdict, 'elected' | 'adopted' | 'rejected'>}`);
}

interface OfElection {
  readonly desk: Desk;
  readonly election: Election;
  readonly prepared: Prepared;
  readonly found: ElectionFound | null;
}

interface OpenProps extends OfElection {
  readonly settled: readonly Settled[];
  readonly settle: (settled: readonly Settled[]) => void;
}

function Open({ desk, election, prepared, found, settled, settle }: OpenProps) {
  const { lang } = usePhone();
  const secret = prepared.secrecy === 'secret';
  // A tie is asked only when nobody's vote is missing any more.
  const all = secret ? pilesAgree(election) : found?.result.counts.marks.not_voting === 0;
  const tie = all ? found?.tie : null;
  return (
    <>
      {secret ? (
        <PileCounting desk={desk} election={election} prepared={prepared} />
      ) : (
        <Choosing desk={desk} election={election} prepared={prepared} />
      )}
      {secret && all && !found ? (
        <p class="say no" role="alert">
          {lang.t('phone.election.overfull')}
        </p>
      ) : null}
      {tie ? (
        <TieForm
          tie={tie}
          options={optionsOf(election, prepared)}
          keep={(one) => settle([...settled, { ...one, how: tie.how, between: tie.between }])}
        />
      ) : null}
      <div class="acts">
        <button
          type="button"
          class="btn"
          disabled={Boolean(tie) || (secret && all && !found)}
          onClick={() => void desk.does({ kind: 'election_ended', election: election.id, settled })}
        >
          {lang.t('phone.election.end')}
        </button>
      </div>
    </>
  );
}

function Result({ desk: { snapshot }, election, prepared, found }: OfElection) {
  const { lang } = usePhone();
  if (!found) return null;
  const { verdict, stands, outcome, quorum } = found.result;
  const options = optionsOf(election, prepared);
  const label = (id: string) => lang.pick(options.find((one) => one.id === id)?.label ?? {});
  const good = verdict === 'elected';
  return (
    <>
      <p class={`big ${good ? 'yes' : 'nope'}`} role="status">
        {good ? '✓' : '✕'} {verdictWords(lang, options, found)}
      </p>
      {stands.length > 0 ? (
        <ul>
          {stands.map((one) => (
            <li key={one.option}>
              {label(one.option)}: {lang.t('phone.election.votes', { n: one.votes })}
            </li>
          ))}
        </ul>
      ) : null}
      {outcome ? (
        <details>
          <summary>{lang.t('phone.quorum.steps')}</summary>
          <Arithmetic
            lang={lang}
            caption={lang.t('phone.quorum.steps')}
            steps={[...(quorum?.steps.slice(0, 1) ?? []), ...outcome.steps]}
            nameOf={(id) => constituencyWords(lang, snapshot, id)}
          />
        </details>
      ) : null}
      {good ? <p class="quiet small">{lang.t('phone.election.office')}</p> : null}
    </>
  );
}
