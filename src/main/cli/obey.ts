import type { Assembly } from '../assembly.ts';
import type { CliCommand, Exit, Voice } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { Order } from './control.ts';
import { typedOf } from './typed.ts';

export const commandOf = (name: string | undefined): CliCommand | null =>
  COMMANDS.find((command) => command.name === name) ?? null;

/** Does what an order says, in the process that holds the database. */
export async function obey(order: Order, voice: Voice, assembly: Assembly, serving = true): Promise<Exit> {
  const [name, ...rest] = order.argv;
  const command = commandOf(name);
  const typed = typedOf(rest);
  if (!command?.run || 'wrong' in typed) {
    // The words were judged by whoever sent them, so the two are of different versions.
    voice.err(`The running server knows no command "${name ?? ''}" like this. Stop it and start the same version.`);
    return 2;
  }
  if (command.stopped && serving) {
    voice.err(`Stop the server first: ${command.name} changes what it keeps in memory.`);
    return 1;
  }
  const file = order.file && { name: order.file.name, bytes: Buffer.from(order.file.bytes, 'base64') };
  return command.run(voice, { ...typed, file }, assembly);
}
