import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { ResultProps } from '#ui/result.tsx';
import type { FigureShown } from '../../../binding/schema.ts';
import type { CellSeen, Story } from '../../rules.ts';
import type { Deeds, Dossier } from '../../schema.ts';

/** What every part of a measure's page gets. */
export interface Shown {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly dossier: Dossier;
  readonly story: Story;
  readonly deeds: Deeds;
  /** Address below the forum. */
  readonly at: (path: string) => string;
  /** Address of this measure. */
  readonly base: string;
  readonly notice: string | null;
  /** What a deed came to, for others to hear of. */
  readonly result: Omit<ResultProps, 'lang'> | null;
  /** The one executor whose words are shown at length, where there are many. */
  readonly opened: string | null;
  /** What surveys found that is bound to its indicators and evaluations. */
  readonly figures: readonly FigureShown[];
}

/** What the parts get that say what is known of the measure: data alone, but for the deeds. */
export type WordsShown = Pick<Shown, 'lang' | 'today' | 'dossier' | 'story' | 'deeds' | 'base' | 'opened' | 'figures'>;

/** The same for one executor's cell; `alone`: it is the only one. */
export type CellShown = WordsShown & { readonly cell: CellSeen; readonly alone: boolean };

export const nameOf = (lang: Lang, dossier: Dossier, body: string): string =>
  lang.pick(dossier.bodies.find((named) => named.id === body)?.name ?? {});
