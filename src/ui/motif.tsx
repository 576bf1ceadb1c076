import { ACCENTS } from './styles/tokens.ts';

export type MotifNumber = 1 | 2 | 3;

/**
 * Three weaving charts, as a kilim weaver reads them: a = the forum's accent, p = pomegranate, s = saffron, . = ground.
 * 1 stepped medallions, 2 ram's horns, 3 running water.
 */
const CHARTS: Readonly<Record<MotifNumber, readonly string[]>> = {
  1: [
    'pp.....aa.....pp',
    'p.....aaaa.....p',
    '.....aassaa.....',
    '....aassssaa....',
    '...aassppssaa...',
    '....aassssaa....',
    '.....aassaa.....',
    'p.....aaaa.....p',
    'pp.....aa.....pp',
  ],
  2: [
    '..aaaa....aaaa....',
    '.aa..aa..aa..aa..s',
    '.a.a..a..a..a.a.ss',
    '.a.aaaa..aaaa.a..s',
    '.aa....pp....aa...',
    '..aaaaappaaaaa....',
    '......aaaa......p.',
    '.......aa......ppp',
    '.......aa.......p.',
  ],
  3: [
    'aaa....ssss....aa',
    '.aaa....ss....aaa',
    '..aaa........aaa.',
    '...aaa......aaa..',
    '....aaa....aaa...',
    'p....aaa..aaa....',
    'pp....aaaaaa....p',
    'ppp....aaaa....pp',
    'pppp....aa....ppp',
  ],
};

/** The runs of one yarn as a line one unit thick: one cell is one unit. */
function path(chart: readonly string[], yarn: string): string {
  let d = '';
  chart.forEach((row, y) => {
    for (const run of row.matchAll(new RegExp(`${yarn}+`, 'g'))) {
      d += `M${run.index} ${y}h${run[0].length}`;
    }
  });
  return d;
}

const CELL = 2;
const YARNS = ['a', 'p', 's'] as const;

const WOVEN = ([1, 2, 3] as const).map((number) => {
  const chart = CHARTS[number];
  return { number, width: chart[0]?.length ?? 0, height: chart.length, paths: YARNS.map((yarn) => path(chart, yarn)) };
});

const woven = (motif: MotifNumber) => WOVEN[motif - 1]!;

/** The strip under the header, drawn (not a background), so that it is printed too. */
export function Ribbon({ motif }: { readonly motif: MotifNumber }) {
  const { width, height, paths } = woven(motif);
  return (
    <svg class="ribbon" aria-hidden="true" height={height * CELL + 2} shape-rendering="crispEdges">
      <pattern id="kilim" width={width * CELL} height={height * CELL} patternUnits="userSpaceOnUse">
        <g transform={`scale(${CELL})translate(0 .5)`}>
          <path stroke="var(--accent)" d={paths[0]} />
          <path stroke="var(--pomegranate)" d={paths[1]} />
          <path stroke="var(--saffron)" d={paths[2]} />
        </g>
      </pattern>
      <rect width="100%" height="100%" fill="url(#kilim)" />
    </svg>
  );
}

/** The three yarns in daylight, with their colours written out. */
const drawnIn = (motif: MotifNumber): string =>
  woven(motif)
    .paths.map((d, i) => `<path stroke='${[ACCENTS[motif].light, '#a3243b', '#8a5a12'][i]}' d='${d}'/>`)
    .join('');

/** One repeat of the weave as a picture of its own, for papers. */
export function ribbonPicture(motif: MotifNumber): string {
  const { width, height } = woven(motif);
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 -0.5 ${width} ${height}'>${drawnIn(motif)}</svg>`;
}

function iconOf(motif: MotifNumber): string {
  const { width, height } = woven(motif);
  const y = (width - height + 1) / 2;
  const drawn = drawnIn(motif);
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${width}' shape-rendering='crispEdges'><rect width='${width}' height='${width}' rx='2' fill='#fbfaf7'/>` +
    `<g transform='translate(0 ${y})'>${drawn}</g></svg>`;
  return `data:image/svg+xml,${svg.replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`;
}

const ICONS = ([1, 2, 3] as const).map(iconOf);

/** The same weave as an icon: a `data:` address, so that the first visit stays one request. */
export const favicon = (motif: MotifNumber): string => ICONS[motif - 1]!;
