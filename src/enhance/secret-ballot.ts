import { encode } from 'uqr';
import { ask, canAsk, finish } from '#core/blind-signatures/asker.ts';

/**
 * A remote secret ballot in the voter's browser: has a paper signed without showing it, keeps it until it is used, and
 * puts it into the urn by a request that says nothing of who sends it (no cookie, no address of the page). The words,
 * the steps and the form stand in the page; this shows one step at a time.
 */
interface Ballot {
  readonly id: string;
  /** Key of the reader's seat; null: this reader speaks for none. */
  readonly seat: string | null;
  /** What is signed behind 32 random bytes, and the key of the urn. */
  readonly message: string | null;
  readonly publicKey: string | null;
  /** The seat received its paper before. */
  readonly taken: boolean;
  readonly papers: string;
  readonly votes: string;
}

/** All texts are base64url. Without `signature`: asked for, the answer has not come. */
interface Paper {
  readonly prepared: string;
  readonly inverse?: string;
  readonly blinded?: string;
  readonly signature?: string;
}

const root = document.querySelector<HTMLElement>('[data-secret-ballot]');
if (root) start(root, JSON.parse(root.dataset.secretBallot ?? '{}') as Ballot);

function start(root: HTMLElement, ballot: Ballot): void {
  const shelf = shelfOf(`ortaq-paper-${ballot.id}`, ballot.seat);
  let paper: Paper | null = broughtPaper() ?? shelf.read();
  const form = root.querySelector<HTMLFormElement>('form[data-choice]');
  const fields = form?.querySelector('fieldset');

  const press = (name: string, deed: () => Promise<string> | string): void => {
    for (const button of root.querySelectorAll<HTMLButtonElement>(`button[data-press=${name}]`))
      button.addEventListener('click', () => {
        button.disabled = true;
        tell(root, null);
        Promise.resolve()
          .then(deed)
          .then((step) => show(root, step))
          .catch((problem: unknown) => tell(root, problem))
          .finally(() => {
            button.disabled = false;
          });
      });
  };

  press('ask', async () => {
    paper = await askedPaper(ballot, shelf, paper);
    showWayOut(root, ballot, paper);
    return 'vote';
  });
  press('change', () => {
    if (fields) fields.disabled = false;
    return 'vote';
  });
  press('print', () => {
    window.print();
    return 'vote';
  });
  press('cast', async () => {
    if (!form || !fields || !paper?.signature) throw new Error('no paper');
    // Disabled fields are not part of a form.
    fields.disabled = false;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.disabled = true;
    body.set('prepared', paper.prepared);
    body.set('signature', paper.signature);
    const { tracker } = await sent<{ tracker: string }>(ballot.votes, body, 'omit');
    shelf.clear();
    paper = null;
    const code = root.querySelector('[data-tracker]');
    if (code) code.textContent = tracker;
    return 'cast';
  });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (fields) fields.disabled = true;
    tell(root, null);
    show(root, 'sure');
  });

  root.hidden = false;
  for (const other of document.querySelectorAll<HTMLElement>('[data-without-script]')) other.hidden = true;
  if (paper?.signature) showWayOut(root, ballot, paper);
  show(root, firstStep(ballot, paper));
}

function firstStep(ballot: Ballot, paper: Paper | null): string {
  if (paper?.signature) return 'vote';
  if (!ballot.publicKey) return 'none';
  if (ballot.taken && !paper) return 'taken';
  return canAsk() ? 'ask' : 'cannot';
}

/** The paper, signed. What is needed to open the answer lies here before the question leaves. */
async function askedPaper(ballot: Ballot, shelf: Shelf, before: Paper | null): Promise<Paper> {
  if (before?.signature) return before;
  const publicKey = bytesOf(ballot.publicKey ?? '');
  let asked = before;
  if (!asked?.inverse || !asked.blinded) {
    const made = await ask(publicKey, new TextEncoder().encode(ballot.message ?? ''));
    asked = { prepared: textOf(made.prepared), inverse: textOf(made.inverse), blinded: textOf(made.blinded) };
    shelf.write(asked);
  }
  const body = new URLSearchParams({ seat: ballot.seat ?? '', blinded: asked.blinded ?? '' });
  const answer = await sent<{ signature: string }>(ballot.papers, body, 'same-origin');
  const asking = { prepared: bytesOf(asked.prepared), inverse: bytesOf(asked.inverse ?? '') };
  const signature = await finish(publicKey, asking, bytesOf(answer.signature));
  // What connects both sides is gone from here on.
  const paper = { prepared: asked.prepared, signature: textOf(signature) };
  shelf.write(paper);
  return paper;
}

/** A "no" in the reader's words. */
class Refused extends Error {}

async function sent<T>(address: string, body: URLSearchParams, credentials: RequestCredentials): Promise<T> {
  const headers = { accept: 'application/json' };
  const answer = await fetch(address, {
    ...{ method: 'POST', body, credentials, headers },
    ...{ referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' },
  });
  const said = (await answer.json()) as T & { detail?: string };
  if (!answer.ok) throw new Refused(said.detail ?? '');
  return said;
}

function show(root: HTMLElement, step: string): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-step]'))
    part.hidden = !(part.dataset.step ?? '').split(' ').includes(step);
  root.querySelector<HTMLElement>(`[data-step~="${step}"] [data-first]`)?.focus();
}

function tell(root: HTMLElement, problem: unknown): void {
  const place = root.querySelector<HTMLElement>('[data-problem]');
  if (!place) return;
  place.hidden = problem === null;
  place.textContent = problem instanceof Refused ? problem.message : (place.dataset.problem ?? '');
  if (problem !== null) place.focus();
}

/** The way out: an address that carries the paper behind "#", which browsers never send; as text and to photograph. */
function showWayOut(root: HTMLElement, ballot: Ballot, paper: Paper): void {
  const page = new URL(ballot.votes.replace(/\/votes$/, ''), location.href);
  const address = `${page.origin}${page.pathname}#${paper.prepared}.${paper.signature ?? ''}`;
  const text = root.querySelector<HTMLTextAreaElement>('textarea[data-address]');
  if (text) text.value = address;
  const { data, size } = encode(address, { ecc: 'L' });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const svg = root.querySelector('svg[data-code]');
  svg?.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg?.querySelector('path')?.setAttribute('d', squares.join(''));
}

/** A paper that came behind "#"; the address forgets it. */
function broughtPaper(): Paper | null {
  const [, prepared, signature] = /^#([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? [];
  if (!prepared || !signature) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return { prepared, signature };
}

interface Shelf {
  read(): Paper | null;
  write(paper: Paper): void;
  clear(): void;
}

/** What this browser keeps of the paper; where it keeps nothing, the page does until it is closed. */
function shelfOf(ballot: string, seat: string | null): Shelf {
  const quietly = <T>(deed: () => T): T | null => {
    try {
      return deed();
    } catch {
      return null;
    }
  };
  // Who comes back without the link that was used is nobody: then it is the paper that lies here.
  const kept = seat === null ? quietly(() => Object.keys(localStorage).find((key) => key.startsWith(ballot))) : null;
  const name = kept ?? `${ballot} ${seat ?? ''}`;
  return {
    read: () => quietly(() => JSON.parse(localStorage.getItem(name) ?? 'null') as Paper | null),
    write: (paper) => quietly(() => localStorage.setItem(name, JSON.stringify(paper))),
    clear: () => quietly(() => localStorage.removeItem(name)),
  };
}

function textOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
