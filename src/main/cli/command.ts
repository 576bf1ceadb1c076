import type { Assembly } from '../assembly.ts';

/** Where a command says its answer, and its "no". */
export interface Voice {
  out(text: string): void;
  err(text: string): void;
}

/** A file named on the command line, read by the client: the server may run elsewhere. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was typed behind the command's name. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
  readonly file: NamedFile | null;
}

/** 0 well, 1 refused (a sentence was said), 2 wrong usage. */
export type Exit = 0 | 1 | 2;

export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  /** Behind `npm run ortaq --`. */
  readonly usage: readonly string[];
  /** Which word is a file to be read. */
  readonly fileAt?: number;
  /** Alone: needs neither database nor server. */
  readonly alone?: (voice: Voice, typed: Typed) => Exit | Promise<Exit>;
  /** What it says where nothing is installed yet: no database is made for a question. */
  readonly uninstalled?: (voice: Voice, typed: Typed) => Exit | Promise<Exit>;
  /** Which word, and which options, name files where the person stands: the server may stand elsewhere. */
  readonly pathAt?: number;
  readonly paths?: readonly string[];
  /** Not while a server runs: it would go on with what it keeps in memory. */
  readonly stopped?: true;
  readonly run?: (voice: Voice, typed: Typed, assembly: Assembly) => Promise<Exit>;
}

/** Wrong usage: what is wrong, and how it is meant. */
export function misused(voice: Voice, command: CliCommand, what: string): Exit {
  voice.err(what);
  for (const line of command.usage) voice.err(`  npm run ortaq -- ${line}`);
  return 2;
}
