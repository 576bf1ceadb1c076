import { useEffect, useRef, useState } from 'preact/hooks';
import { blankOrInvalid, slipOfLine } from '#modules/ballots/tallies/slips/rules.ts';
import { electorsIn, mayChoose } from '#modules/meetings/desk/elections/rules.ts';
import type { Choice, Election, Prepared } from '#modules/meetings/desk/elections/schema.ts';
import { usePhone } from '../../shell/phone.ts';
import type { Desk } from '../use-desk.ts';
import { numberOf, seatWords } from '../words.ts';
import { optionsOf } from './outcome.ts';

interface ChoosingProps {
  readonly desk: Desk;
  readonly election: Election;
  readonly prepared: Prepared;
}

/** Names called one by one: of a choice one press, else the numbers of the options are typed. */
export function Choosing({ desk, election, prepared }: ChoosingProps) {
  const { lang } = usePhone();
  const { snapshot, walked, does } = desk;
  const [again, callAgain] = useState<string | null>(null);
  const [line, type] = useState('');
  const [wrong, isWrong] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const voters = electorsIn(snapshot, walked.hall, prepared).filter(mayChoose);
  const called = again ?? voters.find(({ seat }) => !election.said.has(seat))?.seat ?? null;
  const options = optionsOf(election, prepared);
  const say = (slip: Choice) => {
    if (!called) return;
    callAgain(null);
    type('');
    void does({ kind: 'choice', election: election.id, seat: called, slip });
  };
  const typed = (): void => {
    const slip = slipOfLine(prepared.kind, options.length, line.trim());
    const asked = { kind: prepared.kind, method: prepared.method, options: options.map(({ id }) => id) };
    const fits = slip !== null && blankOrInvalid(asked, slip) === null;
    isWrong(!fits);
    if (fits) say(slip);
  };
  useEffect(() => panel.current?.focus(), []);
  return (
    <div class="call" ref={panel} tabIndex={-1}>
      <p class="quiet">{called ? lang.t('phone.call.now') : lang.t('phone.call.all')}</p>
      <p class="who" role="status">
        {called ? seatWords(lang, snapshot, called) : null}
      </p>
      {prepared.kind === 'choice' ? (
        <div class="stack">
          {options.map(({ id, label }, at) => (
            <button
              key={id}
              type="button"
              class="btn"
              disabled={!called}
              onClick={() => say(options.map((_, i) => (i === at ? 1 : 0)))}
            >
              {at + 1}. {lang.pick(label)}
            </button>
          ))}
        </div>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            typed();
          }}
        >
          <OptionList options={options} />
          <label class="field">
            <span class="label">{lang.t(`phone.election.line.${prepared.kind}`)}</span>
            <input
              class="in"
              inputMode="numeric"
              autocomplete="off"
              value={line}
              aria-invalid={wrong || undefined}
              onInput={(event) => type(event.currentTarget.value)}
            />
          </label>
          {wrong ? (
            <p class="wrong" role="alert">
              {lang.t('phone.election.line_wrong', { line: 1, text: line })}
            </p>
          ) : null}
          <div class="acts">
            <button type="submit" class="btn" disabled={!called}>
              {lang.t('phone.election.keep')}
            </button>
          </div>
        </form>
      )}
      <div class="acts">
        <button type="button" class="btn second" disabled={!called} onClick={() => say('blank')}>
          {lang.t('phone.election.blank')}
        </button>
      </div>
      <h4>{lang.t('phone.call.list')}</h4>
      <ul class="said">
        {voters
          .filter(({ seat }) => election.said.has(seat))
          .map(({ seat }) => (
            <li key={seat}>
              <button type="button" class="plain" onClick={() => callAgain(seat)}>
                {numberOf(snapshot, seat)}
                <span class="vh">: {lang.t('phone.call.change', { number: numberOf(snapshot, seat) })}</span>
              </button>
              {': '}
              {choiceWords(election.said.get(seat)!, lang.t('phone.election.blank'))}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** "1, 3" of marks, "2 1 3" of an order. */
function choiceWords(slip: Choice, blank: string): string {
  if (slip === 'blank') return blank;
  const marked = slip.flatMap((rank, i) => (rank > 0 ? [{ rank, number: i + 1 }] : []));
  const isOrder = marked.some(({ rank }) => rank > 1);
  const sorted = marked.toSorted((a, b) => a.rank - b.rank);
  return sorted.map(({ number }) => number).join(isOrder ? ' ' : ', ');
}

export function OptionList({ options }: { readonly options: Prepared['options'] }) {
  const { lang } = usePhone();
  return (
    <ol>
      {options.map(({ id, label }) => (
        <li key={id}>{lang.pick(label)}</li>
      ))}
    </ol>
  );
}
