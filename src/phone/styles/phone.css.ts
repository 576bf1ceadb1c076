import { baseCss } from '#ui/styles/base.css.ts';
import { compact } from '#ui/styles/compact.ts';
import { formCss } from '#ui/styles/form.css.ts';
import { wallCss } from '#ui/styles/wall.css.ts';

/** What the desk has beyond the site: keys as large as a thumb, one column that fits 320 pixels. */
const own = `
html { scroll-padding-block: 1rem 6rem; }
.bar { background: var(--wash); border-bottom: 1px solid var(--line); } .bar .wrap { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding-block: .5rem; align-items: center; }
.bar strong { font-family: var(--serif); margin-inline-end: auto; } .bar .late { color: var(--pomegranate); font-weight: 600; }
.langs { display: flex; gap: .9rem; } .langs button { min-height: 2rem; min-width: 1.5rem; } .langs [aria-pressed=true] { color: var(--ink); font-weight: 600; text-decoration: none; border-bottom: 2px solid var(--accent); }
main > .stack { margin-top: 1rem; } main { padding-block: 1.25rem 4rem; } main:focus { outline: 0; } .say { border-inline-start: 6px solid var(--saffron); background: var(--card); padding: .7rem 1rem; margin-block: .75rem; display: grid; gap: .5rem; justify-items: start; grid-template-columns: minmax(0, 1fr); } .say.no { border-color: var(--pomegranate); } .say.yes { border-color: var(--tea); }
.tabs { display: flex; flex-wrap: wrap; gap: 0 1.2rem; border-bottom: 1px solid var(--line); margin-block: 1rem; } .tabs a { padding: .7rem 0 .6rem; text-decoration: none; border-bottom: 3px solid transparent; } .tabs [aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
.seats { list-style: none; padding: 0; max-width: none; } .seats > li { display: grid; grid-template-columns: 3rem minmax(0, 1fr) auto; gap: .4rem .8rem; align-items: center; padding-block: .5rem; border-bottom: 1px solid var(--line); } .seats .acts { gap: .5rem; justify-content: flex-end; }
.seats b { font-size: var(--l); font-variant-numeric: tabular-nums; } .seats select { max-width: 11rem; } @media (max-width: 36rem) { .seats > li { grid-template-columns: 2.5rem minmax(0, 1fr); } .seats .acts { grid-column: 2; justify-content: flex-start; } }
.in { font: 400 1rem/1.3 var(--sans); color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: var(--r); padding: .5rem .6rem; min-height: 2.75rem; max-width: 100%; }
.btn[aria-pressed=true] { background: var(--tea); border-color: var(--tea); color: var(--card); } .btn[disabled] { opacity: .55; cursor: default; }
.call { border: 1px solid var(--line); background: var(--card); border-radius: var(--r); padding: 1rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .8rem; } .call .who { font: 600 var(--xl)/1.25 var(--serif); min-height: 2.5em; }
.keys { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .6rem; } .keys .btn { min-height: 4.5rem; font-size: 1.15rem; padding: .5rem .3rem; overflow-wrap: anywhere; hyphens: auto; } .keys .for { background: var(--tea); border-color: var(--tea); } .keys .against { background: var(--pomegranate); border-color: var(--pomegranate); } .keys .abstain { background: transparent; color: var(--ink); border-color: var(--quiet); } @media (max-width: 26rem) { .keys { grid-template-columns: minmax(0, 1fr); } .keys .btn { min-height: 3.5rem; } }
.said { list-style: none; padding: 0; max-width: none; columns: 16rem; } .said li { break-inside: avoid; padding-block: .15rem; }
.four { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .6rem; } .four label { display: grid; gap: .2rem; font-size: var(--s); font-weight: 600; } .four .in { width: 100%; }
.sum { width: 100%; border-collapse: collapse; font-size: var(--s); } .sum th, .sum td { text-align: start; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } .scroll { overflow-x: auto; }
.big { font: 600 var(--xl)/1.25 var(--serif); } .yes { color: var(--tea); } .nope { color: var(--pomegranate); } .item { padding-block: 1rem; border-top: 1px solid var(--line); } .item h2 small { color: var(--quiet); font: 400 var(--s)/1.4 var(--sans); }
details > summary { cursor: pointer; padding-block: .55rem; color: var(--caspian); text-decoration: underline; text-underline-offset: .18em; } details[open] > summary { margin-bottom: .5rem; } .foot { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line); padding-block: .6rem; margin-top: 1.5rem; }`;

/** The whole style of the program for phones, in one file. */
export const PHONE_STYLES = compact([baseCss, formCss, wallCss, own].join('\n'));
