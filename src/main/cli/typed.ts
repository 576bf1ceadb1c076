import type { Typed } from './command.ts';

/** Options that stand alone; all others take the next word (or what follows "="). */
const FLAGS = new Set(['json', 'help', 'only-good', 'dry-run', 'again', 'yes', 'unencrypted', 'over']);

/** Words and options of a command line: "--forum guba", "--forum=guba", "--json". */
export function typedOf(argv: readonly string[]): Omit<Typed, 'file'> | { wrong: string } {
  const words: string[] = [];
  const options: Record<string, string | true> = {};
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i]!;
    const option = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
    if (!option) {
      words.push(word);
      continue;
    }
    const [, name = '', value] = option;
    if (value !== undefined) options[name] = value;
    else if (FLAGS.has(name)) options[name] = true;
    else {
      const next = argv[i + 1];
      if (next === undefined || next.startsWith('--')) return { wrong: `--${name} needs a value.` };
      options[name] = next;
      i += 1;
    }
  }
  return { words, options };
}
