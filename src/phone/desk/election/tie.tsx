import { useState } from 'preact/hooks';
import type { Option } from '#modules/ballots/schema.ts';
import type { Settled } from '#modules/ballots/tallies/schema.ts';
import { usePhone } from '../../shell/phone.ts';
import type { ElectionFound } from './outcome.ts';

interface TieFormProps {
  readonly tie: NonNullable<ElectionFound['tie']>;
  readonly options: readonly Option[];
  readonly keep: (settled: Pick<Settled, 'option' | 'by' | 'before'>) => void;
}

/** Equal options: whom the chair or the lot chose, and before whom. What is written here becomes public, so no names. */
export function TieForm({ tie, options, keep }: TieFormProps) {
  const { lang } = usePhone();
  const [option, choose] = useState('');
  const [by, writeBy] = useState('');
  const [before, writeBefore] = useState('');
  const [missing, miss] = useState(false);
  return (
    <form
      class="call"
      onSubmit={(event) => {
        event.preventDefault();
        const whole = option !== '' && by.trim() !== '' && before.trim() !== '';
        miss(!whole);
        if (!whole) return;
        keep({ option, by: by.trim(), before: before.trim() });
        choose('');
      }}
    >
      <fieldset>
        <legend>{lang.t(`phone.election.tie.${tie.how}`, { article: tie.article })}</legend>
        {options
          .filter(({ id }) => tie.between.includes(id))
          .map(({ id, label }) => (
            <label key={id} class="pick">
              <input type="radio" name="tie" checked={option === id} onChange={() => choose(id)} />
              <span>{lang.pick(label)}</span>
            </label>
          ))}
      </fieldset>
      {tie.goesOut ? <p>{lang.t('phone.election.tie.out')}</p> : null}
      {(
        [
          ['by', by, writeBy],
          ['before', before, writeBefore],
        ] as const
      ).map(([name, value, write]) => (
        <label key={name} class="field">
          <span class="label">{lang.t(`phone.election.tie.${name}`)}</span>
          <input class="in" maxLength={200} value={value} onInput={(event) => write(event.currentTarget.value)} />
        </label>
      ))}
      {missing ? (
        <p class="wrong" role="alert">
          {lang.t('phone.add.missing')}
        </p>
      ) : null}
      <div class="acts">
        <button type="submit" class="btn">
          {lang.t('phone.election.keep')}
        </button>
      </div>
    </form>
  );
}
