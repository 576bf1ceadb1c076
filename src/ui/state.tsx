import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';

/** The states the kit can draw. Each has a shape and a word; colour only helps. */
export const STATES = [
  'not_started',
  'under_way',
  'limited',
  'substantial',
  'complete',
  'late',
  'withdrawn',
  'no_report',
  'not_assessed',
] as const;
export type StateKind = (typeof STATES)[number];

interface StateProps {
  readonly lang: Lang;
  readonly kind: StateKind;
  /** Instead of the plain word: "Late by 54 days", "In force, month 8 of 20". */
  readonly children?: ComponentChildren | undefined;
}

/** The plain word of a state, for sentences, charts and options. */
export const stateWord = (lang: Lang, kind: StateKind): string => lang.t(`ui.state.${kind}`);

export const State = ({ lang, kind, children }: StateProps) => (
  <span class={`state s-${kind}`}>
    <svg aria-hidden="true" width="14" height="14">
      <use href={`#s-${kind}`} />
    </svg>
    <span>{children ?? stateWord(lang, kind)}</span>
  </span>
);
