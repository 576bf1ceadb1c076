import { answered, type Fields, fieldOf, fillingOf, shownIn, type Written } from '#modules/surveys/capture/rules.ts';
import type { InstantStart } from '#modules/surveys/capture/schema.ts';
import { compile } from '#modules/surveys/filling/compiling/rules.ts';
import { stateOf } from '#modules/surveys/filling/rules.ts';
import type { Form, Shown } from '#modules/surveys/filling/schema.ts';
import { wordsIn } from '#modules/surveys/questionnaires/rules.ts';

/**
 * Shows and hides the questions of a page at once, by the engine that the server has. Nothing is sent before the person
 * sends it, and the server works everything out again.
 */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const holder = document.querySelector<HTMLElement>('[data-instant]');
const sheet = holder?.parentElement?.querySelector('form');
if (holder && sheet) void start(JSON.parse(holder.dataset.instant!) as InstantStart, sheet);

async function start(begun: InstantStart, sheet: HTMLFormElement): Promise<void> {
  const got = await fetch(begun.questions);
  const form = got.ok ? compile(await got.json()) : null;
  if (form?.is === 'form') new Sheet(begun, form, sheet);
}

class Sheet {
  readonly #begun: InstantStart;
  readonly #form: Form;
  readonly #sheet: HTMLFormElement;
  #now: Written;
  /** What stands in the page by path; what never stood there waits in a template. */
  readonly #blocks = new Map<string, HTMLElement>();
  readonly #spare = new Map<string, HTMLTemplateElement>();
  /** The choices that each list shows. */
  readonly #offered = new Map<string, Shown['choices']>();

  constructor(begun: InstantStart, form: Form, sheet: HTMLFormElement) {
    this.#begun = begun;
    this.#form = form;
    this.#sheet = sheet;
    this.#now = { state: stateOf(form, begun.answers, this.#filling(begun.declined)), declined: begun.declined };
    for (const block of sheet.querySelectorAll<HTMLElement>('[data-path]'))
      this.#blocks.set(block.dataset.path!, block);
    for (const one of sheet.querySelectorAll('template')) this.#spare.set(one.dataset.spare!, one);
    for (const [path, block] of this.#blocks) if (this.#spare.has(path)) this.#widen(path, block);
    // What was typed before this script came, or brought back by the browser.
    for (const [path, block] of this.#blocks) if (controlsOf(block).some(isTouched)) this.#answer(path, block);
    this.#draw();
    sheet.addEventListener('input', (event) => this.#typed(event));
    sheet.addEventListener('change', (event) => this.#left(event));
    sheet.addEventListener('submit', () => this.#name());
    sheet.dataset.ready = '';
  }

  #filling(declined: Written['declined']) {
    const { now, language, seed, zone } = this.#begun;
    return fillingOf({ now, language, seed, declined }, zone);
  }

  /** A list of which only some choices stand in the page is replaced by the whole one. */
  #widen(path: string, block: HTMLElement): void {
    const whole = this.#fresh(path);
    if (!whole) return;
    for (const control of controlsOf(block)) {
      const same = controlsOf(whole).find(
        (one) => one.name === control.name && (!isPick(one) || one.value === control.value),
      );
      if (isPick(same) && isPick(control)) same.checked = control.checked;
      else if (same) same.value = control.value;
    }
    block.replaceWith(whole);
    this.#blocks.set(path, whole);
  }

  #fresh(path: string): HTMLElement | null {
    const made = this.#spare.get(path)?.content.firstElementChild?.cloneNode(true);
    return made instanceof HTMLElement ? made : null;
  }

  #typed({ target }: Event): void {
    const block = blockOf(target);
    if (!block) return;
    this.#answer(block.dataset.path!, block);
    this.#draw();
  }

  /** Whoever leaves a field is told what is wrong in it; nobody is while they type. */
  #left({ target }: Event): void {
    const block = blockOf(target);
    if (block) this.#tell(block.dataset.path!, block);
  }

  #answer(path: string, block: HTMLElement): void {
    const shown = this.#now.state.byPath.get(path);
    if (shown) this.#now = answered(this.#form, this.#now, shown, fieldsOf(block), this.#filling(this.#now.declined));
  }

  /** Once more while a choice that is not offered any more takes its answer along. */
  #draw(): void {
    for (let left = true; left; ) {
      left = false;
      const { state } = this.#now;
      for (const shown of shownIn(state, this.#begun.part)) {
        const block = this.#blocks.get(shown.path) ?? this.#appear(shown.path);
        if (!block) continue;
        this.#say(block, shown);
        if (this.#spare.has(shown.path) && this.#offer(block, shown)) {
          this.#answer(shown.path, block);
          left = true;
        }
      }
    }
    const { byPath } = this.#now.state;
    for (const [path, block] of this.#blocks) {
      const hidden = !byPath.has(path);
      if (block.hidden !== hidden) block.hidden = hidden;
    }
  }

  #appear(path: string): HTMLElement | null {
    const made = this.#fresh(path);
    if (!made) return null;
    this.#spare.get(path)!.after(made);
    this.#blocks.set(path, made);
    return made;
  }

  /** Answers that stand in the words of a question, and what is worked out. */
  #say(block: HTMLElement, { item, label, value, readonly }: Shown): void {
    const isSpoken = Object.values(item.label).some((text) => text.includes('${'));
    if (!isSpoken && !readonly) return;
    for (const place of block.querySelectorAll<HTMLElement>('[data-said]')) {
      const words = wordsIn(label, this.#begun.language, this.#form.questionnaire.languages).text;
      const text = place.dataset.said === 'value' ? value : words || item.name;
      if (place.textContent !== text) place.textContent = text;
    }
  }

  /** Hides the choices that are not offered now; says whether one of them was chosen. */
  #offer(block: HTMLElement, { path, choices, item }: Shown): boolean {
    if (item.is !== 'question' || item.type === 'rank' || !choices) return false;
    // The engine gives the same list again where nothing was decided anew.
    if (this.#offered.get(path) === choices) return false;
    this.#offered.set(path, choices);
    const names = new Set(choices.map(({ name }) => name));
    let gone = false;
    for (const control of controlsOf(block)) {
      if (control.name !== fieldOf(path) || !isPick(control) || control.value.startsWith('~')) continue;
      const isOffered = names.has(control.value);
      const pick = control.closest<HTMLElement>('.pick');
      if (pick && pick.hidden === isOffered) pick.hidden = !isOffered;
      if (isOffered || !control.checked) continue;
      control.checked = false;
      gone = true;
    }
    return gone;
  }

  /** What is wrong with an answer that was given, at its field; that one is missing is said when the page is sent. */
  #tell(path: string, block: HTMLElement): void {
    const problem = this.#now.state.byPath.get(path)?.problem ?? null;
    for (const old of block.querySelectorAll('.wrong')) old.remove();
    const control = controlsOf(block)[0];
    if (!problem || problem.reason === 'required') {
      control?.removeAttribute('aria-invalid');
      block.querySelector('.bad')?.classList.remove('bad');
      return;
    }
    const own = wordsIn(problem.message, this.#begun.language, this.#form.questionnaire.languages).text;
    const told = document.createElement('p');
    told.className = 'wrong';
    told.id = `${control?.id ?? path}-wrong`;
    told.setAttribute('role', 'status');
    told.textContent = own || (this.#begun.problems[problem.reason] ?? '');
    control?.setAttribute('aria-invalid', 'true');
    control?.setAttribute('aria-describedby', told.id);
    block.querySelector('label, legend')?.after(told);
  }

  /** The questions that were asked go along by name, so that the server does not ask them once more. */
  #name(): void {
    const shown = this.#sheet.querySelector<HTMLInputElement>('input[name=shown]');
    if (shown) shown.value = [...this.#blocks.keys()].join(' ');
  }
}

const blockOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-path]') : null;

const controlsOf = (block: HTMLElement): readonly Control[] => [
  ...block.querySelectorAll<Control>('input, select, textarea'),
];

const isPick = (control: Control | undefined): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((one) => one.selected !== one.defaultSelected);
  return isPick(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** The fields of one question, as the server reads them from the posted form. */
function fieldsOf(block: HTMLElement): Fields {
  const all = (name: string): readonly string[] =>
    controlsOf(block).flatMap((one) => (one.name === name && (!isPick(one) || one.checked) ? [one.value] : []));
  return { all, text: (name) => all(name)[0] ?? '' };
}
