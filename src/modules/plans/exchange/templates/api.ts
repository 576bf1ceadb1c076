import type { Lang } from '#core/i18n/lang.ts';
import { csv } from '#core/sheets/csv.ts';
import { xlsx } from '#core/sheets/excel.ts';

/** The columns of an empty table to fill in, in the reader's language; what is written above them is understood again. */
const COLUMNS = [
  ...['point_no', 'point', 'measure_no', 'measure', 'indicator', 'lead', 'participants', 'deadline', 'budget'],
  ...['source_url'],
] as const;

const words = (lang: Lang, kind: 'column' | 'example'): readonly string[] =>
  COLUMNS.map((column) => lang.t(`plans.exchange.template.${kind}.${column}`));

/** A table with one example row as CSV. */
export const templateCsv = (lang: Lang): string => csv([words(lang, 'example')], words(lang, 'column'), { bom: true });

/** The same as an Excel workbook. */
export const templateXlsx = (lang: Lang): Promise<Uint8Array> =>
  xlsx([
    {
      name: lang.t('plans.exchange.template.sheet'),
      header: words(lang, 'column'),
      rows: [words(lang, 'example')],
      widths: COLUMNS.map((column) => (/^(point|measure|indicator)$/.test(column) ? 45 : 20)),
    },
  ]);
