import { readConfig } from '#core/config.ts';
import { assemble, serve } from './assembly.ts';

/** Opens the house, serves until told to stop, closes it in order. */
async function main(): Promise<void> {
  const read = readConfig(process.env, process.cwd());
  if ('wrong' in read) {
    for (const sentence of read.wrong) console.error(sentence);
    process.exitCode = 2;
    return;
  }
  const { config } = read;
  const assembly = await assemble(config);
  const served = serve(assembly);
  await new Promise<void>((resolve, reject) => {
    served.once('error', reject);
    served.listen(config.port, config.host, resolve);
  });
  const address = served.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  console.log(`Ortaq is ready at http://localhost:${port}`);
  const stop = async (): Promise<void> => {
    served.close();
    served.closeIdleConnections();
    await assembly.database.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();
