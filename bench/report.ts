import { writeFileSync } from 'node:fs';
import { type Figure, holds, ratioOf } from './figure.ts';
import type { Machine } from './machine.ts';

export interface Run {
  readonly date: string;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
}

/** Numbers as people read them: three digits that count. */
export function shown(value: number, unit: Figure['unit']): string {
  if (unit === 'bytes') return `${(value / 1024).toFixed(1)} KB`;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4;
  const number = unit === 'requests' ? String(value) : value.toFixed(digits);
  return unit === 'per second' ? `${number}/s` : unit === 'requests' ? number : `${number} ${unit}`;
}

const target = ({ target: wanted, unit }: Figure): string =>
  !wanted ? '' : 'most' in wanted ? `at most ${shown(wanted.most, unit)}` : `at least ${shown(wanted.least, unit)}`;

const ratio = (figure: Figure): string => {
  const found = ratioOf(figure);
  return found === null ? '' : found.toFixed(2);
};

const line = (figure: Figure): string =>
  `| ${[
    figure.what,
    shown(figure.value, figure.unit),
    figure.baseline ? `${shown(figure.baseline.value, figure.unit)} (${figure.baseline.what})` : '',
    ratio(figure),
    target(figure),
    figure.target ? (holds(figure) ? 'held' : '**missed**') : '',
    figure.note ?? '',
  ].join(' | ')} |`;

const HEAD = [
  '| figure | measured | baseline of the same run | ratio | target | | how |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

const PARTS: readonly (readonly [start: string, title: string, about: string])[] = [
  [
    'weight.',
    'Weight of a first visit',
    'The heaviest page of each kind in three languages, packed (gzip -4) as its first reader gets it, one response with its styles inside. `*` stands for a name.',
  ],
  ['requests.', 'Requests of a first visit', 'In Chromium with an empty cache.'],
  [
    'slow3g.',
    'Slow 3G',
    'DevTools’ preset (2,000 ms a request, 50,000 bytes a second) with the processor slowed four times; the largest text is painted.',
  ],
  [
    'cpu.',
    'Processor per answer',
    'Program and database together, page cache taken away, packing included, ten connections, after warming up. “Nothing kept” draws every part anew, as for the first reader after a start; “after a write” is the usual case: titles of measures change faster than pages are asked for, so that each list has rows and each page of a measure words that nobody drew before, while other rows, menu and footer are used again.',
  ],
  ['signin.', 'Signing in by password', 'Slow on purpose (Argon2id), aside from the thread that answers.'],
  ['rate.', 'Answers per second', 'The same without the cache, as many as came.'],
  [
    'p99.',
    'Slowest answers',
    'Requests sent at their time at half of that rate, whether or not earlier ones were answered.',
  ],
  ['cached.', 'Cached pages', 'From the page cache, in turns with two servers that do nothing.'],
  ['overview.', 'Plan overview', 'Computed and drawn anew for every answer.'],
  ['growth.', 'Growth', 'The page cache taken away, readers at 500 places.'],
  [
    'ballots.',
    'Ballots',
    'Counting a ballot of ten thousand seats and verifying its file, in this process, without a database.',
  ],
  ['memory.', 'Memory', 'Of the program as it is started by `npm start`, with the demonstration world.'],
  ['start.', 'Start', 'From the command to the line “Ortaq is ready”.'],
];

/** The paper for people. */
export function asPaper({ date, machine, figures }: Run): string {
  const parts = PARTS.flatMap(([start, title, about]) => {
    const of = figures.filter((figure) => figure.name.startsWith(start));
    return of.length === 0 ? [] : [`## ${title}`, '', about, '', ...HEAD, ...of.map(line), ''];
  });
  const missed = figures.filter((figure) => !holds(figure)).length;
  const owed = figures.filter((figure) => figure.target).length;
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on ${date}; run it on your machine. Every figure stands beside a baseline of the same run, because machines differ; of ${owed} targets ${owed - missed} were held.`,
    '',
    `Machine: ${machine.cores} cores, ${machine.cpu}, ${machine.memoryMB} MB of memory, ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres}, Chromium ${machine.chromium}. Load of the machine before the run: ${machine.loadBefore}${machine.loadBefore > machine.cores / 2 ? ' (others worked on it: times and rates are worse than they would be alone)' : ''}.`,
    '',
    ...parts,
  ].join('\n');
}

export const writePaper = (file: string, run: Run): void => writeFileSync(file, asPaper(run));

/** For machines: every figure by its name. */
export const asJson = ({ date, machine, figures }: Run): string =>
  JSON.stringify({
    date,
    machine,
    figures: Object.fromEntries(
      figures.map((figure) => [
        figure.name,
        {
          value: figure.value,
          unit: figure.unit,
          baseline: figure.baseline?.value ?? null,
          ratio: ratioOf(figure),
          target: figure.target ?? null,
          held: figure.target ? holds(figure) : null,
        },
      ]),
    ),
  });

/** For the shell, while it runs. */
export const asLine = (figure: Figure): string => {
  const mark = figure.target ? (holds(figure) ? 'held  ' : 'MISSED') : '      ';
  const against = figure.baseline
    ? `  (${ratio(figure)} of ${shown(figure.baseline.value, figure.unit)}, ${figure.baseline.what})`
    : '';
  return `${mark} ${figure.name}: ${shown(figure.value, figure.unit)}${target(figure) ? `, ${target(figure)}` : ''}${against}${figure.note ? `; ${figure.note}` : ''}`;
};
