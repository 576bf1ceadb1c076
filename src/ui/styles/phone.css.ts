/** The frame of a phone: its own width, whatever the page has. */
export const phoneCss = `
.phone { box-sizing: content-box; width: 20rem; max-width: calc(100% - 2.1rem); height: 40rem; overflow: auto; border: 1px solid var(--quiet); border-radius: 1.4rem; padding: 1rem; background: var(--paper); overflow-wrap: anywhere; } .phone h2 small { display: block; font: 400 var(--s)/1.4 var(--sans); color: var(--quiet); }
@media print { .phone { height: auto; overflow: visible; } }`;
