import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, readConfig } from '#core/config.ts';
import { assemble } from './main/assembly.ts';
import { type CliCommand, type Exit, misused, type NamedFile, type Typed, type Voice } from './main/cli/command.ts';
import { COMMANDS } from './main/cli/commands.ts';
import { type Order, sendOrder } from './main/cli/control.ts';
import { commandOf, obey } from './main/cli/obey.ts';
import { typedOf } from './main/cli/typed.ts';
import { explain } from './main/explain.ts';

const voice: Voice = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

function help(): Exit {
  voice.out('npm run ortaq -- <command>; each command explains itself with --help\n');
  for (const command of COMMANDS) voice.out(`  ${command.name.padEnd(10)} ${command.summary}`);
  return 0;
}

/** One command line from beginning to end. */
async function main(argv: readonly string[]): Promise<Exit> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help') return help();
  const command = commandOf(name);
  if (!command) {
    voice.err(`There is no command "${name}". These are there:`);
    help();
    return 2;
  }
  const typed = typedOf(rest);
  if ('wrong' in typed) return misused(voice, command, typed.wrong);
  if (typed.options.help) {
    voice.out(`${command.name}: ${command.summary}`);
    for (const line of command.usage) voice.out(`  npm run ortaq -- ${line}`);
    return 0;
  }
  const file = fileOf(command, typed.words);
  if (file === 'missing') return misused(voice, command, 'The name of a file is missing.');
  if (file === 'unreadable') {
    voice.err(`The file ${typed.words[command.fileAt ?? 0]} cannot be read.`);
    return 1;
  }
  if (command.alone) return command.alone(voice, { ...typed, file });
  return withHouse(command, { ...typed, file }, standing(command, argv));
}

/** By the running server when there is one (the embedded database lets nobody else in), else by ourselves. */
async function withHouse(command: CliCommand, typed: Typed, argv: readonly string[]): Promise<Exit> {
  const { file } = typed;
  const read = readConfig(process.env, process.cwd());
  if ('wrong' in read) {
    for (const sentence of read.wrong) voice.err(sentence);
    return 2;
  }
  const order: Order = { argv, file: file && { name: file.name, bytes: Buffer.from(file.bytes).toString('base64') } };
  try {
    const answered = await sendOrder(read.config.folder, order, voice);
    if (answered !== null) return answered;
    if (command.uninstalled && !isInstalled(read.config)) return await command.uninstalled(voice, typed);
    return await alone(read.config, order);
  } catch (problem) {
    voice.err(explain(problem, read.config));
    return 1;
  }
}

/** Does a database stand here already, or is one named? */
const isInstalled = ({ databaseUrl, folder }: Config): boolean =>
  databaseUrl !== null || existsSync(path.join(folder, 'database'));

/** The same command line with the files it names as whole paths, from where the person stands. */
function standing(command: CliCommand, argv: readonly string[]): readonly string[] {
  const from = process.env.INIT_CWD ?? process.cwd();
  const [name = '', ...rest] = argv;
  const typed = typedOf(rest);
  if ('wrong' in typed || (!command.paths && command.pathAt === undefined)) return argv;
  const words = typed.words.map((word, i) => (i === command.pathAt ? path.resolve(from, word) : word));
  const options = Object.entries(typed.options).map(([option, value]) => {
    if (value === true) return `--${option}`;
    return `--${option}=${command.paths?.includes(option) ? path.resolve(from, value) : value}`;
  });
  return [name, ...words, ...options];
}

/** Nobody holds the data folder: we do, as long as this takes. */
async function alone(config: Config, order: Order): Promise<Exit> {
  const assembly = await assemble(config);
  try {
    return await obey(order, voice, assembly, false);
  } finally {
    await assembly.database.close();
  }
}

/** The named file, looked for where the person stands (npm runs us in the project's folder). */
function fileOf(command: CliCommand, words: readonly string[]): NamedFile | null | 'missing' | 'unreadable' {
  if (command.fileAt === undefined) return null;
  const name = words[command.fileAt];
  if (name === undefined) return 'missing';
  for (const folder of [process.cwd(), process.env.INIT_CWD ?? process.cwd()]) {
    try {
      return { name: path.basename(name), bytes: readFileSync(path.resolve(folder, name)) };
    } catch {}
  }
  return 'unreadable';
}

// What we write is for our own user alone, also where the folder was made by somebody else.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
