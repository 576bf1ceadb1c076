import { type Message, message } from '#core/i18n/message.ts';
import { compile } from '../../filling/compiling/rules.ts';
import { CHOICE_NAME, hasChoices, isSilent, NAME, type Placed, placedItems } from '../rules.ts';
import type { Item, Question, Questionnaire } from '../schema.ts';
import { expressionFault, strayWords } from './expressions/rules.ts';

/** One thing that must be mended before freezing; `path` leads to the item, null to the questionnaire itself. */
export interface Fault {
  readonly path: string | null;
  /** The field of the item's form in which it is mended. */
  readonly field: string;
  readonly message: Message;
}

/** Everything that keeps a questionnaire from being frozen, in the order of its items. */
export function faultsOf(of: Questionnaire): readonly Fault[] {
  const placed = placedItems(of.items);
  const first = of.languages[0]?.key ?? '';
  const names = new Set(placed.map(({ item }) => item.name));
  const own = (field: string, what: Message): Fault => ({ path: null, field, message: what });
  const found = [
    ...(of.title[first] ? [] : [own('title', message('surveys.questionnaires.faults.title'))]),
    ...(placed.some(({ item }) => item.is === 'question' && !isSilent(item.type))
      ? []
      : [own('items', message('surveys.questionnaires.faults.empty'))]),
    ...placed.flatMap((one) => [
      ...wordFaults(one, first),
      ...nameFaults(one, placed),
      ...kindFaults(one, of),
      ...ruleFaults(one, names),
    ]),
    ...Object.entries(of.lists).flatMap(([name, choices]) => listFaults(of, name, choices, first)),
  ];
  return found.length > 0 ? found : wholeFaults(of);
}

/** What only the engine sees, which asks the questionnaire as a whole: items that wait for each other, names of several. */
function wholeFaults(of: Questionnaire): readonly Fault[] {
  const form = compile(of);
  if (form.is === 'form') return [];
  return form.problems.map(({ path, column, reason, name, names }) => ({
    path: path.replaceAll('/', '~'),
    field: column === 'required' ? 'required_if' : (column ?? 'relevant'),
    message:
      reason === 'cycle'
        ? message('surveys.questionnaires.faults.cycle', { names: [...names, names[0]].join(' → ') })
        : message('surveys.questionnaires.faults.ambiguous', { name }),
  }));
}

function wordFaults({ item, path }: Placed, first: string): readonly Fault[] {
  const needed = item.is === 'question' && !isSilent(item.type);
  if (!needed || item.label[first]) return [];
  return [{ path, field: 'label', message: message('surveys.questionnaires.faults.label', { name: item.name }) }];
}

function nameFaults({ item, path, within }: Placed, all: readonly Placed[]): readonly Fault[] {
  const { name } = item;
  if (!NAME.test(name))
    return [{ path, field: 'name', message: message('surveys.questionnaires.faults.name', { name }) }];
  const twins = all.filter((other) => other.within === within && other.item.name.toLowerCase() === name.toLowerCase());
  if (twins.length < 2 || twins[0]?.item === item) return [];
  return [{ path, field: 'name', message: message('surveys.questionnaires.faults.name_twice', { name }) }];
}

function kindFaults({ item, path }: Placed, of: Questionnaire): readonly Fault[] {
  const { name } = item;
  if (item.is !== 'question')
    return item.items.length > 0
      ? []
      : [{ path, field: 'items', message: message('surveys.questionnaires.faults.group_empty', { name }) }];
  return [...choiceFaults(item, path, of), ...calculationFaults(item, path)];
}

function choiceFaults(item: Question, path: string, of: Questionnaire): readonly Fault[] {
  if (!hasChoices(item.type)) return [];
  const list = item.choices && of.lists[item.choices.list];
  if (list && list.length > 0) return [];
  return [{ path, field: 'list', message: message('surveys.questionnaires.faults.no_choices', { name: item.name }) }];
}

function calculationFaults(item: Question, path: string): readonly Fault[] {
  if (item.type !== 'calculate' || item.calculation || item.preset) return [];
  return [
    {
      path,
      field: 'calculation',
      message: message('surveys.questionnaires.faults.no_calculation', { name: item.name }),
    },
  ];
}

function listFaults(
  of: Questionnaire,
  list: string,
  choices: Questionnaire['lists'][string],
  first: string,
): readonly Fault[] {
  const user = placedItems(of.items).find(({ item }) => item.is === 'question' && item.choices?.list === list);
  if (!user) return [];
  const fault = (what: Message): Fault => ({ path: user.path, field: 'choices', message: what });
  const names = choices.map(({ name }) => name);
  return [
    ...choices.flatMap(({ name, label }) =>
      label[first] ? [] : [fault(message('surveys.questionnaires.faults.choice_label', { list, name }))],
    ),
    ...names.flatMap((name, i) => {
      if (!CHOICE_NAME.test(name)) return [fault(message('surveys.questionnaires.faults.choice_name', { list, name }))];
      return names.indexOf(name) < i
        ? [fault(message('surveys.questionnaires.faults.choice_twice', { list, name }))]
        : [];
    }),
  ];
}

/** Expressions that cannot be evaluated, and texts that show the answer of a question that is not there. */
function ruleFaults({ item, path }: Placed, names: ReadonlySet<string>): readonly Fault[] {
  const rules = rulesOf(item).flatMap(([field, rule]): readonly Fault[] => {
    const why = rule === null ? null : expressionFault(rule, names);
    return why ? [{ path, field, message: why }] : [];
  });
  const stray = [...mentionedIn(item)].filter((name) => !names.has(name));
  return [...rules, ...stray.map((name) => ({ path, field: 'label', message: strayWords(name, names) }))];
}

/** The expressions of an item, each with the field of the form in which it is written. */
function rulesOf(item: Item): readonly (readonly [field: string, rule: string | null])[] {
  if (item.is === 'group') return [['relevant', item.relevant]];
  if (item.is === 'repeat')
    return [
      ['relevant', item.relevant],
      ['count', item.count],
    ];
  return [
    ['relevant', item.relevant],
    ['required_if', item.required],
    ['constraint', item.constraint],
    ['calculation', item.calculation],
    ['readonly', item.readonly],
    ['filter', item.choices?.filter ?? null],
    // A preset is a value unless it looks like something that is worked out.
    ['preset', item.preset && /\$\{|\w\s*\(/.test(item.preset) ? item.preset : null],
  ];
}

/** Names whose answers the words of an item show. */
function mentionedIn(item: Item): ReadonlySet<string> {
  const words = [item.label, item.hint, item.guidance].flatMap((of) => Object.values(of));
  return new Set(words.flatMap((text) => [...text.matchAll(/\$\{\s*([^}\s#]+)\s*\}/g)].map((found) => found[1]!)));
}
