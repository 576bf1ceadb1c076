/**
 * The program behind load.ts: keep-alive connections on bare sockets, because a whole HTTP client costs as much as the
 * server that it measures. Reads just enough of an answer to know where it ends.
 */
import { connect, type Socket } from 'node:net';
import type { LoadAsked, LoadMade } from './load.ts';

const asked = JSON.parse(process.argv[2] ?? '') as LoadAsked;
const requests = asked.paths.map((path) => {
  const headers = Object.entries({ host: `localhost:${asked.port}`, ...asked.headers });
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
});

let next = 0;
let [failed, bytes] = [0, 0];
const times: number[] = [];

/** One connection with at most one question open. */
class Line {
  readonly #socket: Socket;
  readonly #onFree: (line: Line) => void;
  #since = 0;
  #head = '';
  /** Bytes of the body still to come; null: in the head; 'chunked': until the empty chunk. */
  #rest: number | null = null;
  #tail: string | null = null;
  busy = false;

  constructor(socket: Socket, onFree: (line: Line) => void) {
    this.#socket = socket;
    this.#onFree = onFree;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', fail);
    socket.on('close', () => {
      if (this.busy) fail(new Error('the server closed a connection in the middle of an answer'));
    });
  }

  ask(since: number): void {
    this.busy = true;
    this.#since = since;
    this.#socket.write(requests[next++ % requests.length] as Buffer);
  }

  close(): void {
    this.busy = false;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    bytes += chunk.length;
    if (this.#tail !== null) this.#chunked(chunk.toString('latin1'));
    else if (this.#rest !== null) this.#body(chunk.length);
    else this.#begin(chunk);
  }

  #begin(chunk: Buffer): void {
    this.#head += chunk.toString('latin1');
    const at = this.#head.indexOf('\r\n\r\n');
    if (at < 0) return;
    if (!this.#head.startsWith('HTTP/1.1 200')) failed++;
    const after = this.#head.length - at - 4;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#head);
    if (length) {
      this.#rest = Number(length[1]);
      this.#body(after);
    } else if (/\r\ntransfer-encoding: chunked/i.test(this.#head)) {
      this.#tail = '';
      this.#chunked(this.#head.slice(at + 4));
    } else {
      this.#rest = 0;
      this.#body(0);
    }
  }

  #body(length: number): void {
    this.#rest = (this.#rest ?? 0) - length;
    if (this.#rest <= 0) this.#done();
  }

  #chunked(text: string): void {
    this.#tail = (this.#tail + text).slice(-7);
    if (this.#tail === '\r\n0\r\n\r\n' || this.#tail === '0\r\n\r\n') this.#done();
  }

  #done(): void {
    times.push(performance.now() - this.#since);
    this.#head = '';
    this.#rest = null;
    this.#tail = null;
    this.busy = false;
    this.#onFree(this);
  }
}

function fail(problem: Error): void {
  console.error(problem.message);
  process.exit(1);
}

const lines: Line[] = [];
for (let i = 0; i < asked.connections; i++) {
  const socket = connect(asked.port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  lines.push(new Line(socket, (line) => onFree(line)));
}
let onFree: (line: Line) => void = () => {};
const cpuBefore = process.cpuUsage();
const begin = performance.now();
await (asked.rate ? atRate(asked.rate) : asOftenAsAnswered());
const cpu = process.cpuUsage(cpuBefore);
const took = performance.now() - begin;
for (const line of lines) line.close();

const sorted = Float64Array.from(times).sort();
const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
const made: LoadMade = {
  answers: sorted.length,
  failed,
  bytes,
  perSecond: (sorted.length * 1000) / took,
  p50: at(0.5),
  p99: at(0.99),
  worst: at(1),
  senderBusy: (cpu.user + cpu.system) / 1000 / took,
};
process.stdout.write(JSON.stringify(made));

function asOftenAsAnswered(): Promise<void> {
  const end = begin + asked.seconds * 1000;
  return new Promise((resolve) => {
    let open = lines.length;
    onFree = (line) => {
      const now = performance.now();
      if (now < end) line.ask(now);
      else if (--open === 0) resolve();
    };
    for (const line of lines) line.ask(performance.now());
  });
}

/** Each request has its moment; one that finds no free connection waits, and its wait counts. */
function atRate(rate: number): Promise<void> {
  const free = [...lines];
  const waiting: number[] = [];
  const count = Math.floor(asked.seconds * rate);
  let sent = 0;
  return new Promise((resolve) => {
    const settle = (): void => {
      while (free.length > 0 && waiting.length > 0) free.shift()?.ask(waiting.shift() as number);
      if (sent === count && free.length === lines.length) resolve();
    };
    onFree = (line) => {
      free.push(line);
      settle();
    };
    const first = performance.now();
    const tick = (): void => {
      const due = Math.min(count, Math.floor(((performance.now() - first) / 1000) * rate) + 1);
      while (sent < due) waiting.push(first + (sent++ * 1000) / rate);
      settle();
      if (sent < count) setTimeout(tick, 1);
    };
    tick();
  });
}
