/** Charts of the kit. All are drawn with positions in percent and texts in pixels, so they stay readable at 320 px. */

export const peopleCss = `
.people { display: flex; flex-wrap: wrap; gap: .35rem 1.4rem; max-width: 34rem; } .people span { display: flex; gap: .3rem; } .people i { width: 16px; height: 16px; border: 1.5px solid var(--quiet); border-radius: 50%; } .people .y { border: 8px solid var(--caspian); }
@media (max-width: 40rem) { .people i { width: 18px; height: 18px; } .people .y { border-width: 9px; } }`;

export const peopleBarCss = `.people-bar .all { fill: none; stroke: var(--quiet); } .people-bar .yes { fill: var(--caspian); } .people-bar { overflow: visible; max-width: 40rem; }`;
export const ivalsCss = `
.ivals { max-width: 52rem; } .ivals ul { list-style: none; padding: 0; max-width: none; } .ivals li, .scale { display: grid; grid-template-columns: minmax(7rem, 12rem) minmax(0, 1fr) minmax(11rem, 14rem); gap: 0 1.1rem; align-items: center; } .ivals .num { font-size: var(--s); line-height: 1.35; padding-block: .4rem; } .ivals small { color: var(--quiet); } .ivals .what { font-size: var(--s); line-height: 1.35; }
.ivals svg { overflow: visible; } .plot { align-self: stretch; position: relative; min-height: 1.9rem; } .plot svg { position: absolute; height: 100%; } .ivals .grid { stroke: var(--line); } .ivals .span { stroke: var(--caspian); stroke-width: 3; } .ivals .mark { fill: var(--caspian); stroke: var(--caspian); stroke-width: 2; } .ivals .open { fill: var(--card); }
.scale { color: var(--quiet); } .scale span { grid-column: 2; grid-row: 1; } .scale span:nth-child(2) { text-align: center; } .scale span:nth-child(3) { text-align: end; }
@media (max-width: 40rem) { .ivals li, .scale { grid-template-columns: minmax(0, 1fr); } .scale span { grid-column: 1; } .ivals li { padding-block: .4rem; border-bottom: 1px solid var(--line); } .plot { margin-inline: 7px; } }`;

export const timeCss = `
.time { list-style: none; padding: 0; max-width: none; } .time > li { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 2.4rem; position: relative; padding-bottom: 1.15rem; break-inside: avoid; } .time time { font-size: var(--s); color: var(--quiet); padding-top: .12rem; }
.time > li::before, .time > li::after { content: ""; position: absolute; inset-inline-start: 8.15rem; } .time > li::before { width: 14px; height: 14px; margin-top: .38rem; border: 3px solid var(--quiet); border-radius: 50%; background: var(--paper); z-index: 1; }
.time > li:not(:last-child)::after { border-inline-start: 2px solid var(--line); top: 1.35rem; bottom: -.3rem; margin-inline-start: 6px; }
.time .t-executor::before { border: 7px solid var(--caspian); border-radius: 2px; } .time .t-civil::before { border-color: var(--plum); border-radius: 1px; transform: rotate(45deg) scale(.85); } .time .t-planned::before { border-style: dotted; border-width: 2px; }
@media (max-width: 40rem) { .time > li { grid-template-columns: minmax(0, 1fr); padding-inline-start: 1.9rem; } .time > li::before, .time > li::after { inset-inline-start: 0; } .time > li::before { margin-top: .2rem; } }`;

export const chartCss = `
.chart { max-width: 46rem; } .chart figcaption { font-weight: 600; } .chart .keys { list-style: none; padding: 0; max-width: none; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; font-size: var(--s); margin-block: .3rem .6rem; } .chart .keys li { display: flex; gap: .5em; align-items: center; } .chart .keys svg { flex: none; }
.chart svg { overflow: visible; } .chart text { font: var(--s) var(--sans); fill: var(--quiet); font-variant-numeric: tabular-nums; } .chart .val { font-weight: 600; fill: var(--ink); } .chart .aim { fill: var(--saffron); } .chart .grid { stroke: var(--line); } .chart .zero { stroke: var(--quiet); } .chart .aim-line { stroke: var(--saffron); stroke-width: 1.5; stroke-dasharray: 6 4; }
.chart .m-executor { fill: var(--caspian); stroke: var(--caspian); } .chart .m-civil { fill: var(--card); stroke: var(--plum); } .chart .m-base { fill: var(--card); stroke: var(--quiet); } .chart [class^=m-] { stroke-width: 2.5; } .chart .l-executor { stroke: var(--caspian); } .chart .l-civil { stroke: var(--plum); stroke-dasharray: 7 3; } .chart [class^=l-] { stroke-width: 2.5; }
@media (max-width: 40rem) { .chart .wide { display: none; } }
@media print { .chart { break-inside: avoid; } }`;

export const mapCss = `
.map { max-width: 44rem; } .map > div { position: relative; } .map .land { width: 100%; height: auto; } .map .land path { fill: var(--wash); stroke: var(--quiet); stroke-width: 1.5; vector-effect: non-scaling-stroke; stroke-linejoin: round; } .map .over { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
.map text { font: var(--s) var(--sans); fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; } .map .m { fill: var(--caspian); stroke: var(--card); stroke-width: 1.5; } .map .m-ring { fill: var(--card); stroke: var(--caspian); stroke-width: 2.5; } .map .m-square { fill: var(--ink); } .map .m-diamond { fill: var(--plum); } .map a:hover .m { stroke: var(--ink); }
.map figcaption { font-size: var(--s); color: var(--quiet); margin-bottom: .5rem; } .map .places { columns: 13rem; column-gap: 1.5rem; padding: 0; list-style: none; max-width: none; margin-top: .8rem; } .map .places li { break-inside: avoid; display: flex; gap: .5em; align-items: baseline; } .map .places a { padding-block: .2rem; } .map .places svg { flex: none; align-self: center; }
@media (max-width: 40rem) { .map .wide { display: none; } }`;
