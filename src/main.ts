import { type Config, readConfig } from '#core/config.ts';
import { DatabaseFailure } from '#core/db/failures.ts';
import { assemble, serve } from './main/assembly.ts';
import { listenForOrders } from './main/cli/control.ts';
import { obey } from './main/cli/obey.ts';
import { bringExample } from './main/demonstration.ts';
import { printFirstLink } from './main/first-link.ts';

/** Opens the house, serves until told to stop, closes it in order. */
async function main(config: Config, argv: readonly string[]): Promise<void> {
  const assembly = await assemble(config);
  if (wantsExample(config, argv, assembly.forums.all.length)) await bringExample(assembly, 'az');
  const served = serve(assembly);
  await new Promise<void>((resolve, reject) => {
    served.once('error', reject);
    served.listen(config.port, config.host, resolve);
  });
  const orders = listenForOrders(assembly, obey);
  assembly.runner.start();
  const link = await printFirstLink(assembly);
  if (link) console.log(`Sign in once as the first coordinator: ${link}`);
  const address = served.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  console.log(`Ortaq is ready at http://localhost:${port}`);
  const stop = async (): Promise<void> => {
    orders.close();
    const answered = new Promise((resolve) => served.close(resolve));
    served.closeIdleConnections();
    // Whoever still waits for an answer gets it; nobody waits longer than this.
    setTimeout(() => served.closeAllConnections(), 5_000).unref();
    await answered;
    await assembly.runner.stop();
    await assembly.database.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** An empty installation begins with the demonstration world; on a server of its own only when asked. */
function wantsExample(config: Config, argv: readonly string[], forums: number): boolean {
  if (forums > 0 || argv.includes('--empty')) return false;
  return config.databaseUrl === null || argv.includes('--demo');
}

/** What the operator reads when the start fails: a sentence where the cause is known. */
function explain(problem: unknown, config: Config): string {
  if (problem instanceof DatabaseFailure) return problem.message;
  const code = (problem as NodeJS.ErrnoException)?.code;
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken by another program. Choose another: PORT=3001 npm start`;
  if (code === 'EACCES') return `Ortaq may not use port ${config.port} or the folder ${config.folder}.`;
  if (code === 'ECONNREFUSED') return 'The PostgreSQL server of DATABASE_URL does not answer.';
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}

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
