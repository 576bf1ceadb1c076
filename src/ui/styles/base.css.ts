import { tokenRules } from './tokens.ts';

/** Always on the page: colours, type, links, focus, the few layout words, print. Six sizes, 17 px text, 68 characters. */
export const baseCss = `${tokenRules()}
:root {
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", "Source Serif 4", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --s: .875rem; --l: 1.25rem; --xl: clamp(1.4rem, 1.2rem + 1vw, 1.75rem); --xxl: clamp(1.75rem, 1.35rem + 2vw, 2.6rem);
  --r: 3px;
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; margin: 0; text-wrap: balance; hyphens: manual; }
h1 { font-size: var(--xxl); line-height: 1.14; letter-spacing: -.01em; } h2 { font-size: var(--xl); } h3 { font-size: var(--l); }
p, ul, ol { margin: 0; max-width: 68ch; } dl, figure, blockquote { margin: 0; } ul, ol { padding-inline-start: 1.25em; }
a { color: var(--caspian); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { color: var(--deep); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--caspian); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 1rem; }
[tabindex="-1"]:focus { outline: 0; }
svg { display: block; max-width: 100%; } img { max-width: 100%; height: auto; }
small, .small { font-size: var(--s); } .quiet { color: var(--quiet); } .num { font-variant-numeric: tabular-nums lining-nums; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrap { max-width: 71rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.stack { display: grid; gap: 1rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
.cols { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.25rem; }
[hidden] { display: none !important; }
.acts { display: flex; flex-wrap: wrap; gap: .7rem 1.2rem; align-items: center; }
.plain { font: inherit; color: var(--caspian); background: none; border: 0; padding: .2rem 0; text-decoration: underline; text-underline-offset: .18em; cursor: pointer; }
.meta { font-size: var(--s); color: var(--quiet); display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin-top: .25rem; max-width: none; }
.plainlist { list-style: none; padding: 0; } .plainlist > li + li { margin-top: .5rem; }
.sec { padding-block: 1.75rem; border-top: 1px solid var(--line); } :not(.sec) + .sec { margin-top: 1.75rem; } .sec > * + * { margin-top: 1rem; } .sec > * + h3 { margin-top: 1.75rem; } .sec > h3 + * { margin-top: .6rem; }
.btn { font: 600 1rem/1.2 var(--sans); padding: .8rem 1.15rem; min-height: 2.75rem; border: 1px solid var(--caspian); border-radius: var(--r); background: var(--caspian); color: var(--card); text-decoration: none; cursor: pointer; display: inline-block; text-align: center; transition: background .15s; }
.btn:hover { background: var(--deep); border-color: var(--deep); color: var(--card); }
.btn.second { background: transparent; color: var(--caspian); } .btn.second:hover { background: var(--wash); color: var(--deep); }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  @page { margin: 17mm 16mm; }
  :root { font-size: 10pt; --xxl: 1.9rem; --xl: 1.35rem; --l: 1.1rem; } body { background: #fff; line-height: 1.4; } .wrap { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; } h1, h2, h3 { break-after: avoid; }
  .sec { padding-block: 1rem; } .btn, p.acts { display: none; } p, li { orphans: 3; widows: 3; }
}`;
