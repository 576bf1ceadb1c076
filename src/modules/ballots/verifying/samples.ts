import { rollOf } from '../tallies/samples.ts';
import type { Law, Mark, Slip } from '../tallies/schema.ts';
import { recount, rulesTaken, type Sha256, type Taken } from './recounting/rules.ts';
import type { BallotExport } from './schema.ts';
import { writeExport } from './sealing/rules.ts';

type Ballot = BallotExport['ballot'];
interface Asked {
  /** Sizes of the constituencies, and which numbers are vacant. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly vacant?: readonly number[];
  readonly rules: Parameters<typeof rulesTaken>[0];
  readonly ballot?: Partial<Ballot>;
  readonly options?: readonly string[];
  /** By the place of a held seat in the roll. */
  readonly mark: (at: number) => Mark;
  readonly slip?: (at: number) => Slip | null;
  readonly more?: Partial<Pick<Taken, 'slips' | 'counts' | 'chair' | 'settled'>>;
}

/** A closed ballot as the module writes it into a file. */
export function takenOf({ sizes, vacant = [], rules, ballot, options = [], mark, slip, more }: Asked): Taken {
  const { constituencies, seats } = rollOf(sizes, vacant);
  const decision = ballot?.decision ?? 'ordinary';
  return {
    forum: { name: 'aran', title: { az: 'Aran dialoq platforması' } },
    ballot: {
      ...{
        id: 'ballot-7',
        number: 7,
        title: { az: 'İş planı', en: 'Work plan' },
        words: { az: 'Plan qəbul edilsin.' },
      },
      ...{ kind: 'motion', method: null, decision, secrecy: 'open', mode: 'hall', round: 1 },
      options: options.map((id) => ({ id, label: { az: `Namizəd ${id}` } })),
      ...{ opened: '2026-11-23T09:00:00.000Z', closed: '2026-11-23T09:20:00.000Z', ruledBy: 'documents' },
      ...ballot,
    },
    rules: rulesTaken(rules, decision),
    roll: {
      constituencies: constituencies.map((id) => ({ id, name: { az: id } })),
      seats: seats.map(({ id, number, constituency, organisation }) => ({
        ...{ key: id, number, constituency, organisation: organisation ? { az: organisation } : null },
        ...{ body: organisation, filled: organisation !== null, recused: 'nobody' },
      })),
    },
    seats: seats
      .filter(({ organisation }) => organisation !== null)
      .map(({ id }, at) => ({ key: id, mark: mark(at), slip: slip?.(at) ?? null, carriedBy: null })),
    ...{ slips: { keys: [], of: [] }, counts: [], chair: null, settled: [] },
    ...more,
  };
}

/** Its file, with the result as it is counted. */
export const fileOf = (sha256: Sha256, law: Law, taken: Taken): string =>
  writeExport(sha256, taken, recount(law, taken)).text;
