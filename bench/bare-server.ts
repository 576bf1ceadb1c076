/**
 * What `node:http` does with nothing behind it: the baseline of requests per second and of processor per answer.
 *   node bench/bare-server.ts                  empty answers
 *   node bench/bare-server.ts FILE             the bytes and headers of FILE ({headers, body in base64})
 * Prints its port, ends with its standard input.
 */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const file = process.argv[2];
const listener: RequestListener = file ? same(file) : (_request, response) => void response.end();

function same(path: string): RequestListener {
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { headers: [string, string][]; body: string };
  const body = Buffer.from(kept.body, 'base64');
  const headers = kept.headers.flat();
  return (_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  };
}

const server = createServer(listener);
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.on('end', () => process.exit(0)).resume();
