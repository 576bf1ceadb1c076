/** What a questionnaire asks: a long list of questions with their choices; sections indent what is in them. */
export const askedCss = `
.asked { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; }
.asked > li { border-top: 1px solid var(--line); padding-block: .8rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; } .asked > .in1 { padding-inline-start: 1rem; } .asked > .in2 { padding-inline-start: 2rem; } .asked > .in3 { padding-inline-start: 3rem; }
.asked ul { padding-inline-start: 1.3rem; } .asked .acts { gap: .3rem 1rem; }`;

/** A questionnaire on paper: boxes, lines to write on; no question is torn over two pages. */
export const paperqCss = `
.paperq, .paperq .entry { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9rem; } .paperq h2 { font-size: var(--l); margin-top: .6rem; break-after: avoid; } .paperq h3 { break-after: avoid; }
.paperq .q { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25rem; break-inside: avoid; } .paperq ol { padding-inline-start: 1.8rem; } .paperq .room { border-bottom: 1px solid var(--ink); min-height: 1.9rem; max-width: 34rem; }
.paperq .tick { display: inline-block; inline-size: .85em; block-size: .85em; border: 1.5px solid var(--ink); vertical-align: -.05em; } .paperq table { border-collapse: collapse; width: 100%; font-size: var(--s); } .paperq :is(th, td) { border: 1px solid var(--line); padding: .25rem .35rem; text-align: center; overflow-wrap: anywhere; } .paperq tbody th { text-align: start; font-weight: 400; }
`;
