import { SaxesParser } from 'saxes';
import type { Answers, Item, Questionnaire } from '../../questionnaires/schema.ts';

/** How much one submission may hold; an interview of hundreds of answers is far below. */
const LIMITS = { letters: 5_000_000, elements: 50_000, deep: 40 } as const;

export interface Submission {
  /** The interview's uuid as its program gave it; null when it gave none. */
  readonly id: string | null;
  /** `form_id` of the form that was filled. */
  readonly form: string;
  readonly answers: Answers;
  /** Paths of elements that the questionnaire does not know: named, never taken for answers. */
  readonly unknown: readonly string[];
}

export type ReadSubmission =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly why: 'broken' | 'definitions' | 'too_large'; readonly line: number };

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: Open[];
  text: string;
}

class Stopped extends Error {
  readonly why: 'broken' | 'definitions' | 'too_large';
  constructor(why: Stopped['why']) {
    super(why);
    this.why = why;
  }
}

/**
 * Reads the XML of one filled form. Definitions (DOCTYPE, entities of its own) are refused: no program of ODK writes
 * them, and entities that stand for entities grow without end.
 */
export function readSubmission(questionnaire: Questionnaire, xml: string): ReadSubmission {
  const parser = new SaxesParser();
  try {
    const root = treeOf(parser, xml);
    const unknown: string[] = [];
    const answers = answersOf(questionnaire.items, root, '', unknown);
    const meta = root.inside.find((one) => local(one.name) === 'meta');
    const id = meta?.inside.find((one) => local(one.name) === 'instanceID')?.text.trim() ?? '';
    const form = root.attributes.id ?? '';
    return { ok: true, submission: { id: id.replace(/^uuid:/, '') || null, form, answers, unknown } };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, why: error.why, line: parser.line };
    throw error;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function treeOf(parser: SaxesParser, xml: string): Open {
  if (xml.length > LIMITS.letters) throw new Stopped('too_large');
  const top: Open = { name: '', attributes: {}, inside: [], text: '' };
  const open: Open[] = [top];
  let elements = 0;
  parser.on('doctype', () => {
    throw new Stopped('definitions');
  });
  parser.on('error', () => {
    throw new Stopped('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > LIMITS.elements || open.length > LIMITS.deep) throw new Stopped('too_large');
    const element: Open = { name, attributes: attributes as Readonly<Record<string, string>>, inside: [], text: '' };
    open.at(-1)!.inside.push(element);
    open.push(element);
  });
  const said = (text: string) => {
    open.at(-1)!.text += text;
  };
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const root = top.inside[0];
  if (!root) throw new Stopped('broken');
  return root;
}

/** Answers by the items of the questionnaire; templates of repeats are none. */
function answersOf(items: readonly Item[], element: Open, path: string, unknown: string[]): Answers {
  const known = new Map(items.map((item) => [item.name, item]));
  const others = new Set(
    items.flatMap((item) => (item.is === 'question' && item.choices?.other ? [`${item.name}_other`] : [])),
  );
  const counters = new Set(
    items.flatMap((item) => (item.is === 'repeat' && item.count !== null ? [`${item.name}_count`] : [])),
  );
  const answers: Record<string, string | Answers | Answers[]> = {};
  for (const inner of element.inside) {
    if ('jr:template' in inner.attributes) continue;
    const item = known.get(inner.name);
    const here = `${path}${inner.name}`;
    if (item?.is === 'repeat') {
      const turns = (answers[inner.name] ?? []) as Answers[];
      answers[inner.name] = turns;
      turns.push(answersOf(item.items, inner, `${here}/${turns.length + 1}/`, unknown));
    } else if (item?.is === 'group') answers[inner.name] = answersOf(item.items, inner, `${here}/`, unknown);
    else if (item || others.has(inner.name)) answers[inner.name] = inner.text;
    else if (!counters.has(inner.name) && !(path === '' && local(inner.name) === 'meta')) unknown.push(here);
  }
  return answers;
}
