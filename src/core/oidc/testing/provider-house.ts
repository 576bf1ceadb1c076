import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A running provider, and somebody's browser before it. */
export interface ProviderHouse {
  readonly issuer: string;
  /** Goes where `url` leads, says this name, agrees, and answers the address to which the provider sends the browser back. */
  comeBackFrom(url: string, name: string): Promise<URL>;
  stop(): Promise<void>;
}

/** Starts a provider that sends browsers back to this address. */
export async function startProvider(returnTo: string): Promise<ProviderHouse> {
  const file = fileURLToPath(new URL('./provider-process.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [file, returnTo], { stdio: ['pipe', 'pipe', 'ignore'] });
  const port = await portOf(child);
  return {
    issuer: `http://localhost:${port}`,
    comeBackFrom: (url, name) => walk(url, name, returnTo),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
}

/** It may say other things before and after: its output stays open. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const port = /^(\d+)$/m.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`the provider ended before it was ready: ${said}`)));
  });
}

/** A browser of few words: keeps cookies, follows redirects, fills the two forms (who are you, do you agree). */
async function walk(start: string, name: string, returnTo: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [at, form]: [string, URLSearchParams | null] = [start, null];
  for (let steps = 0; steps < 20; steps++) {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(key, value);
    }
    const to = answer.headers.get('location');
    form = null;
    if (to?.startsWith(returnTo)) return new URL(to);
    if (to) {
      at = new URL(to, at).href;
      continue;
    }
    const html = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`the provider says ${answer.status}: ${html.slice(0, 500)}`);
    at = new URL(action, at).href;
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: name, password: 'any' } : {}) });
  }
  throw new Error('the provider leads in circles');
}
