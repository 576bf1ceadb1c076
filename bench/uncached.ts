/**
 * The server as it is, but keeping no page, and no piece of one unless it is told to: what is measured here is the whole
 * cost of an answer. Built by bench.ts.
 */
import { readConfig } from '#core/config.ts';
import { assemble, serve } from '../src/main/assembly.ts';

const read = readConfig(process.env, process.cwd());
if ('wrong' in read) throw new Error(read.wrong.join('\n'));
const assembly = await assemble(read.config);
const served = process.env.ORTAQ_BENCH_PIECES === 'kept' ? serve(assembly, 0) : serve(assembly, 0, 0);
served.listen(read.config.port, read.config.host, () => {
  console.log(`Ortaq is ready at http://localhost:${read.config.port}`);
});
process.once('SIGTERM', async () => {
  served.closeAllConnections();
  served.close();
  await assembly.database.close();
});
