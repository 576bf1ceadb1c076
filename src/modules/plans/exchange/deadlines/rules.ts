import { fold } from '#core/i18n/names.ts';
import { addDays, addMonths, type PlainDate, plainDate } from '#core/time/plain-date.ts';

/** What the plan's own words for a deadline come to. */
export type Deadline =
  /** Certain: the last day, and the first one where it is named too. */
  | { readonly kind: 'day'; readonly due: PlainDate; readonly starts: PlainDate | null }
  /** No day follows from the words ("regularly"): unknown stays unknown. */
  | { readonly kind: 'unknown' }
  /** A day that no calendar has, or an end before its beginning. */
  | { readonly kind: 'impossible' };

const UNKNOWN: Deadline = { kind: 'unknown' };
const IMPOSSIBLE: Deadline = { kind: 'impossible' };

/** Names of months after folding, by their beginnings: az, en, ru (with cases). */
const MONTHS: readonly RegExp[] = [
  /^(yanvar|january|jan$|январ)/,
  /^(fevral|february|feb$|феврал)/,
  /^(mart|march|mar$|март)/,
  /^(aprel|april|apr$|апрел)/,
  /^(may|ма(и|я|е)$)/,
  /^(iyun|june|jun$|июн)/,
  /^(iyul|july|jul$|июл)/,
  /^(avqust|august|aug$|август)/,
  /^(sentyabr|september|sept?$|сентябр)/,
  /^(oktyabr|october|oct$|октябр)/,
  /^(noyabr|november|nov$|ноябр)/,
  /^(dekabr|december|dec$|декабр)/,
];

const MONTH = String.raw`(\p{L}{3,12})`;
const YEAR = String.raw`((?:19|20|21)\d\d)`;
const PART: Readonly<Record<string, number>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 },
  ...{ birinci: 1, ikinci: 2, ucuncu: 3, dorduncu: 4, first: 1, second: 2, third: 3, fourth: 4 },
  ...{ первыи: 1, второи: 2, третии: 3, четвертыи: 4, первое: 1, второе: 2, перв: 1, втор: 2 },
};
const NTH = String.raw`(i{1,3}|iv|[1-4]|birinci|ikinci|ucuncu|dorduncu|first|second|third|fourth|\p{L}+(?:ыи|ои|ии|ое|ая|ого))`;
const QUARTER = String.raw`(?:rub\p{L}*|quarter|квартал\p{L}*)`;
const HALF = String.raw`(?:yarim\p{L}*|yarisi\p{L}*|half|полугоди\p{L}*|половин\p{L}*)`;

/**
 * The last day that follows with certainty from the words in which plans give deadlines: years and spans of years,
 * quarters, half-years, months, days, in az, en and ru. Everything else is unknown; nothing is guessed.
 */
export function deadlineIn(text: string): Deadline {
  const words = plainWords(text);
  if (words === '') return UNKNOWN;
  for (const [shape, read] of SHAPES) {
    const found = shape.exec(words);
    const deadline = found ? read(found) : UNKNOWN;
    // A word that is no month may be a quarter: the next shape is asked.
    if (deadline.kind !== 'unknown') return deadline;
  }
  return UNKNOWN;
}

/** Small letters without suffixes ("2016-cı il" is "2016 il"), remarks in brackets, and words that change nothing. */
function plainWords(text: string): string {
  // Folding makes blanks of hyphens, which mean "until" here.
  return fold(text.replace(/[([][^()[\]]*[)\]]/g, ' ').replace(/[-‐-―−]/g, '~'))
    .replaceAll('~', '-')
    .replace(/(\d)\s*[-']?(?:ci|cu|nci|inci|ti|th|st|nd|rd|го|ом|и|ыи|ое)(?![\p{L}\d])/gu, '$1')
    .replace(
      /(?<![\p{L}\d])(illerde|iller|ilin|ilde|iledek|ile|il|years?|годах|годов|годы|годов|году|года|год|гг|г)(?![\p{L}\d])\.?/gu,
      ' ',
    )
    .replace(
      /(?<![\p{L}\d])(sonunadek|sonuna qeder|sonuna|sonu|sonunda|axiri|ayinin|ayinda|ayinadek|ayina|aylarinda|aylari|ayi|ay|tarixinedek|tarixine qeder|tarixine|tarixi|qeder|kimi|erzinde|until|till|by|before|the|end of|in|during|of|to the|до|к|по|конца|конец|конце|в течение|течение|срок)(?![\p{L}\d])/gu,
      ' ',
    )
    .replace(/(?<=\d)(edek|adek)(?![\p{L}])/gu, ' ')
    .replace(/(?<=\p{L}{3})(adek|edek)(?![\p{L}])/gu, '')
    .replace(/[,;:]/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type Found = RegExpExecArray;
const number = (text: string | undefined): number => Number(text ?? Number.NaN);
const two = (n: number): string => String(n).padStart(2, '0');

const dayOf = (year: number, month: number, day: number): PlainDate | null =>
  plainDate(`${year}-${two(month)}-${two(day)}`);

const certain = (due: PlainDate | null, starts: PlainDate | null = null): Deadline => {
  if (due === null) return IMPOSSIBLE;
  return starts !== null && starts > due ? IMPOSSIBLE : { kind: 'day', due, starts };
};

const endOfYear = (year: number): PlainDate | null => dayOf(year, 12, 31);

function endOfMonth(year: number, month: number): PlainDate | null {
  const first = dayOf(year, month, 1);
  return first && addDays(addMonths(first, 1), -1);
}

function monthNamed(word: string | undefined): number | null {
  const index = MONTHS.findIndex((name) => name.test(word ?? ''));
  return index < 0 ? null : index + 1;
}

const namedDay = (year: string | undefined, word: string | undefined, day: string | undefined): Deadline => {
  const month = monthNamed(word);
  return month === null ? UNKNOWN : certain(dayOf(number(year), month, number(day)));
};

const namedMonth = (year: string | undefined, word: string | undefined): Deadline => {
  const month = monthNamed(word);
  return month === null ? UNKNOWN : certain(endOfMonth(number(year), month));
};

/** The last month of a part of the year: of 4 quarters or of 2 halves. */
function endOfPart(year: string | undefined, nth: string | undefined, parts: 2 | 4): Deadline {
  const part = PART[nth ?? ''] ?? PART[(nth ?? '').replace(/(ыи|ои|ии|ое|ая|ого)$/, '')];
  if (part === undefined) return UNKNOWN;
  return part > parts ? IMPOSSIBLE : certain(endOfMonth(number(year), part * (12 / parts)));
}

function numericDay(year: string | undefined, month: string | undefined, day: string | undefined): Deadline {
  return certain(dayOf(number(year), number(month), number(day)));
}

function span(a: Deadline, b: Deadline): Deadline {
  if (a.kind === 'impossible' || b.kind === 'impossible') return IMPOSSIBLE;
  return a.kind === 'day' && b.kind === 'day' ? certain(b.due, a.due) : UNKNOWN;
}

const DMY = String.raw`(\d{1,2})[./](\d{1,2})[./](\d{4})`;
const YMD = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})(?:t[\d ]+)?`;
const whole = (shape: string): RegExp => new RegExp(`^${shape}$`, 'u');

const SHAPES: readonly (readonly [RegExp, (f: Found) => Deadline])[] = [
  [whole(YMD), (f) => numericDay(f[1], f[2], f[3])],
  [whole(DMY), (f) => numericDay(f[3], f[2], f[1])],
  [whole(String.raw`(\d{1,2})-(\d{1,2})-(\d{4})`), (f) => numericDay(f[3], f[2], f[1])],
  [whole(`${DMY} ?(?:-|/)? ?${DMY}`), (f) => span(numericDay(f[3], f[2], f[1]), numericDay(f[6], f[5], f[4]))],
  [whole(`${YMD} ?(?:-|/) ?${YMD}`), (f) => span(numericDay(f[1], f[2], f[3]), numericDay(f[4], f[5], f[6]))],
  [whole(`${YEAR} ?- ?${YEAR}`), (f) => (number(f[1]) > number(f[2]) ? IMPOSSIBLE : certain(endOfYear(number(f[2]))))],
  [whole(YEAR), (f) => certain(endOfYear(number(f[1])))],
  [whole(String.raw`(\d{4})-(\d{1,2})`), (f) => certain(endOfMonth(number(f[1]), number(f[2])))],
  [whole(String.raw`(\d{1,2})[./](\d{4})`), (f) => certain(endOfMonth(number(f[2]), number(f[1])))],
  [whole(`(\\d{1,2}) ?${MONTH} ${YEAR}`), (f) => namedDay(f[3], f[2], f[1])],
  [whole(`${MONTH} (\\d{1,2}) ${YEAR}`), (f) => namedDay(f[3], f[1], f[2])],
  [whole(`${YEAR} (\\d{1,2}) ${MONTH}`), (f) => namedDay(f[1], f[3], f[2])],
  [whole(`${MONTH} ?- ?${MONTH} ${YEAR}`), (f) => (monthNamed(f[1]) === null ? UNKNOWN : namedMonth(f[3], f[2]))],
  [whole(`${YEAR} ${MONTH} ?- ?${MONTH}`), (f) => (monthNamed(f[2]) === null ? UNKNOWN : namedMonth(f[1], f[3]))],
  [whole(`${NTH} ${QUARTER} ${YEAR}`), (f) => endOfPart(f[2], f[1], 4)],
  [whole(`${YEAR} ${NTH} ${QUARTER}`), (f) => endOfPart(f[1], f[2], 4)],
  [whole(`q([1-4]) ${YEAR}`), (f) => endOfPart(f[2], f[1], 4)],
  [whole(`${YEAR} q([1-4])`), (f) => endOfPart(f[1], f[2], 4)],
  [whole(`${NTH} ${HALF} ${YEAR}`), (f) => endOfPart(f[2], f[1], 2)],
  [whole(`${YEAR} ${NTH} ${HALF}`), (f) => endOfPart(f[1], f[2], 2)],
  [whole(`h([12]) ${YEAR}`), (f) => endOfPart(f[2], f[1], 2)],
  [whole(`${MONTH} ${YEAR}`), (f) => namedMonth(f[2], f[1])],
  [whole(`${YEAR} ${MONTH}`), (f) => namedMonth(f[1], f[2])],
];
