import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import type { State as VersionState } from '../../schema.ts';

const DRAWN: Readonly<Record<VersionState, StateKind>> = {
  draft: 'not_started',
  proposed: 'under_way',
  adopted: 'substantial',
  in_force: 'complete',
  replaced: 'withdrawn',
};

/** The state of a version in a word, with its mark. */
export const VersionStateChip = ({ lang, state }: { readonly lang: Lang; readonly state: VersionState }) => (
  <State lang={lang} kind={DRAWN[state]}>
    {lang.t(`forum.documents.state.${state}`)}
  </State>
);
