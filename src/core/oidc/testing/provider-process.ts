import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/**
 * A real OpenID provider for tests, in a process of its own: prints its port. Whoever says a name is that person; the
 * address of "unverified" was never verified. The client is told by the argument: where browsers may be sent back.
 */
const server = createServer((request, response) => void callback(request, response));
let callback: (...args: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const provider = new Provider(`http://localhost:${port}`, {
    clients: [{ client_id: 'ortaq', client_secret: 'a secret of the test', redirect_uris: [process.argv[2] ?? ''] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: `${accountId}@example.az`,
        email_verified: accountId !== 'unverified',
      }),
    }),
  });
  callback = provider.callback();
  process.stdout.write(`${port}\n`);
});
// Ends with whoever started it.
process.stdin.on('end', () => process.exit()).resume();
