import { useState } from 'preact/hooks';
import { MARKS, type Mark, type Motion } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import { Arithmetic } from './arithmetic.tsx';
import { Calling } from './calling.tsx';
import { Counting } from './counting.tsx';
import { type Found, foundOf } from './outcome.ts';
import { sumOf, verdictOf } from './result-words.ts';
import type { Desk } from './use-desk.ts';
import { constituencyWords } from './words.ts';

/** A motion: while it is open its votes are taken; when it ended its result, with the arithmetic. */
export function MotionPart({ desk, motion }: { readonly desk: Desk; readonly motion: Motion }) {
  const { lang } = usePhone();
  const { snapshot, walked, does } = desk;
  const [chair, chairSays] = useState<Mark | null>(null);
  const found = foundOf(snapshot, walked.hall, motion, chair);
  if (motion.ended) return <Result desk={desk} motion={motion} found={found} />;
  const asksChair = found?.outcome?.reason === 'tie_chair';
  return (
    <section class="stack">
      <p class="big">{motion.words}</p>
      <p class="quiet">
        {lang.t(`phone.decision.${motion.decision}`)}, {lang.t(`phone.motion.${motion.counting}`)}
      </p>
      {motion.counting === 'names' ? <Calling desk={desk} motion={motion} /> : <Counting desk={desk} motion={motion} />}
      {asksChair ? (
        <fieldset>
          <legend>{lang.t('phone.chair.how')}</legend>
          {MARKS.map((mark) => (
            <label key={mark} class="pick">
              <input type="radio" name="chair" checked={chair === mark} onChange={() => chairSays(mark)} />
              {lang.t(`phone.mark.${mark}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div class="acts">
        <button
          type="button"
          class="btn"
          disabled={asksChair && chair === null}
          onClick={() => void does({ kind: 'motion_ended', motion: motion.id, chair: asksChair ? chair : null })}
        >
          {lang.t('phone.motion.end')}
        </button>
      </div>
    </section>
  );
}

interface ResultProps {
  readonly desk: Desk;
  readonly motion: Motion;
  readonly found: Found | null;
}

function Result({ desk: { snapshot }, motion, found }: ResultProps) {
  const { lang } = usePhone();
  if (!found) return null;
  const { quorum, outcome } = found;
  const word = verdictOf(found);
  const stands = word === 'adopted';
  const counts = { for: sumOf(found, 'for'), against: sumOf(found, 'against'), abstain: sumOf(found, 'abstain') };
  const why = outcome && /^(nobody|tie_)/.test(outcome.reason) ? (outcome.reason as 'nobody' | 'tie_chair') : null;
  return (
    <section class="stack">
      <p>{motion.words}</p>
      <p class={`big ${stands ? 'yes' : 'nope'}`} role="status">
        {stands ? '✓' : '✕'} {lang.t(`phone.result.${word}`)}
      </p>
      <p>
        {lang.t('phone.result.counts', counts)}.{' '}
        {outcome ? `${lang.t('phone.result.article', { article: outcome.article })}. ` : ''}
        {why ? lang.t(`phone.result.${why}`) : ''}
      </p>
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
    </section>
  );
}
