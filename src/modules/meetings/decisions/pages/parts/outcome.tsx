import type { Lang } from '#core/i18n/lang.ts';
import { State } from '#ui/state.tsx';
import type { Decision, OutcomeState } from '../../schema.ts';

const SHAPES = { under_way: 'under_way', carried_out: 'complete', given_up: 'withdrawn' } as const satisfies Record<
  OutcomeState,
  string
>;

interface OutcomeChipProps {
  readonly lang: Lang;
  readonly decision: Decision;
  /** A later decision stands in its place. */
  readonly corrected: boolean;
}

/** What became of a decision, as a shape and a word. */
export const OutcomeChip = ({ lang, decision, corrected }: OutcomeChipProps) => {
  const last = decision.outcomes.at(-1);
  if (corrected)
    return (
      <State lang={lang} kind="withdrawn">
        {lang.t('meetings.decisions.corrected')}
      </State>
    );
  return (
    <State lang={lang} kind={last ? SHAPES[last.state] : 'no_report'}>
      {lang.t(last ? `meetings.outcome.${last.state}` : 'meetings.outcome.unknown')}
    </State>
  );
};
