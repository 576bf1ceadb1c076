import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { AIM_LEFT, type Drawn, draw, HEIGHT, type Measured, type Series } from './line-chart-geometry.ts';
import { At } from './mark.tsx';
import { Table } from './table.tsx';

export type { Measured } from './line-chart-geometry.ts';

interface LineChartProps {
  readonly lang: Lang;
  /** Unique in the page. */
  readonly id: string;
  /** What is counted, with its unit: "Communities with a working terminal". */
  readonly title: string;
  readonly baseline: Measured | null;
  readonly target: { readonly value: number; readonly date: PlainDate | null } | null;
  /** What the executor reports and what civil society found, in order of date. */
  readonly executor: readonly Measured[];
  readonly civil: readonly Measured[];
}

/**
 * An indicator over time: from where, to where, and the actual values of both voices. Zero-based; positions in percent
 * and texts in pixels, so that it reads alike at 320 and 1280 px. The same figures stand in a table below.
 */
export function LineChart(props: LineChartProps) {
  const { lang, id, title, baseline, target, executor, civil } = props;
  const drawn = draw(baseline, target, executor, civil, {
    number: (value) => lang.number(value),
    day: (date) => lang.shortDate(date),
  });
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <Keys {...props} />
      {drawn ? (
        <svg role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`} width="100%" height={HEIGHT}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{inWords(props)}</desc>
          <Ground drawn={drawn} lang={lang} target={target} />
          {drawn.lines.map((line) => (
            <line class={`l-${line.series}`} x1={`${line.x1}%`} y1={line.y1} x2={`${line.x2}%`} y2={line.y2} />
          ))}
          {drawn.marks.map((mark) => (
            <At x={mark.x} y={mark.y}>
              <path class={`m-${mark.series}`} d={SHAPES[mark.series]} />
            </At>
          ))}
          {drawn.values.map((label) => (
            <text class="val" x={`${label.x}%`} dx={label.dx} y={label.y} text-anchor={label.anchor}>
              {label.text}
            </text>
          ))}
        </svg>
      ) : null}
      <Figures {...props} />
    </figure>
  );
}

const SHAPES: Readonly<Record<Series, string>> = {
  base: 'M-5 0a5 5 0 1 0 10 0 5 5 0 1 0-10 0z',
  executor: 'M-5-5H5V5H-5z',
  civil: 'M0-6.5 6.5 0 0 6.5-6.5 0z',
};

interface GroundProps {
  readonly drawn: Drawn;
  readonly lang: Lang;
  readonly target: LineChartProps['target'];
}

const Ground = ({ drawn, lang, target }: GroundProps) => (
  <>
    {drawn.grid.map((line) => (
      <>
        <line class={line.value === 0 ? 'zero' : 'grid'} x1="0" x2="100%" y1={line.y} y2={line.y} />
        <text x="0" y={line.y - 5}>
          {lang.number(line.value)}
        </text>
      </>
    ))}
    {drawn.days.map((day) => (
      <text class={day.wide ? 'wide' : undefined} x={`${day.x}%`} y={HEIGHT - 6} text-anchor={day.anchor}>
        {day.text}
      </text>
    ))}
    {drawn.aim === null ? null : <line class="aim-line" x1="0" x2="100%" y1={drawn.aim.y} y2={drawn.aim.y} />}
    {drawn.aim?.label && target ? (
      <text
        class="aim"
        x={drawn.aim.label.left ? AIM_LEFT : '100%'}
        y={drawn.aim.label.y}
        text-anchor={drawn.aim.label.left ? 'start' : 'end'}
      >
        {lang.t('ui.chart.target', { value: lang.number(target.value) })}
      </text>
    ) : null}
  </>
);

/** Key and latest figure in one line each: whoever reads only this has read the chart. */
function Keys({ lang, baseline, target, executor, civil }: LineChartProps) {
  const last = (values: readonly Measured[]): string => {
    const value = values.at(-1);
    return value ? `${lang.number(value.value)} (${lang.shortDate(value.date)})` : lang.t('ui.chart.none');
  };
  return (
    <ul class="keys">
      {baseline ? <Key series="base">{`${lang.t('ui.chart.baseline')}: ${last([baseline])}`}</Key> : null}
      <Key series="executor">{`${lang.t('ui.chart.executor')}: ${last(executor)}`}</Key>
      <Key series="civil">{`${lang.t('ui.chart.civil')}: ${last(civil)}`}</Key>
      {target ? (
        <li>
          <svg aria-hidden="true" width="22" height="14">
            <path class="aim-line" d="M0 7h22" />
          </svg>
          {lang.t('ui.chart.target', { value: lang.number(target.value) })}
          {target.date ? ` (${lang.shortDate(target.date)})` : null}
        </li>
      ) : null}
    </ul>
  );
}

const Key = ({ series, children }: { readonly series: Series; readonly children: string }) => (
  <li>
    <svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
      <path class={`m-${series}`} d={SHAPES[series]} />
    </svg>
    {children}
  </li>
);

interface Row {
  readonly who: string;
  readonly date: PlainDate | null;
  readonly value: number;
  readonly note: string;
}

function rowsOf({ lang, baseline, target, executor, civil }: LineChartProps): readonly Row[] {
  const row = (who: string) => (m: Measured) => ({ who, date: m.date, value: m.value, note: m.note ?? '' });
  return [
    ...(baseline ? [row(lang.t('ui.chart.baseline'))(baseline)] : []),
    ...executor.map(row(lang.t('ui.chart.executor'))),
    ...civil.map(row(lang.t('ui.chart.civil'))),
    ...(target ? [{ who: lang.t('ui.chart.aim'), date: target.date, value: target.value, note: '' }] : []),
  ];
}

const inWords = (props: LineChartProps): string =>
  rowsOf(props)
    .map(
      (row) => `${row.who}: ${props.lang.number(row.value)}${row.date ? ` (${props.lang.shortDate(row.date)})` : ''}`,
    )
    .join('; ');

function Figures(props: LineChartProps) {
  const { lang, title } = props;
  const rows = rowsOf(props);
  const notes = rows.some((row) => row.note);
  return (
    <details class="how">
      <summary>{lang.t('ui.chart.table')}</summary>
      <Table
        lang={lang}
        caption={title}
        quietCaption
        columns={[
          { id: 'who', head: lang.t('ui.chart.who'), cell: (row) => row.who, lead: true },
          { id: 'date', head: lang.t('ui.chart.date'), cell: (row) => (row.date ? lang.shortDate(row.date) : '–') },
          { id: 'value', head: lang.t('ui.chart.value'), cell: (row) => lang.number(row.value), number: true },
          ...(notes ? [{ id: 'note', head: lang.t('ui.chart.note'), cell: (row: Row) => row.note }] : []),
        ]}
        rows={rows}
        rowKey={(row) => `${row.who} ${row.date ?? ''} ${row.value}`}
      />
    </details>
  );
}
