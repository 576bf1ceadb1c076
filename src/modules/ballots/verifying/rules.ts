import * as v from 'valibot';
import { canonicalJson, jsonHash } from '#core/canonical-json.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { tally } from '../tallies/rules.ts';
import type { Cast, Law, Result } from '../tallies/schema.ts';
import {
  bad,
  checkPapers,
  checkProxies,
  checkRoll,
  checkSeats,
  checkSlips,
  good,
  type Line,
} from './checking/rules.ts';
import type { IsSigned } from './papers/rules.ts';
import { agreedCount, castOf, type Sha256 } from './recounting/rules.ts';
import { BALLOT_EXPORT, type BallotExport } from './schema.ts';

/** What the verifier is given from outside: a hash, the arithmetic of thresholds, and the check of a blind signature. */
export interface Means {
  readonly sha256: Sha256;
  readonly law: Law;
  readonly isSigned: IsSigned;
}
/** What was checked and what does not fit, in the order of reading. */
export interface Verified {
  readonly fits: boolean;
  readonly lines: readonly Line[];
}

/** Is this file meant to be a ballot, and no archive? Whether it is one is judged by `verifyBallot`. */
export const isBallotFile = (bytes: Uint8Array): boolean => bytes[0] === '{'.charCodeAt(0);

/**
 * Checks the file of a ballot without the server that wrote it: that every byte is as it was written, that the roll is
 * the frozen one, that each seat stands in the outcome once, that slips, hands and proxies are as many as may be, and that
 * quorum and result, computed anew from votes and rules, are those of the file. That the file is the one which the forum
 * published is said by its seal, which stands in the public log.
 */
export function verifyBallot({ sha256, law, isSigned }: Means, bytes: Uint8Array): Verified {
  const given = readExport(sha256, bytes);
  if ('message' in given) return { fits: false, lines: [given] };
  const { ballot, sealed } = given;
  const agreed = agreedCount(given.counts);
  const cast = castOf(given, agreed);
  const title = choose(ballot.title, 'az').text;
  const lines: readonly Line[] = [
    good(message('ballots.verifying.file.fits', { number: ballot.number, title, sealed })),
    ...checkRoll(sha256, given),
    ...checkSeats(given, cast),
    ...checkSlips(given, cast, agreed),
    ...checkProxies(given),
    ...checkPapers(sha256, isSigned, given),
    ...checkDecided(given),
  ];
  const all = [...lines, ...(lines.every(({ fits }) => fits) ? checkResult(law, given, cast) : [])];
  return { fits: all.every(({ fits }) => fits), lines: all };
}

/** The file, when every byte is as it was written: one way of writing, the known shape, the seal over everything. */
function readExport(sha256: Sha256, bytes: Uint8Array): BallotExport | Line {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    if (`${canonicalJson(value)}\n` !== text) return bad(message('ballots.verifying.file.rewritten'));
  } catch {
    return bad(message('ballots.verifying.file.unreadable'));
  }
  const read = v.safeParse(BALLOT_EXPORT, value);
  if (!read.success) {
    const where = v.getDotPath(read.issues[0]) ?? '';
    return bad(message('ballots.verifying.file.strange', { where }));
  }
  const { sealed, ...rest } = read.output;
  return jsonHash(sha256, rest) === sealed ? read.output : bad(message('ballots.verifying.file.changed'));
}

/** What somebody decided: the chair of a motion only, and ties only as the rules say. */
function checkDecided({ chair, ballot, settled, rules }: BallotExport): readonly Line[] {
  const how = rules.tie?.value.how;
  return [
    ...(chair !== null && ballot.kind !== 'motion' ? [bad(message('ballots.verifying.chair.strange'))] : []),
    ...(settled.some((one) => one.how !== how || !one.between.includes(one.option))
      ? [bad(message('ballots.verifying.settled.strange'))]
      : []),
  ];
}

/** Counts, quorum and result, each computed anew and compared with every step. */
function checkResult(law: Law, given: BallotExport, cast: Cast): readonly Line[] {
  const { result } = given;
  let anew: Result;
  try {
    anew = tally(law, cast);
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return [bad(message('ballots.verifying.result.uncountable'))];
  }
  const isSame = (...keys: readonly (keyof Result)[]): boolean =>
    keys.every((key) => canonicalJson(result[key] ?? null) === canonicalJson(anew[key]));
  const lines: Line[] = [
    isSame('counts', 'rows')
      ? good(message('ballots.verifying.numbers.fits'))
      : bad(message('ballots.verifying.numbers.differ')),
    isSame('quorum') ? quorumLine(anew) : bad(message('ballots.verifying.quorum.differs')),
  ];
  const whole = canonicalJson(result) === canonicalJson(anew);
  if (!whole) return [...lines, bad(message('ballots.verifying.result.differs', { verdict: anew.verdict }))];
  return isUsed(law, cast, anew)
    ? [...lines, good(message('ballots.verifying.result.fits', said(given, anew)))]
    : [...lines, bad(message('ballots.verifying.settled.strange'))];
}

const quorumLine = ({ quorum }: Result): Line =>
  quorum
    ? good(message('ballots.verifying.quorum.fits', { met: quorum.met ? 'yes' : 'no', article: quorum.article }))
    : good(message('ballots.verifying.quorum.none'));

const said = ({ ballot, rules }: BallotExport, { verdict, option }: Result) => {
  const label = ballot.options.find(({ id }) => id === option)?.label;
  return {
    ...{ verdict, option: label ? choose(label, 'az').text : '' },
    // A ranked ballot is decided by its method alone.
    article: (ballot.kind === 'ranked' ? null : rules.majority?.article) ?? 'none',
  };
};

/** Every tie that the file says somebody decided must have been one: without it the result would be another. */
function isUsed(law: Law, cast: Cast, anew: Result): boolean {
  return cast.settled.every((_, nth) => {
    const without = tally(law, { ...cast, settled: cast.settled.filter((_one, other) => other !== nth) });
    return canonicalJson(without) !== canonicalJson(anew);
  });
}
