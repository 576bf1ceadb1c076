import { type Message, message } from '#core/i18n/message.ts';
import { designed, designInterval } from '../designs/rules.ts';
import type { Drawn } from '../designs/schema.ts';
import { wilson } from '../intervals/rules.ts';
import type { Counted } from '../intervals/schema.ts';
import type { Drawing, MayPrint, Printed, PrintWhy } from './schema.ts';

/**
 * What may stand beside a share of a round, and why. Chance is what an interval speaks of: where people chose whom to ask
 * there is none (AAPOR, "Guidance on reporting precision for nonprobability samples", 2016).
 */
export function mayPrint({ sampling, weighted, clusters, n, population }: Drawing): MayPrint {
  if (n === 0) return { what: 'none', why: 'nobody' };
  if (sampling === 'quota' || sampling === 'purposive') return { what: 'none', why: sampling };
  if (sampling === 'census')
    return { what: 'whole', why: population !== null && n >= population ? 'all_asked' : 'census' };
  if (sampling === 'cluster')
    return clusters < 2 ? { what: 'none', why: 'few_clusters' } : { what: 'design_interval', why: 'cluster' };
  return weighted ? { what: 'design_interval', why: 'weighted' } : { what: 'interval', why: 'random' };
}

/** Of people drawn one by one, all alike: from their numbers alone. `Drawing.n` is that of the base. */
export function printCounted(counted: Counted, drawing: Omit<Drawing, 'n'>): Printed {
  const may = mayPrint({ ...drawing, n: counted.n });
  const share = counted.n === 0 ? null : counted.yes / counted.n;
  return { ...may, share, interval: may.what === 'interval' ? wilson(counted) : null };
}

/** Of people with weights or by clusters: each unit of the base with 1 or 0. */
export function printDrawn(drawn: readonly Drawn[], drawing: Omit<Drawing, 'n' | 'clusters' | 'weighted'>): Printed {
  const clusters = new Set(drawn.map(({ cluster }) => cluster)).size;
  const weighted = drawn.some(({ weight }) => weight !== drawn[0]?.weight);
  const may = mayPrint({ ...drawing, n: drawn.length, clusters, weighted });
  if (drawn.length === 0) return { ...may, share: null, interval: null };
  const share = designed(drawn).mean;
  if (may.what !== 'interval' && may.what !== 'design_interval') return { ...may, share, interval: null };
  if (may.what === 'interval')
    return {
      ...may,
      share,
      interval: wilson({ yes: drawn.filter(({ value }) => value === 1).length, n: drawn.length }),
    };
  const interval = designInterval(drawn);
  return interval === 'few_clusters'
    ? { what: 'none', why: 'few_clusters', share, interval: null }
    : { ...may, share, interval };
}

/** Why, in one plain sentence that stands beside the figure. */
export const saidOf = (why: PrintWhy): Message => message(`surveys.statistics.printing.${why}`);
