import { workOf } from '../functions/rules.ts';
import type { Call, Expression, ExpressionError, Parsed, Reference } from '../schema.ts';

/** A `${name}` somewhere in an expression: offsets in its text, `end` behind the "}". */
export interface Mention {
  readonly name: string;
  readonly lastSaved: boolean;
  readonly at: number;
  readonly end: number;
}

const IN_TEXT = /\$\{\s*(last-saved#)?([^}\s]+)\s*\}/g;

/** Every `${name}` in the order of the text, also those within quotation marks (`jr:choice-name(${a}, '${a}')`). */
export function referencesOf(parsed: Parsed): readonly Mention[] {
  const found: Mention[] = [];
  visit(parsed.root, (part) => {
    if (part.is === 'reference') found.push(mention(part));
    if (part.is === 'text') found.push(...mentionsIn(part.value, part.at + 1));
  });
  return found.sort((a, b) => a.at - b.at);
}

/** Every function that is called, in the order of the text; one that is called twice stands twice. */
export function functionsOf(parsed: Parsed): readonly Call[] {
  const found: Call[] = [];
  visit(parsed.root, (part) => {
    if (part.is === 'call') found.push(part);
  });
  return found.sort((a, b) => a.at - b.at);
}

/** What is wrong with the calls of an expression, whether or not they would ever be reached. */
export function callErrorsOf(parsed: Parsed): readonly ExpressionError[] {
  return functionsOf(parsed)
    .map(workOf)
    .filter((work) => 'is' in work);
}

/** Calls `look` with every part of an expression, the whole before its parts. */
function visit(expression: Expression, look: (part: Expression) => void): void {
  look(expression);
  for (const part of partsOf(expression)) visit(part, look);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'negation':
      return [expression.of];
    case 'operation':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
    case 'path':
      return [
        ...(typeof expression.from === 'string' ? [] : [expression.from]),
        ...expression.predicates,
        ...expression.steps.flatMap((step) => step.predicates),
      ];
    default:
      return [];
  }
}

const mention = ({ name, lastSaved, at, end }: Reference): Mention => ({ name, lastSaved, at, end });

function mentionsIn(text: string, from: number): readonly Mention[] {
  return [...text.matchAll(IN_TEXT)].map((found) => ({
    name: found[2]!,
    lastSaved: found[1] !== undefined,
    at: from + found.index,
    end: from + found.index + found[0].length,
  }));
}
