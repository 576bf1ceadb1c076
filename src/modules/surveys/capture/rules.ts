import { minutesAhead } from '#core/time/local-hour.ts';
import { answer } from '../filling/rules.ts';
import type { Filling, Form, Problem, Shown, State } from '../filling/schema.ts';
import { everyItem } from '../filling/showing/rules.ts';
import { isSilent } from '../questionnaires/rules.ts';
import { DECLINED, type Declined, type DeclinedAnswers, type Item } from '../questionnaires/schema.ts';

/** A form that nobody goes on with is forgotten after so many days. */
export const KEPT_DAYS = 30;

/** Names of the fields of a question: its answer, its picture, why there is none, the place of a choice in an order. */
export const fieldOf = (path: string): string => `q:${path}`;
export const declinedField = (path: string): string => `d:${path}`;
export const rankField = (path: string, choice: string): string => `q:${path}#${choice}`;
/** Why there is no answer, as a choice among the others. */
const REFUSED: Readonly<Record<string, Declined>> = Object.fromEntries(DECLINED.map((one) => [`~${one}`, one]));

/** Top items of a questionnaire, one page each: questions that stand side by side, or one group or repeat. */
export function partsOf(items: readonly Item[]): readonly (readonly string[])[] {
  const parts: { names: string[]; loose: boolean }[] = [];
  for (const item of items) {
    const loose = item.is === 'question';
    const last = parts.at(-1);
    if (loose && last?.loose) last.names.push(item.name);
    else parts.push({ names: [item.name], loose });
  }
  return parts.map(({ names }) => names);
}

const topOf = (path: string): string => path.split('/', 1)[0]!;
const isSeen = ({ kind, item }: Shown): boolean =>
  kind !== 'question' || item.is !== 'question' || !isSilent(item.type);

/** What stands on one page now. */
export const shownIn = ({ items }: State, part: readonly string[]): readonly Shown[] =>
  items.filter((shown) => part.includes(topOf(shown.path)) && isSeen(shown));

/** What may come to stand on one page. */
export const everyIn = (state: State, filling: Filling, part: readonly string[]): readonly Shown[] =>
  everyItem(state, filling).filter((shown) => part.includes(topOf(shown.path)) && isSeen(shown));

/** Pages on which something is to be seen now, by their places. */
export function openParts(state: State, parts: readonly (readonly string[])[]): readonly number[] {
  return parts.flatMap((part, i) => (shownIn(state, part).length > 0 ? [i] : []));
}

/** May this question be left with "prefer not to say" or "do not know"? */
export const mayDecline = ({ item, readonly }: Shown): boolean =>
  item.is === 'question' &&
  !readonly &&
  !['note', 'acknowledge', 'image', 'geopoint'].includes(item.type) &&
  item.parameters.declined !== 'no';

/** A posted form, as far as this file needs it. */
export interface Fields {
  text(name: string): string;
  all(name: string): readonly string[];
}

export interface Written {
  readonly state: State;
  readonly declined: DeclinedAnswers;
}

/**
 * The state after one page was sent: every question that it showed is answered anew, in the order of the page; then those
 * that these answers brought up, where the page asked them at once and names them among those `shown`.
 */
export function written(form: Form, before: State, part: readonly string[], posted: Fields, filling: Filling): Written {
  const named = new Set(posted.text('shown').split(' '));
  const done = new Set<string>();
  let now: Written = { state: before, declined: filling.declined };
  for (let open = shownIn(before, part); open.length > 0; ) {
    for (const one of open) {
      done.add(one.path);
      now = answered(form, now, one, posted, filling);
    }
    open = shownIn(now.state, part).filter(({ path }) => named.has(path) && !done.has(path));
  }
  return now;
}

/** The state after one question was answered in its fields; the same in the browser and on the server. */
export function answered(form: Form, { state, declined }: Written, one: Shown, posted: Fields, of: Filling): Written {
  const { path, item } = one;
  if (one.kind !== 'question' || one.readonly || item.is !== 'question' || item.type === 'image')
    return { state, declined };
  const { [path]: _before, ...others } = declined;
  const typed = typedAnswer(one, posted);
  const why = REFUSED[posted.text(fieldOf(path))] ?? DECLINED.find((one) => one === posted.text(declinedField(path)));
  const isDeclined = why && (typed === '' || REFUSED[typed]);
  const now = isDeclined ? { ...others, [path]: why } : others;
  const value = REFUSED[typed] ? '' : typed;
  return { state: answer(form, state, path, value, { ...of, declined: now }), declined: now };
}

/** What was typed or chosen, as XForms keeps it. */
function typedAnswer({ item, path, choices }: Shown, posted: Fields): string {
  if (item.is !== 'question') return '';
  const typed = posted.text(fieldOf(path)).normalize('NFC').trim();
  switch (item.type) {
    case 'select_multiple':
      return posted
        .all(fieldOf(path))
        .filter((one) => one !== '' && !REFUSED[one])
        .join(' ');
    case 'rank':
      return (choices ?? [])
        .map(({ name }) => [name, Number(posted.text(rankField(path, name)))] as const)
        .filter(([, place]) => place > 0)
        .sort((a, b) => a[1] - b[1])
        .map(([name]) => name)
        .join(' ');
    case 'acknowledge':
      return typed === 'OK' ? 'OK' : '';
    case 'decimal':
    case 'range':
      return typed.replace(',', '.').replaceAll(' ', '');
    case 'integer':
      return typed.replaceAll(' ', '');
    case 'date': {
      const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed);
      return local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : typed;
    }
    default:
      return typed;
  }
}

/** The words of a problem, where the author wrote none. */
export const problemKey = ({ reason }: Problem) =>
  `surveys.capture.problem.${reason === 'dateTime' ? 'date_time' : reason}` as const;

/** What an interview over a form knows beside its answers. */
export const fillingOf = (of: Pick<Filling, 'now' | 'language' | 'seed' | 'declined'>, zone: string): Filling => ({
  ...of,
  ...{ zone: { minutesAt: (moment) => minutesAhead(zone, moment) }, facts: {}, lastSaved: null },
});
