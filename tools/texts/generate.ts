import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Params } from './judge.ts';
import { LANGUAGES, type Room } from './read.ts';

const HEAD = '// Made by `node tools/texts.ts` from the text/*.json files. Do not edit, do not commit.\n';

/** The declarations that type `lang.t()` and `message()`: every key with what its sentence needs. */
export function declarations(keys: ReadonlyMap<string, Params>): string {
  const lines = [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, params]) => {
      const list = Object.entries(params).map(([name, type]) => `${property(name)}: ${type}`);
      return `    '${key}': ${list.length ? `{ ${list.join('; ')} }` : 'Record<never, never>'};\n`;
    });
  return `declare module '#core/i18n/message.ts' {\n  interface TextKeys {\n${lines.join('')}  }\n}\n`;
}

/** `{0}` and `{first-name}` are lawful in ICU and need quotes in TypeScript. */
const property = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** The module that holds all sentences per language, by importing the JSON files where they lie. */
export function sentences(rooms: readonly Room[]): string {
  const imports: string[] = [];
  const tables = LANGUAGES.map((language) => {
    const spreads = rooms.flatMap((room, index) => {
      if (!room.files[language]) return [];
      const name = `${language}${index}`;
      imports.push(
        `import ${name} from './${room.folder.slice('src/'.length)}/${language}.json' with { type: 'json' };`,
      );
      return [`...${name}`];
    });
    return `  ${language}: { ${spreads.join(', ')} },`;
  });
  const type = "Record<'az' | 'en' | 'ru', Record<string, string>>";
  return `${imports.join('\n')}\n\nexport const SENTENCES: ${type} = {\n${tables.join('\n')}\n};\n`;
}

/** Writes src/texts.gen.ts when its content changed, whole or not at all: several people may do it at once. */
export function write(root: string, rooms: readonly Room[], keys: ReadonlyMap<string, Params>): boolean {
  const file = join(root, 'src/texts.gen.ts');
  const content = `${HEAD}${sentences(rooms)}\n${declarations(keys)}`;
  if (current(file) === content) return false;
  const whole = `${file}.${process.pid}.tmp`;
  writeFileSync(whole, content);
  renameSync(whole, file);
  return true;
}

function current(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
