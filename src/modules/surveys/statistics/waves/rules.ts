import { type Message, message } from '#core/i18n/message.ts';
import { fromIntervals, LEVEL, newcombePaired, shareOf } from '../intervals/rules.ts';
import type { Interval, Pairs } from '../intervals/schema.ts';
import type { Difference, DifferenceWhy, WaveFigure } from './schema.ts';

/**
 * What changed from one round to the next, with its interval where both rounds allow one. `pairs`: the same people or bodies
 * were asked both times, and this is what each of them said; their intervals hold where chance drew them one by one. Where
 * the same communities were drawn twice the interval is rather too wide, because they are taken as drawn anew.
 */
export function differenceOf(now: WaveFigure, before: WaveFigure, pairs: Pairs | null = null): Difference {
  const told = { people: now.counted.yes - before.counted.yes, communities: communitiesOf(now, before) };
  const why = whyOf(now, before, pairs);
  const [after, first] = [now.printed.share, before.printed.share];
  if (after === null || first === null || why === 'nobody' || why === 'chosen' || why === 'few')
    return { ...told, difference: null, interval: null, why };
  if (why === 'whole') return { ...told, difference: after - first, interval: null, why };
  if (why === 'paired' && pairs) {
    const n = pairs.both + pairs.now + pairs.before + pairs.neither;
    const difference = shareOf({ yes: pairs.now, n }) - shareOf({ yes: pairs.before, n });
    return { ...told, difference, interval: newcombePaired(pairs, LEVEL), why };
  }
  const interval = fromIntervals(after, endsOf(now, after), first, endsOf(before, first));
  return { ...told, difference: after - first, interval, why };
}

function whyOf({ printed: now }: WaveFigure, { printed: before }: WaveFigure, pairs: Pairs | null): DifferenceWhy {
  const both = [now, before];
  if (both.some(({ why }) => why === 'nobody')) return 'nobody';
  if (both.some(({ why }) => why === 'quota' || why === 'purposive')) return 'chosen';
  if (both.some(({ what }) => what === 'none')) return 'few';
  if (both.every(({ what }) => what === 'whole')) return 'whole';
  return pairs && both.every(({ what }) => what === 'interval') ? 'paired' : 'drawn';
}

/** Of everybody nothing is estimated: both ends are the share. */
const endsOf = ({ printed }: WaveFigure, share: number): Interval => printed.interval ?? { low: share, high: share };

function communitiesOf(
  { communities: now }: WaveFigure,
  { communities: before }: WaveFigure,
): Difference['communities'] {
  const [there, then] = [new Set(now), new Set(before)];
  return {
    both: now.filter((id) => then.has(id)),
    now: now.filter((id) => !then.has(id)),
    before: before.filter((id) => !there.has(id)),
  };
}

/** What kind of difference it is, or why there is none, in one plain sentence. */
export const differenceSaid = (why: DifferenceWhy): Message => message(`surveys.statistics.waves.${why}`);
