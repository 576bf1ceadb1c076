/**
 * Where script runs, the keys of a presenter's clicker lead to the next picture and back, and the picture is looked at anew
 * now and then, so that quorum and result are those of now. Nothing is fetched beside the page itself.
 */
const AGAIN_AFTER = 20_000;
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];
const FORTH = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  // A link that has the focus answers to its own key.
  if (event.key === 'Enter' && document.activeElement instanceof HTMLAnchorElement) return;
  const rel = FORTH.includes(event.key) ? 'next' : BACK.includes(event.key) ? 'prev' : null;
  const link = rel && document.querySelector<HTMLAnchorElement>(`.wall a[rel="${rel}"]`);
  if (!rel) return;
  event.preventDefault();
  if (link) location.replace(link.href);
});

setTimeout(() => location.reload(), AGAIN_AFTER);
