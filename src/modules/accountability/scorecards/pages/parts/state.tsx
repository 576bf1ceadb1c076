import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { State, type StateKind } from '#ui/state.tsx';
import { type CardState, stateOn } from '../../rules.ts';
import type { Card, Size } from '../../schema.ts';

const SHAPES: Readonly<Record<CardState, StateKind>> = {
  with_body: 'not_started',
  deciding: 'under_way',
  public: 'complete',
};

/** Where a scorecard stands on a day: a shape and a word. */
export const CardChip = ({
  lang,
  card,
  today,
}: {
  readonly lang: Lang;
  readonly card: Card;
  readonly today: PlainDate;
}) => {
  const state = stateOn(card, today);
  return (
    <State lang={lang} kind={SHAPES[state]}>
      {lang.t(`accountability.scorecards.state.${state}`)}
    </State>
  );
};

/** "municipality, 2000 to 9999 inhabitants": with whom a body is compared. */
export const classWords = (lang: Lang, { kind, size }: Pick<Card, 'kind'> & { readonly size: Size | null }): string =>
  size === null
    ? lang.t(`places.body_kind.${kind}`)
    : lang.t('accountability.scorecards.class', {
        kind: lang.t(`places.body_kind.${kind}`),
        size: lang.t(`accountability.scorecards.size.${size}`),
      });
