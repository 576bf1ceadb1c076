/** Shape and word first, colour last. The shapes are drawn, because the oldest phones miss half of the characters. */
export const stateCss = `
.state { display: inline-flex; align-items: baseline; gap: .4em; font-size: var(--s); font-weight: 600; line-height: 1.35; color: var(--quiet); max-width: 100%; }
.state span { min-width: 0; } .state svg { flex: none; width: .9em; height: .9em; align-self: start; margin-top: .225em; }
.s-complete { color: var(--tea); } .s-under_way, .s-substantial { color: var(--caspian); } .s-limited { color: var(--saffron); } .s-late { color: var(--pomegranate); }`;

const shape = (kind: string, inner: string): string => `<symbol id="s-${kind}" viewBox="0 0 16 16">${inner}</symbol>`;
const ring = '<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.8"/>';
const stroke = (d: string, width = 2): string =>
  `<path fill="none" stroke="currentColor" stroke-width="${width}" d="${d}"/>`;
const fill = (d: string): string => `<path fill="currentColor" d="${d}"/>`;

/** ○ ◐ ◔ ◕ ● ▲ ✕ ∅ – as drawings, once a page, used by reference. */
export const stateDefs =
  shape('not_started', ring) +
  shape('under_way', ring + fill('M8 1.2a6.8 6.8 0 0 0 0 13.6z')) +
  shape('limited', ring + fill('M8 8V1.2A6.8 6.8 0 0 1 14.8 8z')) +
  shape('substantial', ring + fill('M8 8H1.2A6.8 6.8 0 1 0 8 1.2z')) +
  shape('complete', '<circle cx="8" cy="8" r="7.7" fill="currentColor"/>') +
  shape('late', fill('M8 .8 16 15H0z')) +
  shape('withdrawn', stroke('M2 2l12 12M14 2 2 14', 2.4)) +
  shape('no_report', ring + stroke('M2 14 14 2', 1.8)) +
  shape('not_assessed', stroke('M2 8h12', 2.4));
