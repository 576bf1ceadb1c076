import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';

export interface Step {
  readonly label: string;
  /** Steps already answered can be opened again. */
  readonly href?: string | undefined;
}

/** Where one stands in a long form; the last step is "Check your answers". `current` counts from 0. */
export const Steps = ({
  lang,
  steps,
  current,
}: {
  readonly lang: Lang;
  readonly steps: readonly Step[];
  readonly current: number;
}) => (
  <nav class="steps" aria-label={lang.t('ui.steps.where', { n: current + 1, of: steps.length })}>
    <ol>
      {steps.map((step, i) => (
        <li key={step.label} class={i < current ? 'past' : undefined} aria-current={i === current ? 'step' : undefined}>
          {step.href && i < current ? <Link href={step.href}>{step.label}</Link> : step.label}
          {i < current ? <span class="vh"> ({lang.t('ui.steps.done')})</span> : null}
        </li>
      ))}
    </ol>
  </nav>
);
