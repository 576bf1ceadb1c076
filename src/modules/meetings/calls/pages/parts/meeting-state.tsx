import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import { stateOf } from '../../rules.ts';
import type { Meeting, MeetingState } from '../../schema.ts';

const SHAPES: Readonly<Record<MeetingState, StateKind>> = {
  ...{ draft: 'not_assessed', called: 'not_started', cancelled: 'withdrawn', running: 'under_way', ended: 'complete' },
};

/** What a meeting is now, as a shape and a word. */
export const MeetingStateChip = ({ lang, meeting }: { readonly lang: Lang; readonly meeting: Meeting }) => {
  const state = stateOf(meeting);
  return (
    <State lang={lang} kind={SHAPES[state]}>
      {lang.t(`meetings.state.${state}`)}
    </State>
  );
};
