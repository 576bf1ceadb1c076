import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { FieldReading } from '#core/reading.ts';
import { isWebAddress, MOST_OF_URL } from '#core/shapes.ts';
import { writtenDay } from '#core/time/plain-date.ts';
import { MOST } from './rules.ts';
import type { FigureAsked, Reported } from './schema.ts';

/** The languages of the forum; the field of the first is the one that is said to be empty. */
type Languages = readonly LanguageCode[];

class Reading extends FieldReading {
  texts(name: string, most: number, languages: Languages, missing: Message): Texts {
    const said = LANGUAGES.map((code) => [code, this.line(`${name}_${code}`, most)] as const).filter(
      ([, text]) => text,
    );
    if (said.length === 0) this.wrong(`${name}_${languages[0] ?? 'az'}`, missing);
    return Object.fromEntries(said);
  }
}

export function readSentence(posted: Posted, languages: Languages): Result<Texts> {
  const read = new Reading(posted);
  return read.end(read.texts('sentence', MOST.sentence, languages, message('surveys.findings.wrong.sentence')));
}

export function readReported(
  posted: Posted,
  languages: Languages,
  language: LanguageCode,
): Result<Reported & { readonly sentence: Texts }> {
  const read = new Reading(posted);
  const url = read.line('url', MOST_OF_URL);
  if (url && !isWebAddress(url)) read.wrong('url', message('surveys.findings.wrong.url'));
  const day = read.line('on', 40);
  const on = writtenDay(day);
  if (day && !on) read.wrong('on', message('surveys.wrong.day'));
  const remark = read.line('remark', MOST.remark);
  return read.end({
    printed: read.texts('printed', MOST.printed, languages, message('surveys.findings.wrong.printed')),
    sentence: read.texts('sentence', MOST.sentence, languages, message('surveys.findings.wrong.sentence')),
    source: read.texts('source', MOST.source, languages, message('surveys.findings.wrong.source')),
    ...{ url: url || null, on, remark: remark ? { [language]: remark } : null },
  });
}

/** Which figure is meant: the fields `question`, `code`, and for one column of a table `by` and `column`. */
export function figureAsked(text: (name: string) => string): FigureAsked {
  const [split, code] = [text('by'), text('column')];
  return { question: text('question'), code: text('code'), column: split && code ? { split, code } : null };
}
