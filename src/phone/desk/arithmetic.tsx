import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { Share, Step } from '#modules/forum/rulebook/schema.ts';

/** "more than half", "at least 2/3": as the site says it. */
function shareWords(lang: PlainLang, { than, part, whole }: Share): string {
  if (part * 2 === whole) return lang.t(`forum.rulebook.share.${than}_half`);
  if (part === whole) return lang.t('forum.rulebook.share.whole');
  return lang.t(`forum.rulebook.share.${than}`, { share: whole === 100 ? `${part} %` : `${part}/${whole}` });
}

interface ArithmeticProps {
  readonly lang: PlainLang;
  readonly caption: string;
  readonly steps: readonly Step[];
  readonly nameOf: (constituency: string) => string;
}

/** How a quorum or a majority was found, one comparison of whole numbers a line. */
export const Arithmetic = ({ lang, caption, steps, nameOf }: ArithmeticProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved sideways must be reachable by keyboard
  <section class="scroll" tabIndex={0} aria-label={caption}>
    <table class="sum">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {(['who', 'asked', 'counts', 'sum', 'met'] as const).map((head) => (
            <th key={head} scope="col">
              {lang.t(`forum.rulebook.steps.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, i) => (
          <tr key={`${i} ${step.constituency}`}>
            <th scope="row">
              {step.constituency === null ? lang.t('forum.rulebook.steps.all') : nameOf(step.constituency)}
            </th>
            <td>{lang.t(`forum.rulebook.of.${step.of}`, { share: shareWords(lang, step.share) })}</td>
            <td>{lang.t('forum.rulebook.steps.have_of', { have: step.have, out: step.out })}</td>
            <td>{step.skipped || step.out === 0 ? null : compared(step)}</td>
            <td>{lang.t(`forum.rulebook.steps.${step.skipped ? 'skipped' : step.met ? 'yes' : 'no'}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** "12 × 2 = 24 > 23 × 1 = 23" */
function compared({ have, out, left, right, share }: Step): string {
  const sign = left > right ? '>' : left === right ? '=' : '<';
  return `${have} × ${share.whole} = ${left} ${sign} ${right} = ${out} × ${share.part}`;
}
