export const titleCss = `
.title { display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; padding-block: .35rem 1.6rem; } .title .over { font-weight: 600; font-size: var(--s); color: var(--quiet); }
.title h1 { max-width: 26em; } .lede { font-size: var(--l); color: var(--quiet); max-width: 58ch; line-height: 1.45; } .title .now { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
@media (max-width: 40rem) { .lede { font-size: 1.0625rem; } }`;
