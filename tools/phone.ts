/**
 * The program for phones and laptops that works without internet (`src/phone`): one page, its script in parts (those that
 * the first page needs, and those that it loads when it needs them), one style, pictures and a service worker, each a file
 * of its own under /phone/. Made by the build into `dist/phone/`.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import sharp from 'sharp';
import { phonePage } from '../src/phone/shell/page.ts';
import { PHONE_STYLES } from '../src/phone/styles/phone.css.ts';
import { readRooms } from './texts/read.ts';

const LANGUAGES = ['az', 'en', 'ru'] as const;
/** Sentences that the program says; all others stay on the site. */
const SAID = /^(phone\.|meetings\.desk\.no\.|forum\.rulebook\.(steps|share|of)\.)/;

const BROWSER: BuildOptions = {
  ...{ bundle: true, minify: true, format: 'iife', platform: 'browser', write: false, logLevel: 'warning' },
  ...{
    target: ['chrome109', 'firefox115', 'safari15.6'],
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
};

/** Name -> content of every file. Names of script and style carry a hash, so they are kept for ever. */
export async function phoneFiles(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const words = wordsOf(root);
  const { entry, first, parts } = await inParts('src/phone/app.tsx', { WORDS: JSON.stringify(words) });
  const style = Buffer.from(PHONE_STYLES);
  const styleName = `app-${hashOf(style)}.css`;
  const pictures = await picturesOf();
  const page = Buffer.from(phonePage({ script: entry, first, style: styleName, words }));
  const files = new Map<string, Uint8Array>([
    ['desk.html', page],
    ...parts,
    [styleName, style],
    ['phone.webmanifest', Buffer.from(manifestOf())],
    ...pictures,
  ]);
  const names = [...files.keys()].filter((name) => name !== 'desk.html');
  const version = hashOf(Buffer.concat([...files.values()]));
  const define = { VERSION: JSON.stringify(version), FILES: JSON.stringify(['desk', ...names]) };
  files.set('service.js', await bundled('src/phone/shell/offline-copy.ts', define));
  return files;
}

/** What the first visit loads, in bytes of gzip: the page, and the scripts and the style that it names. */
export function weightOf(files: ReadonlyMap<string, Uint8Array>): number {
  const page = Buffer.from(files.get('desk.html')!).toString();
  return [...files]
    .filter(([name]) => name === 'desk.html' || (/^app-/.test(name) && page.includes(name)))
    .reduce((sum, [, content]) => sum + gzipSync(content, { level: 9 }).length, 0);
}

/** The program in parts: the entry, what it needs at once (`first`), and what it loads when it needs it. */
async function inParts(entryPoint: string, define: Record<string, string>) {
  const names = { entryNames: 'app-[hash]', chunkNames: 'app-[hash]', outdir: 'phone', metafile: true } as const;
  const esm = { ...BROWSER, ...names, format: 'esm', splitting: true } as const;
  const { outputFiles, metafile } = await build({ ...esm, entryPoints: [entryPoint], define });
  const parts = outputFiles!.map(({ path: at, contents }) => [path.basename(at), contents] as const);
  const made = new Map(Object.entries(metafile!.outputs).map(([at, one]) => [path.basename(at), one]));
  const entry = [...made].find(([, one]) => one.entryPoint === entryPoint)![0];
  const first = new Set<string>();
  const follow = (name: string): void => {
    for (const { path: at, kind } of made.get(name)!.imports) {
      const next = path.basename(at);
      if (kind !== 'import-statement' || first.has(next)) continue;
      first.add(next);
      follow(next);
    }
  };
  follow(entry);
  return { entry, first: [...first], parts };
}

async function bundled(entry: string, define: Record<string, string>): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...BROWSER, entryPoints: [entry], define });
  return outputFiles![0]!.contents;
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 12);

function wordsOf(root: string): Readonly<Record<(typeof LANGUAGES)[number], Readonly<Record<string, string>>>> {
  const { rooms } = readRooms(root);
  return Object.fromEntries(
    LANGUAGES.map((code) => {
      const all = rooms.flatMap((room) => Object.entries(room.files[code] ?? {}));
      return [code, Object.fromEntries(all.filter(([key]) => SAID.test(key)))];
    }),
  ) as Record<(typeof LANGUAGES)[number], Record<string, string>>;
}

const manifestOf = (): string =>
  JSON.stringify({
    ...{ name: 'Ortaq', short_name: 'Ortaq', id: '/phone/desk', start_url: '/phone/desk', scope: '/phone/' },
    ...{ display: 'standalone', background_color: '#fbfaf7', theme_color: '#0b5563' },
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-512-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });

/** The stepped medallion of our first motif, as a weaver's chart. */
const MEDALLION = [
  '....a....',
  '...aaa...',
  '..aassa..',
  '.aasppsa.',
  'aasspssaa',
  '.asppsaa.',
  '..assaa..',
  '...aaa...',
  '....a....',
];
const YARNS: Readonly<Record<string, string>> = { a: '#0b5563', s: '#e0b15c', p: '#a3243b' };

/** Drawn for a square: of the maskable one a system cuts off all but the middle four fifths. */
function drawing(share: number): string {
  const side = 90 / share;
  const edge = (side - 90) / 2;
  const cells = MEDALLION.flatMap((row, y) =>
    [...row].flatMap((yarn, x) =>
      YARNS[yarn] ? [`<path fill="${YARNS[yarn]}" d="M${edge + x * 10} ${edge + y * 10}h10v10h-10z"/>`] : [],
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fbfaf7" d="M0 0h${side}v${side}h-${side}z"/>${cells.join('')}</svg>`;
}

async function picturesOf(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const picture = async (name: string, size: number, share: number) =>
    [
      name,
      await sharp(Buffer.from(drawing(share)), { density: 600 })
        .resize(size, size)
        .png({ palette: true })
        .toBuffer(),
    ] as const;
  return [
    await picture('icon-192.png', 192, 0.86),
    await picture('icon-512.png', 512, 0.86),
    await picture('icon-512-maskable.png', 512, 0.62),
  ];
}
