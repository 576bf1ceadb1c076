import type { Column, Rule, Spot, Unit } from '../schema.ts';

type Work = Unit['of'];
const OF_FACE: readonly Column[] = ['required', 'constraint', 'readonly', 'choice_filter', 'label'];
const COLUMN: Readonly<Record<Exclude<Work, 'face'>, Column>> = {
  relevance: 'relevant',
  count: 'repeat_count',
  value: 'calculation',
};

/**
 * All that is worked out, in an order in which nothing waits for a later one; or the names of items that wait for each
 * other in a ring. Relevance goes from a group to what is in it, and the number of entries comes before them.
 */
export function orderOf(spots: readonly Spot[]): readonly Unit[] | readonly string[] {
  const graph = new Graph(spots);
  graph.join();
  return graph.sorted();
}

export const isRing = (found: readonly Unit[] | readonly string[]): found is readonly string[] =>
  typeof found[0] === 'string';

interface Draft {
  readonly of: Work;
  readonly spot: Spot;
  readonly rules: readonly Rule[];
  readonly next: Set<Draft>;
}

class Graph {
  readonly #drafts: Draft[] = [];
  readonly #by = new Map<string, Draft>();

  constructor(spots: readonly Spot[]) {
    for (const spot of spots) for (const work of worksOf(spot)) this.#add(work, spot);
  }

  join(): void {
    for (const draft of this.#drafts) {
      const { spot, of } = draft;
      if (of === 'relevance') {
        this.#edge(spot.parent && this.#get('relevance', spot.parent), draft);
        this.#edge(spot.parent && this.#get('count', spot.parent), draft);
      } else this.#edge(this.#get('relevance', spot), draft);
      if (of === 'face') {
        this.#edge(this.#get('value', spot), draft);
        this.#edge(this.#get('count', spot), draft);
        for (const said of spot.mentions) this.#waits(draft, said);
      }
      for (const rule of draft.rules) for (const wanted of rule.waitsFor) this.#waits(draft, wanted);
    }
  }

  sorted(): readonly Unit[] | readonly string[] {
    const done = new Map<Draft, 'open' | 'closed'>();
    const backwards: Draft[] = [];
    const way: Draft[] = [];
    const visit = (draft: Draft): readonly string[] | null => {
      if (done.get(draft) === 'closed') return null;
      if (done.get(draft) === 'open') return namesOf(way.slice(way.indexOf(draft)));
      done.set(draft, 'open');
      way.push(draft);
      for (const next of draft.next) {
        const ring = visit(next);
        if (ring) return ring;
      }
      way.pop();
      done.set(draft, 'closed');
      backwards.push(draft);
      return null;
    };
    for (const draft of [...this.#drafts].reverse()) {
      const ring = visit(draft);
      if (ring) return ring;
    }
    return unitsOf(backwards.reverse());
  }

  #add(of: Work, spot: Spot): void {
    const columns = of === 'face' ? OF_FACE : [COLUMN[of]];
    const rules = columns.flatMap((column) => spot.rules.get(column) ?? []);
    const draft: Draft = { of, spot, rules, next: new Set() };
    this.#drafts.push(draft);
    this.#by.set(`${of} ${spot.id}`, draft);
  }

  #get(of: Work, spot: Spot): Draft | null {
    return this.#by.get(`${of} ${spot.id}`) ?? null;
  }

  #waits(draft: Draft, wanted: Spot): void {
    // A calculation may look at what it gave before, as older forms do instead of `once`.
    const isOwn = draft.of === 'value' && wanted === draft.spot;
    if (isOwn) return;
    for (const work of ['value', 'count', 'relevance'] as const) this.#edge(this.#get(work, wanted), draft);
  }

  #edge(from: Draft | null, to: Draft): void {
    from?.next.add(to);
  }
}

function worksOf(spot: Spot): readonly Work[] {
  if (!spot.item) return ['relevance'];
  if (spot.item.is === 'question') return ['relevance', 'value', 'face'];
  return spot.item.is === 'repeat' ? ['relevance', 'count', 'face'] : ['relevance', 'face'];
}

function unitsOf(drafts: readonly Draft[]): readonly Unit[] {
  const places = new Map(drafts.map((draft, index) => [draft, index] as const));
  return drafts.map(({ of, spot, rules, next }) => ({
    of,
    spot,
    timed: rules.some(({ timed }) => timed),
    next: [...next].map((draft) => places.get(draft)!).sort((a, b) => a - b),
  }));
}

/** Each item once, beginning with the first of the form; each waits for the next. */
function namesOf(ring: readonly Draft[]): readonly string[] {
  const spots = [...new Set([...ring].reverse().map(({ spot }) => spot))];
  const first = spots.reduce((best, { id }, index) => (id < spots[best]!.id ? index : best), 0);
  return [...spots.slice(first), ...spots.slice(0, first)].map(({ name }) => name);
}
