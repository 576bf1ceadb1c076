import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { Placed } from '../pages/parts/unit-line.tsx';
import { citation, latest, WITHHELD } from '../rules.ts';
import type { Consultation, Outcome } from '../schema.ts';

/** One line of "you said, we did": a comment or group, and what became of it. */
export interface ReportRow {
  readonly citation: string;
  readonly place: number;
  /** Citations of the comments that it answers. */
  readonly comments: readonly string[];
  /** Where it stands in the draft as it lies open now; null: on the whole draft. */
  readonly article: string | null;
  /** The article is no longer there. */
  readonly gone: boolean;
  /** What was said; null: withheld. */
  readonly said: Texts | null;
  readonly outcome: Outcome | null;
  readonly reason: Texts | null;
  readonly respondedOn: PlainDate | null;
  readonly correctedOn: PlainDate | null;
}

/** Numbers of articles in the order of a document; what is on the whole draft comes first. */
const orderOf = (article: string | null): readonly number[] =>
  article === null ? [-1] : article.split('.').map(Number);

function compareArticles(a: string | null, b: string | null): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const by = (left[i] ?? -1) - (right[i] ?? -1);
    if (by !== 0) return by;
  }
  return 0;
}

/** All that was said in public and what became of it, by article, then by place. */
export function reportRows(
  consultation: Consultation,
  placed: readonly Placed[],
  withheld: WithheldThings,
): readonly ReportRow[] {
  return placed
    .map((one) => rowOf(consultation, one, withheld))
    .toSorted((a, b) => compareArticles(a.article, b.article) || a.place - b.place);
}

function rowOf(consultation: Consultation, { unit, carried }: Placed, withheld: WithheldThings): ReportRow {
  const { response, group, comments } = unit;
  const isGone = !group && comments.some(({ id }) => withheld.of(WITHHELD.comment, id));
  const shown = response && !withheld.of(WITHHELD.response, response.id) ? response : null;
  return {
    ...{ citation: citation(consultation, unit.place), place: unit.place, gone: carried.kind === 'gone' },
    comments: comments.map(({ place }) => citation(consultation, place)),
    article: carried.kind === 'gone' ? (comments[0]?.article ?? null) : carried.article,
    said: group?.gist ?? (isGone ? null : (comments[0]?.text ?? null)),
    outcome: response ? latest(response).outcome : null,
    reason: shown && latest(shown).reason,
    respondedOn: response?.on ?? null,
    correctedOn: response?.corrections.at(-1)?.on ?? null,
  };
}
