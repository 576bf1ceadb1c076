import { useState } from 'preact/hooks';
import { countedPresence, presenceIn, slipsAgree } from '#modules/meetings/desk/rules.ts';
import type { Count, Motion } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import type { Desk } from './use-desk.ts';
import { constituencyWords } from './words.ts';

const HANDS = ['for', 'against', 'abstain'] as const;
const SLIPS = [...HANDS, 'spoilt'] as const;

/** Hands, or printed slips twice: the second counter does not see what the first one wrote. */
export function Counting({ desk, motion }: { readonly desk: Desk; readonly motion: Motion }) {
  const { lang } = usePhone();
  const { does } = desk;
  if (motion.counting === 'hands')
    return (
      <div class="call">
        {motion.hands ? <Kept counts={motion.hands} /> : null}
        <CountForm
          desk={desk}
          motion={motion}
          marks={HANDS}
          keep={(counts) => does({ kind: 'hands', motion: motion.id, counts })}
        />
      </div>
    );
  const [first, second] = motion.slips;
  const agree = slipsAgree(motion);
  return (
    <div class="call">
      {([1, 2] as const).map((counter) => {
        const own = counter === 1 ? first : second;
        // The second counter waits for the first; both are asked again when they differ.
        if (counter === 2 && !first) return null;
        const open = !own || (second !== null && !agree);
        return (
          <section key={counter}>
            <h3>{lang.t(counter === 1 ? 'phone.count.first' : 'phone.count.second')}</h3>
            {counter === 1 && own && !second ? <p>{lang.t('phone.count.hidden')}</p> : null}
            {open ? (
              <CountForm
                key={`${motion.id} ${counter}`}
                desk={desk}
                motion={motion}
                marks={SLIPS}
                keep={(counts) => does({ kind: 'slips', motion: motion.id, counter, counts })}
              />
            ) : null}
          </section>
        );
      })}
      {first && second ? (
        <p class={agree ? 'say yes' : 'say no'} role="status">
          {lang.t(agree ? 'phone.count.agree' : 'meetings.desk.no.slips_differ')}
        </p>
      ) : null}
      {agree && first ? <Kept counts={first} /> : null}
    </div>
  );
}

function Kept({ counts }: { readonly counts: readonly Count[] }) {
  const { lang } = usePhone();
  const sum = (mark: (typeof HANDS)[number]): number => counts.reduce((all, one) => all + one[mark], 0);
  return (
    <p role="status">
      {lang.t('phone.count.kept', { for: sum('for'), against: sum('against'), abstain: sum('abstain') })}
    </p>
  );
}

interface CountFormProps {
  readonly desk: Desk;
  readonly motion: Motion;
  readonly marks: readonly (typeof SLIPS)[number][];
  readonly keep: (counts: readonly Count[]) => Promise<boolean>;
}

function CountForm({ desk: { snapshot, walked }, motion, marks, keep }: CountFormProps) {
  const { lang } = usePhone();
  const [typed, type] = useState<Readonly<Record<string, string>>>({});
  const places = countedPresence(snapshot, presenceIn(snapshot, walked.hall, motion.item));
  const number = (constituency: string, mark: string): number => {
    const text = (typed[`${constituency} ${mark}`] ?? '').trim();
    // Nothing typed is nobody; what is no number is refused by the law.
    return text === '' ? 0 : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  };
  const counts = places.map(({ constituency }): Count => {
    const of = (mark: (typeof SLIPS)[number]): number => (marks.includes(mark) ? number(constituency, mark) : 0);
    return { constituency, for: of('for'), against: of('against'), abstain: of('abstain'), spoilt: of('spoilt') };
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(counts).then((kept) => kept && type({}));
      }}
    >
      {places.map(({ constituency, present, recused }) => (
        <fieldset key={constituency}>
          <legend>
            {lang.t('phone.count.of', {
              name: constituencyWords(lang, snapshot, constituency),
              most: present - recused,
            })}
          </legend>
          <div class="four">
            {marks.map((mark) => (
              <label key={mark}>
                {lang.t(`phone.mark.${mark}`)}
                <input
                  class="in"
                  inputMode="numeric"
                  autocomplete="off"
                  value={typed[`${constituency} ${mark}`] ?? ''}
                  onInput={(event) => type({ ...typed, [`${constituency} ${mark}`]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div class="acts">
        <button type="submit" class="btn">
          {lang.t('phone.count.keep')}
        </button>
      </div>
    </form>
  );
}
