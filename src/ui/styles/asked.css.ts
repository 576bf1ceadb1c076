/** What a questionnaire asks: a long list of questions with their choices; sections indent what is in them. */
export const askedCss = `
.asked { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; }
.asked > li { border-top: 1px solid var(--line); padding-block: .8rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; } .asked > .in1 { padding-inline-start: 1rem; } .asked > .in2 { padding-inline-start: 2rem; } .asked > .in3 { padding-inline-start: 3rem; }
.asked ul { padding-inline-start: 1.3rem; } .asked .acts { gap: .3rem 1rem; }`;
