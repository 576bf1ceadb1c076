import type { Lang } from '#core/i18n/lang.ts';
import { State as Chip, type StateKind } from '#ui/state.tsx';
import type { Judged, Request, State } from '../../schema.ts';

const SHAPES: Readonly<Record<State, StateKind>> = {
  waiting: 'not_assessed',
  refused: 'withdrawn',
  ready: 'not_assessed',
  sent: 'not_started',
  overdue: 'late',
  told: 'not_assessed',
  in_time: 'complete',
  late: 'complete',
  answered: 'complete',
};

/** The state of a request on a day: a shape and a word. */
export const RequestChip = ({ lang, state }: { readonly lang: Lang; readonly state: State }) => (
  <Chip lang={lang} kind={SHAPES[state]}>
    {lang.t(`accountability.requests.state.${state}`)}
  </Chip>
);

const judged = (lang: Lang, kind: Judged): string => lang.t(`accountability.requests.judged.${kind}`);

/** "Refused: no ground was named", as the one who asked says. */
export function judgedWords(lang: Lang, judgement: Request['judgement']): string | null {
  if (!judgement) return null;
  const said = judged(lang, judgement.kind);
  return judgement.ground ? `${said}: ${lang.t(`accountability.requests.ground.${judgement.ground}`)}` : said;
}
