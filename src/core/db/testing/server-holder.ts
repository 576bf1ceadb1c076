import { startTestServer } from './test-server.ts';

/** A process that starts a test server, says where, and waits to be killed. */
const server = await startTestServer();
process.stdout.write(`${server.url('postgres')}\n`);
setInterval(() => {}, 1_000);
