/** Header, ribbon, menu, breadcrumb, footer. On paper only the name and the ribbon remain: the letterhead. */
export const frameCss = `
.skip { position: absolute; inset-inline-start: .5rem; top: -9rem; z-index: 2; background: var(--card); padding: .7rem 1rem; border: 2px solid var(--caspian); } .skip:focus { top: .5rem; }
.top { background: var(--card); }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: .15rem 2rem; padding-block: .9rem .55rem; }
.brand { font: 600 1.2rem/1.2 var(--serif); color: var(--ink); text-decoration: none; flex: 1 1 14rem; }
.brand small { display: block; font: var(--s)/1.35 var(--sans); color: var(--quiet); margin-top: .1rem; }
.menu { flex-basis: 100%; } .menu ul, .tools, .foot ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; padding: 0; margin: 0; max-width: none; }
.menu a { display: block; color: var(--ink); text-decoration: none; padding: .55rem 0 .4rem; border-bottom: 3px solid transparent; }
.menu a:hover { border-color: var(--line); } .menu [aria-current] { border-color: var(--accent); font-weight: 600; }
.tools { gap: 0 1.1rem; font-size: var(--s); align-items: center; } .tools a, .tools span, .tools button { display: inline-block; padding: .45rem 0; min-width: 1.5rem; }
.tools [aria-current] { color: var(--quiet); } .langs { display: flex; gap: .8rem; }
.ribbon { width: 100%; border-block: 1px solid var(--accent); background: var(--wash); }
.crumb { font-size: var(--s); color: var(--quiet); padding-block: 1rem .1rem; }
.crumb ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; max-width: none; } .crumb a { color: inherit; display: inline-block; padding-block: .15rem; } .crumb li + li::before { content: "/"; margin-inline: .45em; }
main { padding-bottom: 3.5rem; } .wrap > main:first-child { padding-top: 1.4rem; } main:focus { outline: 0; }
.foot { background: var(--wash); border-top: 1px solid var(--line); font-size: var(--s); color: var(--quiet); } .foot .wrap { padding-block: 1.2rem 2rem; display: grid; gap: .6rem; } .foot a { color: inherit; display: inline-block; padding-block: .4rem; }
@media (max-width: 40rem) { .top .wrap { padding-block: .7rem .3rem; } .tools { justify-content: space-between; flex: 1 1 100%; } .menu ul { gap: 0 1.25rem; } .brand small { display: none; } }
@media print { .menu, .tools, .crumb, .foot, .skip { display: none; } .top .wrap { padding-block: 0 4pt; } .brand small { display: block; } main { padding: 12pt 0 0; } }`;
