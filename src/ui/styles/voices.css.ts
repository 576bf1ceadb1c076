/** The two voices: bars, points, statements. Marks are SVG, because printers leave backgrounds out. */

export const voicesCss = `
.voices { display: grid; gap: .4rem; } .voice { display: grid; grid-template-columns: 9.25rem minmax(3rem, 1fr) 9.75rem; gap: .8rem; align-items: center; font-size: var(--s); line-height: 1.3; } .voice small { display: block; color: var(--quiet); }
.bar { overflow: visible; } .bar .executor { fill: var(--caspian); } .bar .civil { fill: url(#hatch) var(--plum); stroke: var(--plum); } .bar .rest { fill: var(--card); stroke: var(--quiet); } .bar .none { fill: none; stroke: var(--quiet); stroke-dasharray: 2 3; }
@media (max-width: 40rem) { .voice { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem .8rem; } .voice .bar { order: 1; } .voice small { display: inline; } }`;

export const hatchDefs =
  '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="5" height="5" fill="var(--card)"/><rect width="2.6" height="5" fill="var(--plum)"/></pattern>';

export const pointsCss = `
.points { list-style: none; padding: 0; max-width: none; } .points > li { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr) minmax(25rem, 1.15fr); gap: .5rem 1.2rem; padding-block: 1rem; border-bottom: 1px solid var(--line); align-items: center; break-inside: avoid; } .points > li:last-child { border: 0; padding-bottom: 0; }
.points .no { font: 600 1.35rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; align-self: start; } .points h3 { font-size: 1.15rem; line-height: 1.3; } .points h3 a { color: var(--ink); }
@media (max-width: 56rem) { .points > li { grid-template-columns: 1.9rem minmax(0, 1fr); } .points .voices { grid-column: 2; } }`;

export const sayCss = `
.say { display: grid; grid-template-columns: minmax(0, 1fr); gap: .45rem; padding: 1rem 1.2rem; border: 1px solid var(--line); border-inline-start: 6px solid var(--quiet); background: var(--card); border-radius: var(--r); justify-items: start; break-inside: avoid; }
.say > header { justify-self: stretch; font-size: var(--s); color: var(--quiet); display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; } .say p, .say > * { min-width: 0; max-width: 68ch; } .say > header { max-width: none; }
.say-executor { border-inline-start-color: var(--caspian); } .say-executor b { color: var(--caspian); } .say-civil { border-inline-start-color: var(--plum); border-inline-start-style: double; } .say-civil b { color: var(--plum); }`;

export const legendCss = `
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding: 0; max-width: none; font-size: var(--s); color: var(--quiet); margin-bottom: .4rem; } .legend li { display: flex; gap: .5em; align-items: center; } .legend svg { flex: none; }`;

export const differCss = `
.differ { display: inline-block; font-size: var(--s); font-weight: 600; line-height: 1.35; color: var(--pomegranate); border: 1px dashed; padding: .15rem .55rem; border-radius: var(--r); }`;
