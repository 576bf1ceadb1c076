import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const LANGUAGES = ['az', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One room's sentences: `src/modules/plans/text` with its three files. A file that could not be read is left out. */
export interface Room {
  /** "src/modules/plans/text", with forward slashes, below the root. */
  readonly folder: string;
  /** What its keys must begin with: ["plans."], for core ["core.", "errors."]. */
  readonly prefixes: readonly string[];
  readonly files: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
}

export interface Read {
  readonly rooms: readonly Room[];
  /** Files that are no flat JSON object of sentences, each as one line for people. */
  readonly problems: readonly string[];
}

const PLACES = ['src/core/text/*.json', 'src/ui/text/*.json', 'src/modules/**/text/*.json', 'src/phone/text/*.json'];

/** All text folders below a root, with everything that is wrong with the files as files. */
export function readRooms(root: string): Read {
  const problems: string[] = [];
  const folders = new Set<string>();
  for (const path of globSync(PLACES, { cwd: root })) folders.add(dirname(path).replaceAll('\\', '/'));
  const rooms = [...folders].sort().map((folder) => {
    const files: Partial<Record<Language, Record<string, string>>> = {};
    for (const language of LANGUAGES) {
      const path = `${folder}/${language}.json`;
      const sentences = readSentences(join(root, path), path, problems);
      if (sentences) files[language] = sentences;
    }
    return { folder, prefixes: prefixesOf(folder), files };
  });
  return { rooms, problems };
}

/** "src/modules/plans/evaluations/text" holds keys that begin with "plans.evaluations.". */
function prefixesOf(folder: string): readonly string[] {
  const parts = folder.split('/').slice(1, -1);
  if (parts[0] === 'core') return ['core.', 'errors.'];
  return [`${(parts[0] === 'modules' ? parts.slice(1) : parts).join('.')}.`];
}

function readSentences(file: string, shown: string, problems: string[]): Record<string, string> | null {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    problems.push(`${shown}: the file is missing; every text folder has az.json, en.json and ru.json`);
    return null;
  }
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    problems.push(`${shown}: this is not JSON: ${(error as Error).message}`);
    return null;
  }
  if (!isSentences(value)) {
    problems.push(`${shown}: must be one flat object { "key": "sentence" }`);
    return null;
  }
  const seen = new Set<string>();
  for (const [, key] of source.matchAll(/(?:^|[,{])\s*"((?:[^"\\]|\\.)+)"\s*:/gm)) {
    if (seen.has(key!)) problems.push(`${shown}: "${key}" stands twice`);
    seen.add(key!);
  }
  return value;
}

const isSentences = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((v) => typeof v === 'string');
