import type { Findings } from '../columns/rules.ts';
import type { Element, Issue } from '../schema.ts';

/** Watches that names differ within their section, and those of repeats in the whole form. */
export class NameWatch {
  readonly #root: string;
  readonly #said: Findings;
  readonly #levels: Map<string, string>[] = [new Map()];
  readonly #repeats = new Set<string>();

  constructor(root: string, said: Findings) {
    this.#root = root;
    this.#said = said;
  }

  open(): void {
    this.#levels.push(new Map());
  }

  close(): void {
    this.#levels.pop();
  }

  /** `depth` 1 is the form itself. */
  question(depth: number, name: string, at: Partial<Issue>, isSection = false): void {
    const about = { ...at, found: name };
    if (name === 'meta' && (depth === 1 || isSection)) this.#said.fault('meta_name', about);
    const level = this.#levels.at(-1)!;
    const small = name.toLowerCase();
    const other = level.get(small);
    if (level.has(`=${name}`)) this.#said.fault('two_names', about);
    else if (other !== undefined) this.#said.remark('near_names', { ...about, expected: other });
    level.set(`=${name}`, name);
    if (other === undefined) level.set(small, name);
  }

  section(depth: number, element: Pick<Element, 'is' | 'name'>, at: Partial<Issue>): void {
    this.question(depth, element.name, at, true);
    if (element.is !== 'repeat') return;
    const about = { ...at, found: element.name };
    if (element.name === this.#root) this.#said.fault('repeat_as_form', about);
    if (this.#repeats.has(element.name)) this.#said.fault('two_repeats', about);
    this.#repeats.add(element.name);
  }
}
