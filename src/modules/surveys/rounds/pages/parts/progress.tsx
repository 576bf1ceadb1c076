import type { Lang } from '#core/i18n/lang.ts';
import { Table } from '#ui/table.tsx';
import type { Counted } from '../../../keeping/schema.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly wanted: number | null;
  readonly done: number;
  readonly ways: string;
}

interface ProgressProps {
  readonly lang: Lang;
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly wanted: number | null }[];
  readonly counts: readonly Counted[];
  readonly of: (counted: Counted) => string | null;
}

/** How many came, by which ways, and how many are wanted. */
export const Progress = ({ lang, caption, head, rows, counts, of }: ProgressProps) => (
  <Table
    lang={lang}
    caption={caption}
    rows={rows.map((row): Line => {
      const own = counts.filter((one) => of(one) === row.key);
      return { ...row, done: own.reduce((n, one) => n + one.n, 0), ways: waysOf(lang, own) };
    })}
    rowKey={({ key }) => key}
    columns={[
      { ...{ id: 'name', head, lead: true }, cell: ({ name }) => name },
      {
        ...{ id: 'done', head: lang.t('surveys.progress.done'), number: true },
        cell: ({ done, wanted }) =>
          wanted === null
            ? lang.number(done)
            : lang.t('surveys.progress.of', { done: lang.number(done), wanted: lang.number(wanted) }),
      },
      { ...{ id: 'ways', head: lang.t('surveys.progress.ways') }, cell: ({ ways }) => ways },
    ]}
  />
);

/** "by phone 3, on paper 1" */
export function waysOf(lang: Lang, counts: readonly Counted[]): string {
  const modes = [...new Set(counts.map(({ mode }) => mode))];
  return modes
    .map((mode) => {
      const n = counts.reduce((sum, one) => sum + (one.mode === mode ? one.n : 0), 0);
      return `${lang.t(`surveys.mode.${mode}`)}: ${lang.number(n)}`;
    })
    .join('; ');
}
