import { useState } from 'preact/hooks';
import { isApart } from '#modules/ballots/counting/rules.ts';
import { slipOfLine } from '#modules/ballots/tallies/slips/rules.ts';
import { electorsIn, pilesAgree } from '#modules/meetings/desk/elections/rules.ts';
import type { Election, Pile, Prepared } from '#modules/meetings/desk/elections/schema.ts';
import { countedPresence } from '#modules/meetings/desk/rules.ts';
import { usePhone } from '../../shell/phone.ts';
import type { Desk } from '../use-desk.ts';
import { constituencyWords } from '../words.ts';
import { OptionList } from './choosing.tsx';
import { optionsOf } from './outcome.ts';

interface PileCountingProps {
  readonly desk: Desk;
  readonly election: Election;
  readonly prepared: Prepared;
}

/** Printed slips counted twice: the second counter does not see what the first one wrote. */
export function PileCounting({ desk, election, prepared }: PileCountingProps) {
  const { lang } = usePhone();
  const [first, second] = election.piles;
  const agree = pilesAgree(election);
  const sum = first?.reduce((all, { count }) => all + count, 0) ?? 0;
  return (
    <div class="call">
      {prepared.kind === 'choice' ? null : <OptionList options={optionsOf(election, prepared)} />}
      {([1, 2] as const).map((counter) => {
        const own = counter === 1 ? first : second;
        // The second counter waits for the first; both are asked again when they differ.
        if (counter === 2 && !first) return null;
        const open = !own || (second !== null && !agree);
        return (
          <section key={counter}>
            <h4>{lang.t(counter === 1 ? 'phone.count.first' : 'phone.count.second')}</h4>
            {counter === 1 && own && !second ? <p>{lang.t('phone.count.hidden')}</p> : null}
            {open ? (
              <PileForm
                {...{ desk, election, prepared }}
                keep={(piles) => desk.does({ kind: 'piles', election: election.id, counter, piles })}
              />
            ) : null}
          </section>
        );
      })}
      {first && second ? (
        <p class={agree ? 'say yes' : 'say no'} role="status">
          {agree ? lang.t('phone.election.kept', { n: sum }) : lang.t('meetings.desk.no.slips_differ')}
        </p>
      ) : null}
    </div>
  );
}

interface PileFormProps extends PileCountingProps {
  readonly keep: (piles: readonly Pile[]) => Promise<boolean>;
}

/** Numbers of each option, or slips as they lie there, one a line; blank and spoilt ones as numbers. */
function PileForm({ desk: { snapshot, walked }, election, prepared, keep }: PileFormProps) {
  const { lang } = usePhone();
  const [typed, type] = useState<Readonly<Record<string, string>>>({});
  const [wrong, say] = useState<string | null>(null);
  const { kind } = prepared;
  const options = optionsOf(election, prepared);
  const places = countedPresence(snapshot, electorsIn(snapshot, walked.hall, prepared));
  const most = (own: typeof places) => own.reduce((all, { present, recused }) => all + present - recused, 0);
  const boxes = isApart(snapshot.book, prepared)
    ? places.map((place) => ({
        ...{ box: place.constituency as string | null, most: most([place]) },
        name: constituencyWords(lang, snapshot, place.constituency),
      }))
    : [{ box: null, most: most(places), name: lang.t('phone.election.all_boxes') }];
  const counted = [
    ...(kind === 'choice'
      ? options.map(({ id, label }, at) => ({
          ...{ key: id, name: lang.pick(label), slip: options.map((_, i) => (i === at ? 1 : 0)) as Pile['slip'] },
        }))
      : []),
    { key: 'blank', name: lang.t('phone.election.blank'), slip: 'blank' as Pile['slip'] },
    { key: 'invalid', name: lang.t('phone.election.invalid'), slip: 'invalid' as Pile['slip'] },
  ];
  const read = (): readonly Pile[] | null => {
    const piles: Pile[] = [];
    for (const { box } of boxes) {
      for (const { key, slip } of counted) {
        const text = (typed[`${box} ${key}`] ?? '').trim();
        // Nothing typed is nobody; what is no number is refused by the law.
        piles.push({ box, slip, count: text === '' ? 0 : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN });
      }
      const lines = kind === 'choice' ? [] : (typed[`${box} lines`] ?? '').split('\n').map((one) => one.trim());
      for (const [i, line] of lines.entries()) {
        if (line === '') continue;
        const slip = slipOfLine(kind, options.length, line);
        if (!slip) {
          say(lang.t('phone.election.line_wrong', { line: i + 1, text: line.slice(0, 40) }));
          return null;
        }
        piles.push({ box, slip, count: 1 });
      }
    }
    say(null);
    return piles;
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const piles = read();
        if (piles) void keep(piles).then((kept) => kept && type({}));
      }}
    >
      {boxes.map(({ box, name, most: free }) => (
        <fieldset key={box ?? ''}>
          <legend>{lang.t('phone.count.of', { name, most: free })}</legend>
          {kind === 'choice' ? null : (
            <label class="field">
              <span class="label">{lang.t('phone.election.lines')}</span>
              <span class="hint">{lang.t(`phone.election.line.${kind}`)}</span>
              <textarea
                class="in"
                rows={6}
                value={typed[`${box} lines`] ?? ''}
                onInput={(event) => type({ ...typed, [`${box} lines`]: event.currentTarget.value })}
              />
            </label>
          )}
          <div class={kind === 'choice' ? 'stack' : 'four'}>
            {counted.map(({ key, name: of }) => (
              <label key={key} class="field">
                <span class="label">{of}</span>
                <input
                  class="in in-s"
                  inputMode="numeric"
                  autocomplete="off"
                  value={typed[`${box} ${key}`] ?? ''}
                  onInput={(event) => type({ ...typed, [`${box} ${key}`]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {wrong ? (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      <div class="acts">
        <button type="submit" class="btn">
          {lang.t('phone.count.keep')}
        </button>
      </div>
    </form>
  );
}
