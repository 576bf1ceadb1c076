/**
 * Where script runs, a message gets a button that copies it, and on phones one that shares it. The buttons stand in the
 * page, hidden; nothing is fetched. Without script the text is copied by hand.
 */
for (const acts of document.querySelectorAll<HTMLElement>('[data-message]')) {
  const text = document.getElementById(acts.dataset.message ?? '');
  if (text instanceof HTMLTextAreaElement) offer(acts, text);
}

function offer(acts: HTMLElement, text: HTMLTextAreaElement): void {
  const [copy, share, told] = ['copy', 'share', 'told'].map((name) =>
    acts.querySelector<HTMLElement>(`[data-${name}]`),
  );
  acts.hidden = false;
  copy?.addEventListener('click', () => {
    void copied(text).then((done) => {
      if (told && done) told.textContent = told.dataset.told ?? '';
    });
  });
  if (!share || !('share' in navigator)) return;
  share.hidden = false;
  share.addEventListener('click', () => {
    // Closing the choice of programs is no fault.
    navigator.share({ text: text.value }).catch(() => {});
  });
}

/** Offices without https have no clipboard of the new kind: there the old command copies what is selected. */
async function copied(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.focus();
    text.select();
    return document.execCommand('copy');
  }
}
