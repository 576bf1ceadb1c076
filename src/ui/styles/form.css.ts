/** One column, label above, hint and error at the field, summary on top. Controls are 44 px high; text 17 px, so that phones do not zoom. */
export const formCss = `
.form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; max-width: 40rem; }
.field, fieldset { display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; border: 0; margin: 0; padding: 0; min-width: 0; }
.label, legend { font-weight: 600; padding: 0; } legend { margin-bottom: .3rem; } .label small, legend small { font-weight: 400; color: var(--quiet); }
.hint { font-size: var(--s); color: var(--quiet); }
.wrong { font-size: var(--s); font-weight: 600; color: var(--pomegranate); } .bad { border-inline-start: 4px solid var(--pomegranate); padding-inline-start: .9rem; }
.in { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: var(--r); padding: .5rem .65rem; min-height: 2.75rem; width: 100%; max-width: 100%; }
.in[aria-invalid] { border: 2px solid var(--pomegranate); } textarea.in { min-height: 7rem; resize: vertical; } .in-s { max-width: 9rem; } .in-m { max-width: 16rem; }
.in[type=file] { padding: .6rem; border-style: dashed; } select.in { text-overflow: ellipsis; } ::file-selector-button { font: inherit; color: var(--caspian); background: var(--card); border: 1px solid var(--caspian); border-radius: var(--r); padding: .3rem .7rem; margin-inline-end: .8rem; cursor: pointer; }
.pick { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .7rem; align-items: start; padding-block: .5rem; } .pick input { width: 1.5rem; height: 1.5rem; margin: .05rem 0 0; accent-color: var(--caspian); } .pick .hint { grid-column: 2; }
.problems { border: 3px solid var(--pomegranate); border-radius: var(--r); background: var(--card); padding: 1rem 1.2rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; } .problems h2 { font-size: var(--l); } .problems ul { list-style: none; padding: 0; } .problems a { color: var(--pomegranate); font-weight: 600; display: inline-block; padding-block: .15rem; }
@media print { .form input, .form select, .form textarea { border-color: #777; } }`;
