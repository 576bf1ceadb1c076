import { createServer, type Server } from 'node:net';
import { type Config, readConfig } from '#core/config.ts';
import { assemble, serve } from './main/assembly.ts';
import { listenForOrders } from './main/cli/control.ts';
import { obey } from './main/cli/obey.ts';
import { bringExample } from './main/demonstration.ts';
import { explain } from './main/explain.ts';
import { printFirstLink } from './main/first-link.ts';
import { restWhenQuiet } from './main/rest.ts';

/** Opens the house, serves until told to stop, closes it in order. */
async function main(config: Config, argv: readonly string[]): Promise<void> {
  // Told before the database is opened and filled, which may take a while.
  await listen(createServer(), config).then((probe) => new Promise((resolve) => probe.close(resolve)));
  const assembly = await assemble(config);
  const served = serve(assembly);
  try {
    if (wantsExample(config, argv, assembly.forums.all.length)) await bringExample(assembly, 'az');
    await listen(served, config);
  } catch (problem) {
    await assembly.database.close();
    throw problem;
  }
  const orders = listenForOrders(assembly, obey, (problem) =>
    console.error(`The command line cannot reach this server: ${problem.message}`),
  );
  assembly.runner.start();
  assembly.sequencer.start();
  restWhenQuiet(served);
  const stop = async (): Promise<void> => {
    orders.close();
    const answered = new Promise((resolve) => served.close(resolve));
    served.closeIdleConnections();
    // Whoever still waits for an answer gets it; nobody waits longer than this.
    setTimeout(() => served.closeAllConnections(), 5_000).unref();
    await answered;
    await assembly.runner.stop();
    await assembly.sequencer.stop();
    await assembly.database.close();
  };
  onSignal(() =>
    stop().catch((problem: unknown) => {
      console.error(explain(problem, config));
      process.exit(1);
    }),
  );
  const address = served.address();
  const here = `http://localhost:${typeof address === 'object' && address ? address.port : config.port}`;
  const link = await printFirstLink(assembly, { origin: config.fixedOrigin ? config.publicUrl : here });
  if (link) console.log(`Sign in once as the first coordinator: ${link}`);
  console.log(`Ortaq is ready at ${here}`);
}

/** Milliseconds. */
const IMPATIENT = 2_000;

/**
 * The first signal stops in order. Service managers and shells tell it to a whole family of processes that pass it on,
 * so it may come twice at once; only one that comes later means "now".
 */
function onSignal(stop: () => Promise<void>): void {
  let told: number | null = null;
  const hear = (): void => {
    if (told === null) {
      told = performance.now();
      void stop();
    } else if (performance.now() - told > IMPATIENT) process.exit(1);
  };
  process.on('SIGTERM', hear);
  process.on('SIGINT', hear);
}

function listen<S extends Server>(server: S, { port, host }: Config): Promise<S> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** An empty installation begins with the demonstration world; on a server of its own only when asked. */
function wantsExample(config: Config, argv: readonly string[], forums: number): boolean {
  if (forums > 0 || argv.includes('--empty')) return false;
  return config.databaseUrl === null || argv.includes('--demo');
}

// What we write is for our own user alone, also where the folder was made by somebody else.
process.umask(0o077);
const read = readConfig(process.env, process.cwd());
if ('wrong' in read) {
  for (const sentence of read.wrong) console.error(sentence);
  process.exitCode = 2;
} else {
  try {
    await main(read.config, process.argv.slice(2));
  } catch (problem) {
    console.error(explain(problem, read.config));
    process.exit(1);
  }
}
