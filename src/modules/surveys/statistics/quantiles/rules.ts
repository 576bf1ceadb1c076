import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Quantiles of the beta distribution, `p` and both shapes as probabilities and positive numbers. The only place that
 * knows the package: error at most 2.2e-16 against 40-digit arithmetic. Throws RangeError for what has no quantile.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const value = betaQuantileOf(p, a, b);
  if (Number.isNaN(value)) throw new RangeError(`no quantile ${p} of beta(${a}, ${b})`);
  return value;
}

/** Two-sided: `t` so that a share `level` of Student's distribution with `df` degrees lies within -t and t. */
export function studentQuantile(level: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`no degrees of freedom: ${df}`);
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(level);
  // t^2 / (df + t^2) is beta(1/2, df/2): small where t is, so nothing is lost for many degrees.
  const share = betaQuantile(level, 0.5, df / 2);
  return Math.sqrt((df * share) / (1 - share));
}

/** Two-sided: `z` so that a share `level` of the normal distribution lies within -z and z. */
export const normalQuantile = (level: number): number => upperNormal((1 - level) / 2);

/**
 * The value that a share `tail` (at most a half) of the normal distribution exceeds: algorithm AS 241, PPND16 (M. J.
 * Wichura, "The percentage points of the normal distribution", Applied Statistics 37, 1988), about 16 digits.
 */
function upperNormal(tail: number): number {
  if (!(tail > 0 && tail <= 0.5)) throw new RangeError(`no quantile for a tail of ${tail}`);
  const q = 0.5 - tail;
  if (q <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(r, MIDDLE);
  }
  const r = Math.sqrt(-Math.log(tail));
  return r <= 5 ? ratio(r - 1.6, SIDE) : ratio(r - 5, FAR);
}

type Coefficients = readonly [over: readonly number[], under: readonly number[]];
const ratio = (r: number, [over, under]: Coefficients): number => polynomial(r, over) / polynomial(r, under);
const polynomial = (r: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * r + coefficient, 0);

const MIDDLE: Coefficients = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
];
const SIDE: Coefficients = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const FAR: Coefficients = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];
