import { type Message, message } from '#core/i18n/message.ts';
import { medianOf } from '../intervals/rules.ts';
import type { Expected, Flag, Looked } from './schema.ts';

/** Below this part of the usual time nobody can have read the questions. */
const FAST = 1 / 3;
/** Fewer interviews have no usual time, fewer questions are often answered alike, shorter matrices are often straight. */
const LEAST = { interviews: 10, questions: 10, matrix: 4, byOne: 5 } as const;
/** An interviewer's interviews agree with each other by so much more than with those of others. */
const ALIKE = 0.25;

/** Everything in a round that somebody should look at again, in the order of interviews, then of interviewers. */
export function flagsOf(interviews: readonly Looked[], expected: Expected): readonly Flag[] {
  const usual = usualSeconds(interviews);
  const twins = twinsOf(interviews);
  const single = interviews.flatMap((interview): readonly Flag[] => {
    const { id, seconds, on, asked, answers } = interview;
    const missing = asked.filter((name) => answers[name] === undefined).length;
    const straight = expected.matrices.find((names) => isStraight(names, interview));
    const twin = twins.get(id);
    return [
      ...(usual !== null && seconds !== null && seconds < usual * FAST
        ? [{ what: 'fast' as const, interview: id, seconds, usual }]
        : []),
      ...(twin ? [{ what: 'same_answers' as const, interview: id, with: twin, questions: asked.length }] : []),
      ...(straight ? [{ what: 'straight' as const, interview: id, questions: straight.length }] : []),
      ...(missing * 2 > asked.length
        ? [{ what: 'missing' as const, interview: id, missing, asked: asked.length }]
        : []),
      ...(on < expected.from || on > expected.until ? [{ what: 'dates' as const, interview: id, on }] : []),
    ];
  });
  return [...single, ...byInterviewer(interviews)];
}

function usualSeconds(interviews: readonly Looked[]): number | null {
  const known = interviews.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  return known.length < LEAST.interviews ? null : medianOf(known);
}

/** All rows of a matrix were answered, with one and the same answer. */
function isStraight(names: readonly string[], { answers }: Looked): boolean {
  const given = names.map((name) => answers[name]);
  return names.length >= LEAST.matrix && given[0] !== undefined && given.every((answer) => answer === given[0]);
}

/** The first interview before it with exactly the same answers to the same questions. */
function twinsOf(interviews: readonly Looked[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const { id, asked, answers } of interviews) {
    if (Object.keys(answers).length < LEAST.questions) continue;
    const said = JSON.stringify(asked.toSorted().map((name) => [name, answers[name] ?? null]));
    const other = first.get(said);
    if (other === undefined) first.set(said, id);
    else twins.set(id, other);
  }
  return twins;
}

function byInterviewer(interviews: readonly Looked[]): readonly Flag[] {
  const own = Map.groupBy(
    interviews.filter(({ interviewer }) => interviewer !== null),
    ({ interviewer }) => interviewer!,
  );
  return [...own].flatMap(([interviewer, theirs]): readonly Flag[] => {
    const others = interviews.filter((each) => each.interviewer !== null && each.interviewer !== interviewer);
    if (theirs.length < LEAST.byOne || others.length < LEAST.byOne) return [];
    const [agree, usual] = [agreement(theirs), agreement(others)];
    const [quick, slow] = [times(theirs), times(others)];
    const percent = (share: number): number => Math.round(share * 100);
    return [
      ...(agree !== null && usual !== null && agree - usual >= ALIKE
        ? [
            {
              what: 'alike_by_one' as const,
              interview: null,
              interviewer,
              theirs: percent(agree),
              others: percent(usual),
            },
          ]
        : []),
      ...(quick !== null && slow !== null && quick < slow / 2
        ? [{ what: 'fast_by_one' as const, interview: null, interviewer, theirs: quick, others: slow }]
        : []),
    ];
  });
}

function times(interviews: readonly Looked[]): number | null {
  const known = interviews.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  return known.length < LEAST.byOne ? null : medianOf(known);
}

/**
 * How often two of these interviews, taken by chance, give the same answer to a question that both answered: from counts of
 * answers, so in the time of one pass. null: no two answered the same question.
 */
function agreement(interviews: readonly Looked[]): number | null {
  const counts = new Map<string, Map<string, number>>();
  for (const { answers } of interviews)
    for (const [name, answer] of Object.entries(answers)) {
      const of = counts.get(name) ?? new Map<string, number>();
      counts.set(name, of.set(answer, (of.get(answer) ?? 0) + 1));
    }
  let [same, pairs] = [0, 0];
  for (const of of counts.values()) {
    const n = [...of.values()].reduce((sum, count) => sum + count, 0);
    pairs += (n * (n - 1)) / 2;
    for (const count of of.values()) same += (count * (count - 1)) / 2;
  }
  return pairs === 0 ? null : same / pairs;
}

/** Why somebody should look again; never more than that. */
export function reasonOf(flag: Flag): Message {
  if (flag.what === 'fast')
    return message('surveys.statistics.quality.fast', { minutes: minutes(flag.seconds), usual: minutes(flag.usual) });
  if (flag.what === 'same_answers') return message('surveys.statistics.quality.same_answers', { n: flag.questions });
  if (flag.what === 'straight') return message('surveys.statistics.quality.straight', { n: flag.questions });
  if (flag.what === 'missing')
    return message('surveys.statistics.quality.missing', { missing: flag.missing, asked: flag.asked });
  if (flag.what === 'dates') return message('surveys.statistics.quality.dates');
  if (flag.what === 'fast_by_one')
    return message('surveys.statistics.quality.fast_by_one', {
      theirs: minutes(flag.theirs),
      others: minutes(flag.others),
    });
  return message('surveys.statistics.quality.alike_by_one', { theirs: flag.theirs, others: flag.others });
}

/** To a tenth, because three minutes and three and a half differ. */
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;
