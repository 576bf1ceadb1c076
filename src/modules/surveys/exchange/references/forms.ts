import { type Findings, nearest } from '../columns/rules.ts';
import type { Element, Issue, ListChoice, Lists, Said } from '../schema.ts';
import { allBelow, badReference, referencesIn, referenceTo } from './rules.ts';
import type { Names, Placed } from './schema.ts';
import { isShown } from './shown/rules.ts';

interface Text {
  readonly column: string;
  readonly text: string;
}

const all = (said: Said, column: string, heads: Element['heads']): readonly Text[] =>
  Object.entries(said).map(([lang, text]) => ({
    text,
    column: heads[lang === '' ? column : `${column} ${lang}`] ?? column,
  }));

/** Every text of a question that may refer to others, with the head of its column. */
function textsOf(element: Element): readonly Text[] {
  const { heads } = element;
  const one = (text: string, column: string): Text => ({ text, column: heads[column] ?? column });
  return [
    ...all(element.label, 'label', heads),
    ...all(element.hint, 'hint', heads),
    ...all(element.guidance, 'guidance_hint', heads),
    ...Object.entries(element.media).flatMap(([kind, said]) => all(said, `media ${kind}`, heads)),
    ...Object.entries(element.bind).flatMap(([name, said]) => all(said, `bind ${name}`, heads)),
    ...Object.entries(element.control).map(([name, text]) => one(text, `control ${name}`)),
    ...Object.entries(element.parameters).map(([, text]) => one(text, 'parameters')),
    ...element.trigger.map((name) => one(`\${${name}}`, 'trigger')),
    one(element.preset, 'default'),
    one(element.select?.filter ?? '', 'choice_filter'),
    one(element.select?.from === 'repeat' ? element.select.list : '', 'type'),
  ];
}

const textsOfChoice = (choice: ListChoice): readonly Text[] => [
  ...all(choice.label, 'label', choice.heads),
  ...Object.entries(choice.media).flatMap(([kind, said]) => all(said, `media ${kind}`, choice.heads)),
];

/** Says which references mean nothing, or more than one question. Lists that no question uses are not looked at. */
export function judgeReferences(form: Placed, names: Names, lists: Lists, sheet: string, said: Findings): void {
  const used = new Set<string>();
  for (const { element } of allBelow(form)) {
    if (element.select?.from === 'choices') used.add(element.select.list);
    for (const text of textsOf(element)) judgeText(text, { sheet, row: element.row }, names, said);
    judgeTrigger(element, sheet, names, said);
  }
  for (const [list, choices] of Object.entries(lists)) {
    if (!used.has(list)) continue;
    for (const choice of choices)
      for (const text of textsOfChoice(choice)) judgeText(text, { sheet: 'choices', row: choice.row }, names, said);
  }
}

function judgeText({ text, column }: Text, at: Partial<Issue>, names: Names, said: Findings): void {
  if (!text.includes('${')) return;
  const bad = badReference(text);
  if (bad !== null) said.fault('bad_reference', { ...at, column, found: bad, expected: referenceTo('name') });
  for (const { name } of referencesIn(text)) {
    if (names.twice.has(name)) said.fault('two_referenced', { ...at, column, found: name });
    else if (!names.byName.has(name) && bad === null)
      said.fault('unknown_reference', { ...at, column, found: name, near: nearest(name, names.byName.keys()) });
  }
}

/** A calculation can only follow the answer of a question that somebody answers. */
function judgeTrigger(element: Element, sheet: string, names: Names, said: Findings): void {
  const at = { sheet, row: element.row, column: 'trigger' };
  if (element.type === 'background-geopoint') {
    if (element.trigger.length === 0) said.fault('background_trigger', { ...at, found: element.name });
    if (element.bind.calculate) said.fault('background_calculation', { ...at, found: element.name });
  }
  for (const name of element.trigger) {
    const by = names.byName.get(name)?.element;
    if (by && by.is === 'question' && !isShown(by))
      said.fault('hidden_trigger', { ...at, found: name, expected: element.name });
  }
}
