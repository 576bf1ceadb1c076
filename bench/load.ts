import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Requests against a local server, sent by a process of its own. */
export interface LoadAsked {
  readonly port: number;
  /** Asked one after the other, round and round. */
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second, all connections together, sent at their time whether or not answers came; without: each connection asks again when answered. */
  readonly rate?: number;
}

export interface LoadMade {
  readonly answers: number;
  /** Other than 200. */
  readonly failed: number;
  readonly bytes: number;
  readonly perSecond: number;
  /** Milliseconds from the moment a request was to be sent. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Share of a core that the sender itself used: near 1 it was the bottleneck, not the server. */
  readonly senderBusy: number;
}

/** What browsers send of themselves; the answer is gzip, as on plain http. */
export const AS_BROWSER = { 'accept-encoding': 'gzip, deflate', accept: 'text/html', 'accept-language': 'az' };

/** Runs one load to its end. */
export async function load(asked: LoadAsked): Promise<LoadMade> {
  const program = fileURLToPath(new URL('./load-sender.ts', import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(asked)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the load of ${asked.paths[0]} ended with ${code}`);
  const made = JSON.parse(said) as LoadMade;
  if (made.failed > 0) throw new Error(`${made.failed} of ${made.answers} answers to ${asked.paths[0]} were not 200`);
  return made;
}
