/** A table on wide screens and on paper; labelled cards under 640 px. Sorting stays reachable there as a row of links. */
export const tableCss = `
.tbl { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-size: var(--s); color: var(--quiet); padding-bottom: .4rem; }
th { text-align: start; font-weight: 600; color: var(--quiet); font-size: var(--s); line-height: 1.35; vertical-align: bottom; } tbody th, tfoot th { font: inherit; color: inherit; vertical-align: top; }
td, th { padding: .65rem 1rem .65rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; } td:last-child, th:last-child { padding-inline-end: 0; } .n { text-align: end; white-space: nowrap; } .d { white-space: nowrap; } .even { table-layout: fixed; } .even .w1 { width: 4rem; } .even .w2 { width: 8rem; }
thead a { color: inherit; } th svg { display: inline; width: .6em; height: .6em; margin-inline-start: .35em; } tfoot td, tfoot th { font-weight: 600; border-bottom: 0; }
@media screen and (max-width: 40rem) {
  .tbl { overflow: visible; } .cards, .cards tbody, .cards tfoot, .cards caption { display: block; } .cards thead tr { display: flex; flex-wrap: wrap; gap: 0 1.1rem; border-bottom: 1px solid var(--line); } .cards thead th { display: none; } .cards thead .sort { display: block; padding: .4rem 0; border: 0; }
  .cards :not(thead) > tr { display: grid; gap: .25rem; padding: .9rem 0; border-bottom: 1px solid var(--line); }
  .cards td, .cards [scope=row] { border: 0; padding: 0; display: grid; grid-template-columns: 6.25rem minmax(0, 1fr); gap: .6rem; text-align: start; white-space: normal; overflow-wrap: anywhere; }
  .cards [data-l]::before { content: attr(data-l); color: var(--quiet); font-size: var(--s); font-weight: 400; padding-top: .1rem; } .cards .lead, .cards .mark { display: block; } .cards .mark { color: var(--quiet); font-size: var(--s); } .cards td:empty { display: none; }
}
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } td, th { padding: 4pt 8pt 4pt 0; } }`;
