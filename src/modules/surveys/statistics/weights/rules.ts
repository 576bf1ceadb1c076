import { type Message, message } from '#core/i18n/message.ts';
import { effectiveSize } from '../designs/rules.ts';
import type { Margin, Raked, Unweighed, Weighed } from './schema.ts';

const MOST_ROUNDS = 2000;
/** Somebody who weighs less than this part of the mean counts for nothing: the margins are met without them only. */
const NOTHING = 1e-6;
/** Shares of every margin are met so closely. */
const NEAR = 1e-12;

/**
 * Weights that meet several margins at once, by iterative proportional fitting, "raking" (W. E. Deming, F. F. Stephan,
 * "On a least squares adjustment of a sampled frequency table when the expected marginal totals are known", Annals of
 * Mathematical Statistics 11, 1940). A category with target 0 in which somebody was asked gets `unfit`. Refuses by name
 * what cannot be met; throws RangeError for nobody, no margin, or a starting weight that is not positive.
 */
export function rake(units: readonly Weighed[], margins: readonly Margin[]): Raked | Unweighed {
  if (units.length === 0 || margins.length === 0 || units.some(({ weight }) => !(weight > 0)))
    throw new RangeError('raking needs people with positive weights, and margins');
  for (const margin of margins) {
    const problem = misfit(units, margin);
    if (problem) return problem;
  }
  const places = margins.map((margin) => placesOf(units, margin));
  const weights = units.map(({ weight }) => weight);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    for (const place of places) adjust(weights, place);
    const worst = furthest(weights, places);
    if (worst.off <= NEAR && !isHollow(weights)) return finish(weights, round);
  }
  const { at, category } = furthest(weights, places);
  return { why: 'apart', variable: margins[at]!.variable, category };
}

function misfit(units: readonly Weighed[], { variable, targets }: Margin): Unweighed | null {
  const asked = new Set(units.map(({ of }) => of[variable] ?? ''));
  for (const category of asked) if (!Object.hasOwn(targets, category)) return { why: 'unknown', variable, category };
  for (const [category, target] of Object.entries(targets)) {
    const fits = Number.isFinite(target) && target >= 0 && !(target === 0 && asked.has(category));
    if (!fits) return { why: 'unfit', variable, category };
    if (target > 0 && !asked.has(category)) return { why: 'empty', variable, category };
  }
  return null;
}

/** Categories of a margin by number: which one each unit is of, and the share that each should have. */
interface Places {
  readonly names: readonly string[];
  readonly of: readonly number[];
  readonly shares: readonly number[];
}
function placesOf(units: readonly Weighed[], { variable, targets }: Margin): Places {
  const names = Object.keys(targets);
  const number = new Map(names.map((name, at) => [name, at]));
  const all = Object.values(targets).reduce((sum, target) => sum + target, 0);
  return {
    names,
    of: units.map(({ of }) => number.get(of[variable]!)!),
    shares: names.map((name) => targets[name]! / all),
  };
}

function sharesOf(weights: readonly number[], { names, of }: Places): readonly number[] {
  const sums = new Array<number>(names.length).fill(0);
  let all = 0;
  for (let at = 0; at < weights.length; at++) {
    sums[of[at]!]! += weights[at]!;
    all += weights[at]!;
  }
  return sums.map((sum) => sum / all);
}

function adjust(weights: number[], places: Places): void {
  const now = sharesOf(weights, places);
  for (let at = 0; at < weights.length; at++) {
    const place = places.of[at]!;
    weights[at]! *= places.shares[place]! / now[place]!;
  }
}

function furthest(weights: readonly number[], all: readonly Places[]): { at: number; category: string; off: number } {
  let worst = { at: 0, category: '', off: -1 };
  for (const [at, places] of all.entries())
    for (const [place, share] of sharesOf(weights, places).entries()) {
      // A weight that fell to nothing is no fit either: then 0/0 follows, which no comparison calls near.
      const off = Number.isNaN(share) ? Number.POSITIVE_INFINITY : Math.abs(share - places.shares[place]!);
      if (off > worst.off) worst = { at, category: places.names[place]!, off };
    }
  return worst;
}

const isHollow = (weights: readonly number[]): boolean => {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.some((weight) => weight < mean * NOTHING);
};

function finish(weights: readonly number[], rounds: number): Raked {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const scaled = weights.map((weight) => weight / mean);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const weight of scaled) [least, most] = [Math.min(least, weight), Math.max(most, weight)];
  return { weights: scaled, rounds, effective: effectiveSize(scaled), ratio: most / least };
}

/** Why nothing could be weighted. `variable` and `category` as readers know them, in their language. */
export const unweighedSaid = ({ why }: Unweighed, variable: string, category: string): Message =>
  message(`surveys.statistics.weights.${why}`, { variable, category });
