import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import type { ItemState } from '../../schema.ts';

const SHAPES: Readonly<Record<ItemState, StateKind>> = {
  published: 'complete',
  partly: 'limited',
  stale: 'under_way',
  not_found: 'no_report',
  unchecked: 'not_assessed',
};

/** The state of an item on a day: a shape and a word. */
export const ItemChip = ({ lang, state }: { readonly lang: Lang; readonly state: ItemState }) => (
  <State lang={lang} kind={SHAPES[state]}>
    {lang.t(`accountability.checklists.state.${state}`)}
  </State>
);
