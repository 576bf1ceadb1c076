import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import type { Body } from '#modules/places/contract.ts';
import { findCopy } from './queries.ts';
import { itemsFor, stateOn } from './rules.ts';
import type { Check } from './schema.ts';

/** Columns of the table, stable for programs. */
const COLUMNS = [
  ...(['body', 'kind', 'block', 'item', 'item_words', 'source', 'state'] as const),
  ...(['checked_on', 'dated_on', 'url', 'note'] as const),
] as const;

/** Every item of every body with its newest check; empty cells where nobody looked. */
export function checklistsCsv(
  lang: Lang,
  bodies: readonly Body[],
  checks: ReadonlyMap<string, ReadonlyMap<string, Check>>,
  today: PlainDate,
): string {
  const rows = bodies.flatMap((body) =>
    itemsFor(body.kind).map((item): readonly Cell[] => {
      const check = checks.get(body.id)?.get(item.key);
      return [
        ...[
          lang.pick(body.name),
          body.kind,
          item.block,
          item.key,
          lang.t(`accountability.checklists.item.${item.key}`),
        ],
        ...[item.source, stateOn(item, check, today), check ? { day: check.checkedOn } : null],
        ...[
          check?.datedOn ? { day: check.datedOn } : null,
          check?.url ?? null,
          check?.note ? lang.pick(check.note) : null,
        ],
      ];
    }),
  );
  return csv(rows, COLUMNS, { bom: true });
}

/** What of checklists can be withheld: the copy of a page. */
export const CHECKLIST_THINGS: readonly Thing[] = [
  { type: FILE_OBJECT, name: 'accountability.checklists.thing_copy', find: findCopy },
];
