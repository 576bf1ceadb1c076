/** Small blocks, each sent only when used. */

export const cardCss = `
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--r); padding: 1.1rem 1.25rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; align-content: start; justify-items: start; min-width: 0; } .card > * { max-width: 100%; } .card > dl { justify-self: stretch; }
.card h2 { font-size: var(--l); }
@media print { .card { break-inside: avoid; padding: 8pt 10pt; } }`;

export const sideCss = `
.side { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 2.5rem; } .side > div > .sec:first-child { border-top: 0; padding-top: 0; }
@media (max-width: 56rem) { .side { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; } }
@media print { .side { grid-template-columns: minmax(0, 1fr); } }`;

export const figuresCss = `
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(10.5rem, 100%), 1fr)); gap: 1px; border: 1px solid var(--line); border-radius: var(--r); background: var(--card); list-style: none; margin: 0 0 1.75rem; padding: 0; max-width: none; overflow: hidden; }
.figures li { display: grid; outline: 1px solid var(--line); } .figures li > * { padding: .9rem 1.1rem 1rem; color: var(--ink); text-decoration: none; display: block; }
.figures a:hover { background: var(--wash); } .figures a:focus-visible { outline-offset: -3px; } .figures b { display: block; white-space: nowrap; font: 600 1.9rem/1.15 var(--serif); font-variant-numeric: tabular-nums lining-nums; }
.figures span { font-size: var(--s); color: var(--quiet); line-height: 1.4; display: block; } .figures a span { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; } .figures .alarm b { color: var(--pomegranate); }
@media (max-width: 40rem) { .figures li > * { display: grid; grid-template-columns: minmax(4.5rem, max-content) 1fr; gap: .9rem; align-items: baseline; padding: .6rem 1rem; } .figures b { font-size: 1.5rem; } }
@media print { .figures { grid-auto-flow: column; grid-template-columns: none; grid-auto-columns: 1fr; break-inside: avoid; } .figures li > * { padding: 6pt 8pt; } }`;

export const filtersCss = `
.filters { display: flex; flex-wrap: wrap; gap: .7rem; align-items: end; padding: .9rem 1rem; background: var(--wash); border: 1px solid var(--line); border-radius: var(--r); margin-bottom: 1rem; }
.filters label { display: grid; gap: .2rem; font-size: var(--s); font-weight: 600; flex: 0 1 auto; min-width: 0; max-width: 100%; } .filters .tick { display: flex; align-items: center; min-height: 2.75rem; padding: 0; }
.filters .in { font: 400 1rem/1.3 var(--sans); color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: var(--r); padding: .45rem .6rem; min-height: 2.75rem; max-width: 16rem; width: 100%; text-overflow: ellipsis; } .filters input[type=checkbox] { width: 1.4rem; height: 1.4rem; accent-color: var(--caspian); margin: 0 .5rem 0 0; }
.filters .out { padding: .7rem .2rem; } .filters .found { flex-basis: 100%; font-size: var(--s); color: var(--quiet); }
@media (max-width: 40rem) { .filters label { flex: 1 1 8rem; } .filters .day { flex-basis: 11rem; } .filters .in { max-width: none; } }
@media print { .filters { border: 0; background: none; padding: 0; } .filters > :not(.found) { display: none; } }`;

export const tabsCss = `
.tabs ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; list-style: none; padding: 0; max-width: none; border-bottom: 1px solid var(--line); } .tabs a { display: block; padding: .6rem 0 .5rem; text-decoration: none; border-bottom: 3px solid transparent; margin-bottom: -1px; }
.tabs a:hover { border-color: var(--line); } .tabs [aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); } .tabs small { color: var(--quiet); font-weight: 400; }
.tabs { margin-bottom: 1.25rem; } .tabs + .sec, .tabs + .stack > .sec:first-child { border-top: 0; padding-top: 0; margin-top: 0; } @media print { .tabs { display: none; } }`;

export const pagerCss = `
.pager { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: baseline; justify-content: space-between; padding-block: 1rem; font-size: var(--s); } .pager a { display: inline-block; padding: .55rem 0; font-size: 1rem; } .pager span { color: var(--quiet); } @media (max-width: 40rem) { .pager .num { order: 1; flex-basis: 100%; } } @media print { .pager a { display: none; } }`;

export const noticeCss = `
.notice { border: 1px solid var(--tea); border-inline-start-width: 6px; border-radius: var(--r); background: var(--card); padding: .9rem 1.2rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; margin-block: .75rem 1.25rem; } .notice strong { font: 600 var(--l)/1.3 var(--serif); } .notice.warn { border-color: var(--saffron); } @media print { .notice { display: none; } }`;

export const emptyCss = `
.empty { border: 1px dashed var(--quiet); border-radius: var(--r); padding: 1.5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; justify-items: start; } .empty h2, .empty h3 { font-size: var(--l); }`;

export const factsCss = `
.facts { display: grid; grid-template-columns: minmax(5.5rem, 30%) minmax(0, 1fr); gap: .4rem 1.1rem; } .facts dt { color: var(--quiet); font-size: var(--s); padding-top: .12rem; } .facts dd { margin: 0; min-width: 0; }
@media (min-width: 56.01rem) { aside .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } aside .facts dd { margin-bottom: .6rem; } }
@media (max-width: 30rem) { .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: .6rem; } }`;

export const answersCss = `
.answers { margin-bottom: 1.5rem; border-top: 1px solid var(--line); max-width: 44rem; } .answers > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr) auto; gap: .2rem 1.25rem; padding-block: .8rem; border-bottom: 1px solid var(--line); } .answers dt { font-weight: 600; } .answers dd { margin: 0; min-width: 0; white-space: pre-line; }
@media (max-width: 40rem) { .answers > div { grid-template-columns: minmax(0, 1fr); } }
@media print { .answers .edit { display: none; } }`;

export const bannerCss = `
.strip { font-size: var(--s); background: var(--strip); color: var(--onstrip); } .strip .wrap { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding-block: .35rem; align-items: center; }
.strip form { display: flex; flex-wrap: wrap; gap: 0 .9rem; align-items: center; } .strip a, .strip button { font: inherit; color: inherit; background: none; border: 0; padding: .3rem 0; min-width: 1.5rem; text-decoration: underline; text-underline-offset: .18em; cursor: pointer; } .strip [aria-pressed=true] { text-decoration: none; font-weight: 600; border-bottom: 2px solid; padding-bottom: .15rem; }
.strip.calm { background: var(--wash); color: var(--ink); border-bottom: 1px solid var(--line); } .strip.alarm { background: var(--pomegranate); color: var(--paper); font-size: 1rem; } .strip strong { font-weight: 600; } .strip :focus-visible { outline-color: currentColor; }
@media print { .strip { background: none; color: inherit; border: 0; } .strip form, .strip a { display: none; } .strip .wrap { padding: 0 0 4pt; } }`;

export const changeCss = `
.change { white-space: pre-line; line-height: 1.7; } .change ins { background: var(--added); text-decoration: underline 2px; text-underline-offset: .2em; padding-inline: .1em; } .change del { background: var(--cut); text-decoration: line-through; padding-inline: .1em; }
@media print { .change ins { font-weight: 600; } }`;

export const quoteCss = `
.quote { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; } .quote blockquote { padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--accent); font: 1.15rem/1.5 var(--serif); max-width: 60ch; white-space: pre-line; } .quote figcaption { font-size: var(--s); color: var(--quiet); max-width: 68ch; }`;

export const receiptCss = `
.receipt { border: 2px dashed var(--quiet); border-radius: var(--r); background: var(--card); padding: 1.2rem 1.4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .8rem; max-width: 34rem; break-inside: avoid; } .receipt h2 { font-size: var(--l); } .receipt b { font: 600 1.6rem/1.2 var(--serif); display: block; letter-spacing: .03em; }`;

export const stepsCss = `
.steps ol { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; list-style: none; padding: 0; counter-reset: s; max-width: none; font-size: var(--s); color: var(--quiet); } .steps li { counter-increment: s; display: flex; gap: .5em; align-items: center; padding-block: .2rem; } .steps li::before { content: counter(s); border: 1.5px solid; border-radius: 50%; width: 1.6em; height: 1.6em; display: grid; place-items: center; flex: none; font-weight: 600; } .steps .past::before { content: "✓"; } .steps [aria-current] { color: var(--ink); font-weight: 600; } .steps [aria-current]::before { border-color: var(--caspian); color: var(--caspian); border-width: 2px; }
.steps { margin-bottom: 1.5rem; }
@media (max-width: 40rem) { .steps ol { display: grid; gap: 0; } }`;

export const sheetCss = `
.sheet { max-width: 44rem; margin: 2rem auto; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; } .sheet > header .name { font: 600 1.2rem/1.3 var(--serif); } .sheet .ribbon { width: 100%; border-block: 1px solid var(--accent); margin-top: .6rem; } .sheet h1 { font-size: var(--xl); }
.signs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 1rem 3rem; margin-top: 1.5rem; break-inside: avoid; } .signs .line { border-top: 1px solid var(--ink); margin-top: 3.2rem; padding-top: .2rem; font-size: var(--s); color: var(--quiet); } .sheet > footer { border-top: 1px solid var(--line); padding-top: .5rem; }
@media print { .sheet { margin: 0; max-width: none; gap: 9pt; }  }`;

export const sourceCss = `.source { font-size: var(--s); color: var(--quiet); }`;

export const howCss = `
.how { font-size: var(--s); margin-top: .6rem; } .how summary { cursor: pointer; color: var(--caspian); padding-block: .35rem; width: fit-content; } .how > :not(summary) { margin-block: .4rem; }
@media print { .how:not([open]) { display: none; } }`;
