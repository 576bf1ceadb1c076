import { NODE } from '#core/audit/primitives.ts';
import { utf8 } from '#core/audit/tree/bytes.ts';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { LAW } from '../src/main/verifier/law.ts';
import { bookOf, HALF } from '../src/modules/ballots/tallies/samples.ts';
import type { Mark } from '../src/modules/ballots/tallies/schema.ts';
import { recount, type Taken } from '../src/modules/ballots/verifying/recounting/rules.ts';
import { verifyBallot } from '../src/modules/ballots/verifying/rules.ts';
import { takenOf } from '../src/modules/ballots/verifying/samples.ts';
import { writeExport } from '../src/modules/ballots/verifying/sealing/rules.ts';
import { type Figure, median } from './figure.ts';

const SEATS = 10_000;
const SIZES = { ngo: 2_000, state: 3_000, municipality: 2_500, council: 2_500 };
const OPTIONS = Array.from({ length: 10 }, (_, at) => String(at + 1));
const TIMES = 5;

/** Numbers that look by chance and are the same in every run. */
function* numbers(): Generator<number> {
  for (let n = 1; ; n = (n * 48_271) % 2_147_483_647) yield n;
}

/** Counting and verifying a ballot of ten thousand seats: what stands between the last vote and a result one can check. */
export async function ballots(): Promise<readonly Figure[]> {
  return [
    figure('roll_call', 'a roll call of 10,000 seats with a majority in each constituency', rollCall()),
    figure('schulze', '10,000 slips that rank ten candidates, entered by two people, by Schulze', ranked('schulze')),
    figure('runoff', 'the same by instant run-off', ranked('instant_runoff')),
  ];
}

function rollCall(): Taken {
  const marks: readonly Mark[] = ['for', 'for', 'for', 'against', 'abstain', 'absent', 'recused'];
  const by = numbers();
  return takenOf({
    ...{ sizes: SIZES, rules: bookOf({ each: { share: HALF, of: 'cast' }, quorum: HALF }) },
    mark: () => marks[by.next().value! % marks.length]!,
  });
}

function ranked(method: 'schulze' | 'instant_runoff'): Taken {
  const by = numbers();
  const slip = (): readonly number[] => {
    const keyed = OPTIONS.map((_, at) => ({ at, key: by.next().value! })).sort((a, b) => a.key - b.key);
    const places = keyed.slice(0, 1 + (by.next().value! % OPTIONS.length)).map(({ at }) => at);
    return OPTIONS.map((_, at) => places.indexOf(at) + 1);
  };
  const piles = Array.from({ length: SEATS }, () => ({ box: null, slip: slip(), count: 1 }));
  return takenOf({
    ...{ sizes: SIZES, rules: bookOf({ quorum: HALF }), options: OPTIONS, mark: () => 'voted' },
    ballot: { kind: 'ranked', method, secrecy: 'secret', mode: 'paper', decision: 'election' },
    more: { counts: ['seat 1', 'seat 2'].map((counter) => ({ counter, piles })) },
  });
}

function figure(name: string, what: string, taken: Taken): Figure {
  const [tallied, verified, read]: [number[], number[], number[]] = [[], [], []];
  const took = (into: number[], work: () => void): void => {
    const before = performance.now();
    work();
    into.push(performance.now() - before);
  };
  const bytes = utf8(writeExport(NODE.sha256, taken, recount(LAW, taken)).text);
  for (let n = 0; n < TIMES; n++) {
    took(tallied, () => recount(LAW, taken));
    took(verified, () => {
      if (!verifyBallot({ sha256: NODE.sha256, law: LAW, isSigned }, bytes).fits)
        throw new Error(`${what} does not fit`);
    });
    took(read, () => {
      JSON.parse(new TextDecoder().decode(bytes));
      NODE.sha256(bytes);
    });
  }
  return {
    name: `ballots.${name}`,
    what: `counting and verifying ${what}`,
    ...{ value: median(tallied) + median(verified), unit: 'ms', target: { most: 2_000 } },
    baseline: { what: 'reading the same file and one SHA-256 of it', value: median(read) },
    note: `medians of ${TIMES}: counting ${median(tallied).toFixed(0)} ms; the file has ${(bytes.length / 1e6).toFixed(1)} MB`,
  };
}
