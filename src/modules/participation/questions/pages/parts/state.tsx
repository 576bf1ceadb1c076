import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import type { QuestionState } from '../../schema.ts';

const KIND: Readonly<Record<QuestionState, StateKind>> = {
  waiting: 'not_started',
  withdrawn: 'withdrawn',
  refused: 'withdrawn',
  open: 'under_way',
  answered: 'complete',
};

/** The state of a question as a chip: a shape and a word. */
export const QuestionChip = ({ lang, state }: { readonly lang: Lang; readonly state: QuestionState }) => (
  <State lang={lang} kind={KIND[state]}>
    {lang.t(`participation.state.${state}`)}
  </State>
);
