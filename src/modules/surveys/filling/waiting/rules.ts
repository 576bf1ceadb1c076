import type { Expression, Parsed, Path, Step } from '../../expressions/schema.ts';
import type { Rule, Spot } from '../schema.ts';

type Named = (name: string) => Spot | undefined;
/** The items at which a path may stand; null: in a list, or in the one above the first element. */
type Here = readonly (Spot | null)[];

/**
 * What a rule of an item waits for. `inList`: the rule is evaluated for each choice of a list, whose columns are
 * meant by bare names.
 */
export function ruleOf(parsed: Parsed, owner: Spot, named: Named, inList: boolean): Rule {
  const look = new Look(owner, named);
  look.at(parsed.root, inList ? [] : [owner]);
  return { parsed, waitsFor: [...look.spots], timed: look.timed };
}

class Look {
  readonly spots = new Set<Spot>();
  timed = false;
  readonly #owner: Spot;
  readonly #named: Named;

  constructor(owner: Spot, named: Named) {
    this.#owner = owner;
    this.#named = named;
  }

  /** Gathers from one part, and says which items its nodes may be. */
  at(part: Expression, here: Here): Here {
    switch (part.is) {
      case 'operation': {
        const both = [...this.at(part.left, here), ...this.at(part.right, here)];
        return part.operator === '|' ? both : [];
      }
      case 'negation':
        this.at(part.of, here);
        return [];
      case 'call':
        return this.#call(part.name, part.args, here);
      case 'reference': {
        const spot = part.lastSaved ? undefined : this.#named(part.name);
        return this.#found(spot ? [spot] : []);
      }
      case 'path':
        return this.#path(part, here);
      default:
        return [];
    }
  }

  #call(name: string, args: readonly Expression[], here: Here): Here {
    if (name === 'today' || name === 'now') this.timed = true;
    const given = args.flatMap((arg) => this.at(arg, here));
    // `if`, `randomize` and the like give on what they were given.
    return name === 'current' ? [this.#owner] : given;
  }

  #path(path: Path, here: Here): Here {
    let stands: Here = path.from === 'root' ? [null] : path.from === 'here' ? here : this.at(path.from, here);
    // A list is no item, wherever its name comes from.
    if (typeof path.from !== 'string' && path.from.is === 'call' && path.from.name === 'instance') stands = [];
    for (const predicate of path.predicates) this.at(predicate, stands);
    for (const step of path.steps) {
      stands = [...new Set(stands.flatMap((spot) => this.#step(step, spot)))];
      for (const predicate of step.predicates) this.at(predicate, stands);
    }
    return this.#found(stands);
  }

  #step({ axis, test }: Step, here: Spot | null): Here {
    const found = this.#along(axis, here);
    if (test.by === 'type') return test.of === 'node' ? found : axis === 'child' ? [here] : [];
    return found.filter((spot) => spot !== null && (test.of === null || spot.name === test.of));
  }

  #along(axis: Step['axis'], here: Spot | null): Here {
    const top = topOf(this.#owner);
    if (axis === 'self') return [here];
    if (axis === 'child') return here ? here.children : [top];
    if (axis === 'parent') return here ? [here.parent] : [];
    if (axis === 'descendant') return here ? below(here) : [top, ...below(top)];
    if (axis === 'descendant-or-self') return here ? [here, ...below(here)] : [null, top, ...below(top)];
    if (axis === 'ancestor') return above(here);
    if (axis === 'ancestor-or-self') return [here, ...above(here)];
    if (axis === 'following-sibling' || axis === 'preceding-sibling') return here?.parent?.children ?? [];
    return axis === 'following' || axis === 'preceding' ? below(top) : [];
  }

  #found(here: Here): Here {
    for (const spot of here) if (spot) this.spots.add(spot);
    return here;
  }
}

const below = (spot: Spot): readonly Spot[] => spot.children.flatMap((child) => [child, ...below(child)]);

function above(spot: Spot | null): Here {
  const found: (Spot | null)[] = [];
  for (let here = spot?.parent; here; here = here.parent) found.push(here);
  return [...found, null];
}

const topOf = (spot: Spot): Spot => (spot.parent ? topOf(spot.parent) : spot);
