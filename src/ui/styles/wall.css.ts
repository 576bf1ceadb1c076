/**
 * A page for the wall of a hall. All lengths are in `--u`, a hundredth of the width of a picture 16 to 9 that lies wholly in
 * the window, so that nothing ever leaves it; a phone keeps letters of a usual size and scrolls.
 */
export const wallCss = `
.wall { --u: max(.34rem, min(1vw, 1.7778vh)); --ground: var(--card); --sharp: #000; --soft: var(--quiet); position: absolute; inset: 0; min-height: 100%; display: flex; flex-direction: column; justify-content: space-between; gap: calc(var(--u) * 1); padding: calc(var(--u) * 1.5) calc(var(--u) * 3); background: var(--ground); color: var(--sharp); font-size: calc(var(--u) * 3.1); line-height: 1.2; }
.wall p, .wall h1 { max-width: none; }
.wall.day { --ground: #fff; --sharp: #000; --soft: #333; } .wall.night { --ground: #000; --sharp: #fff; --soft: #ccc; }
@media screen and (prefers-color-scheme: dark) { .wall:not(.day) { --ground: #000; --sharp: #fff; --soft: #ccc; } }
.wall .over { color: var(--soft); } .wall .about { font-weight: 600; }
.wall h1 { font: 600 1em/1.25 var(--sans); letter-spacing: 0; text-wrap: wrap; } .wall h1 span { display: block; }
.wall .w60 { font-size: calc(var(--u) * 6); } .wall .w50 { font-size: calc(var(--u) * 5); } .wall .w42 { font-size: calc(var(--u) * 4.2); } .wall .w36 { font-size: calc(var(--u) * 3.6); } .wall .w31 { font-size: calc(var(--u) * 3.1); }
.wall .facts2 { display: grid; gap: calc(var(--u) * .6); } .wall .facts2 p { display: flex; gap: .5em; align-items: baseline; } .wall .facts2 .loud { font-weight: 700; border-top: calc(var(--u) * .25) solid; padding-top: calc(var(--u) * .5); }
.wall .facts2 p::before { content: attr(data-sign); }
.wall nav { display: flex; flex-wrap: wrap; gap: .4em 1.5em; font-size: max(.8rem, calc(var(--u) * 1.3)); } .wall nav a, .wall nav span { color: var(--soft); } .wall nav a:focus-visible { outline-color: currentColor; }
@media print { .wall { position: static; } }`;
