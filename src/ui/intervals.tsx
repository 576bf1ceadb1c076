import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { At } from './mark.tsx';

/** One share with its base. Shares are 0 to 1. */
export interface Estimate {
  readonly label: ComponentChildren;
  /** Null: too few to show, or not asked; `note` says which. */
  readonly share: number | null;
  /** Null: the people were chosen by us, so there is no interval. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** How many answered. Null: the source does not say. */
  readonly n: number | null;
  readonly note?: string | undefined;
  /** 2 and 3 are later waves of the same question: other mark. */
  readonly wave?: 1 | 2 | 3 | undefined;
}

interface IntervalsProps {
  readonly lang: Lang;
  readonly title: string;
  readonly estimates: readonly Estimate[];
}

const MARKS = { 1: 'M-6 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0z', 2: 'M0-7 7 0 0 7-7 0z', 3: 'M-5-5h10v10h-10z' } as const;
/** Percent of the scale; what lies outside is drawn at its end. */
const at = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;

/** Shares with their intervals under each other, on one scale from 0 to 100 %. Each line says its figures in words. */
export const Intervals = ({ lang, title, estimates }: IntervalsProps) => (
  <figure class="ivals">
    <figcaption class="vh">{title}</figcaption>
    <ul>
      {estimates.map((estimate) => (
        <li>
          <span class="what">{estimate.label}</span>
          <Line estimate={estimate} />
          <span class="num">{inWords(lang, estimate)}</span>
        </li>
      ))}
    </ul>
    <div class="scale num" aria-hidden="true">
      <span>0 %</span>
      <span>50 %</span>
      <span>100 %</span>
    </div>
  </figure>
);

const Line = ({ estimate: { share, interval, wave } }: { readonly estimate: Estimate }) => (
  <span class="plot">
    <svg aria-hidden="true" width="100%">
      <line class="grid" y2="100%" />
      <line class="grid" x1="50%" x2="50%" y2="100%" />
      <line class="grid" x1="100%" x2="100%" y2="100%" />
      {interval ? (
        <line class="span" x1={`${at(interval.low)}%`} x2={`${at(interval.high)}%`} y1="50%" y2="50%" />
      ) : null}
      {share === null ? null : (
        <At x={at(share)} y="50%">
          <path class={interval ? 'mark' : 'mark open'} d={MARKS[wave ?? 1]} />
        </At>
      )}
    </svg>
  </span>
);

function inWords(lang: Lang, { share, interval, n, note }: Estimate): ComponentChildren {
  const percent = (value: number): string => lang.number(Math.round(value * 1000) / 10);
  const base = n === null ? lang.t('ui.intervals.no_n') : `n = ${lang.number(n)}`;
  return (
    <>
      {share === null ? null : <b>{percent(share)} % </b>}
      {interval ? (
        <span>({lang.t('ui.intervals.range', { low: percent(interval.low), high: percent(interval.high) })}) </span>
      ) : null}
      <small>{[base, note].filter(Boolean).join('; ')}</small>
    </>
  );
}
