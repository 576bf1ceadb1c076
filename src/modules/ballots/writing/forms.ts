import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape, textsShape } from '#core/shapes.ts';
import { momentOf } from '#core/time/local-hour.ts';
import type { SeatId } from '#modules/forum/contract.ts';
import { KINDS_STANDING, OFFICES } from '../filling/schema.ts';
import { Fields } from '../forms.ts';
import { ABOUT, MOST } from '../rules.ts';
import { type BallotId, DECISIONS, MODES, ORIGINS, SECRECIES } from '../schema.ts';
import { KINDS, METHODS } from '../tallies/schema.ts';

/** What the form sends where a version stands, for the founding procedure. */
export const FOUNDING = 'founding';
const PAGE = /^\/[a-z0-9][a-z0-9/._-]*$/;
const PAGE_MOST = 300;

const aboutShape = v.variant('type', [
  v.object({ type: v.literal('body'), id: idShape() }),
  v.object({ type: v.literal('page'), id: v.pipe(v.string(), v.maxLength(PAGE_MOST), v.regex(PAGE)) }),
]);
const standShape = v.object({ seat: idShape<SeatId>(), as: v.picklist(KINDS_STANDING) });
const decidesShape = v.variant('what', [
  v.object({ what: v.literal('founding') }),
  v.object({ what: v.literal('version'), version: idShape(), inForceOn: dayShape }),
  v.object({
    ...{ what: v.literal('office'), office: v.picklist(OFFICES), from: v.nullable(dayShape) },
    stands: v.pipe(v.array(standShape), v.maxLength(MOST.options)),
  }),
]);

export const writtenShape = v.object({
  title: textsShape(MOST.title),
  words: textsShape(MOST.words),
  kind: v.picklist(KINDS),
  method: v.nullable(v.picklist(METHODS)),
  decision: v.picklist(DECISIONS),
  secrecy: v.picklist(SECRECIES),
  secrecyReason: v.nullable(textsShape(MOST.reason)),
  mode: v.picklist(MODES),
  about: v.pipe(v.array(aboutShape), v.maxLength(20)),
  decides: v.nullable(decidesShape),
  meeting: v.nullable(idShape()),
  item: v.nullable(idShape()),
  againOf: v.nullable(idShape<BallotId>()),
  closesAt: v.nullable(v.date()),
  origin: v.picklist(ORIGINS),
  options: v.pipe(v.array(textsShape(MOST.title)), v.maxLength(MOST.options)),
});
export type Written = v.InferOutput<typeof writtenShape>;

interface Where {
  /** Address word and zone of the forum. */
  readonly slug: string;
  readonly zone: string;
  readonly languages: readonly LanguageCode[];
}

/** What is voted on, how, about what, and until when. */
export function readBallot(posted: Posted, where: Where): Result<Written> {
  const read = new Fields(posted);
  const kind = read.choice('kind', KINDS);
  const title = read.lines('title', MOST.title, message('ballots.writing.wrong.title'));
  const words = read.paragraphs('words', MOST.words, message('ballots.writing.wrong.words'), (f) => posted.text(f));
  const reason = read.lines('secrecy_reason', MOST.reason, null);
  const [meeting, item] = [posted.text('meeting'), posted.text('item')];
  const again = posted.text('again_of');
  const version = posted.text('version');
  const isFounding = version === FOUNDING;
  const inForceOn = version && !isFounding ? read.day('in_force_on') : null;
  if (version && !isFounding && !inForceOn) read.wrong('in_force_on', message('ballots.wrong.day'));
  const office = readOffice(read, posted);
  return read.end({
    ...{ title, words, kind, method: kind === 'ranked' ? read.choice('method', METHODS) : null },
    decision: read.choice('decision', DECISIONS),
    ...{ secrecy: read.choice('secrecy', SECRECIES), mode: read.choice('mode', MODES) },
    secrecyReason: Object.keys(reason).length > 0 ? reason : null,
    about: readAbout(read, where.slug),
    decides: isFounding
      ? { what: 'founding' as const }
      : isId(version) && inForceOn
        ? { what: 'version' as const, version, inForceOn }
        : office,
    ...{ meeting: isId(meeting) && isId(item) ? meeting : null, item: isId(meeting) && isId(item) ? item : null },
    againOf: isId(again) ? (again as BallotId) : null,
    closesAt: readClosing(read, where.zone),
    origin: 'here' as const,
    // Who stands for an office is the option; lines are left to elections that fill none.
    options: kind === 'motion' || (office && !hasLines(posted)) ? [] : readOptions(read, posted, where.languages),
  });
}

/** The office that the election fills, and who was ticked for it; null: none was chosen. */
function readOffice(read: Fields, posted: Posted): Extract<Written['decides'], { what: 'office' }> | null {
  const office = OFFICES.find((one) => one === posted.text('office'));
  if (!office) return null;
  const stands = posted.all('stands').flatMap((key) => {
    const [seat = '', kind] = key.split(':');
    const as = KINDS_STANDING.find((one) => one === kind);
    return as && isId(seat) ? [{ seat: seat as SeatId, as }] : [];
  });
  return { what: 'office', office, from: read.day('office_from'), stands };
}

const hasLines = (posted: Posted): boolean =>
  LANGUAGES.some((code) => linesOf(posted.text(`options_${code}`)).length > 0);

function readAbout(read: Fields, slug: string): Written['about'] {
  const found: Written['about'] = [];
  for (let n = 1; n <= ABOUT; n += 1) {
    const body = read.line(`about_body_${n}`, 40);
    if (isId(body)) found.push({ type: 'body', id: body });
    const typed = read.line(`about_page_${n}`, PAGE_MOST);
    if (typed === '') continue;
    const path = typed.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
    const below = path.replace(new RegExp(`^/(az|en|ru)/${slug}(?=/)`), '').replace(/\/$/, '');
    if (PAGE.test(below)) found.push({ type: 'page', id: below });
    else read.wrong(`about_page_${n}`, message('ballots.writing.wrong.page'));
  }
  return found;
}

/** Day and full hour of the forum's clocks. */
function readClosing(read: Fields, zone: string): Date | null {
  const day = read.day('closes_on');
  if (!day) return null;
  return momentOf(zone, day, read.count('closes_hour', 23) ?? 18);
}

/** One option a line, the same number of lines in every language that is written. */
function readOptions(read: Fields, posted: Posted, languages: readonly LanguageCode[]): Texts[] {
  const lines = new Map(languages.map((code) => [code, linesOf(posted.text(`options_${code}`))]));
  const written = LANGUAGES.filter((code) => (lines.get(code)?.length ?? 0) > 0);
  const n = Math.max(0, ...written.map((code) => lines.get(code)!.length));
  const field = `options_${languages[0] ?? 'az'}`;
  if (n < 2) read.wrong(field, message('ballots.writing.wrong.few_options'));
  if (n > MOST.options) read.wrong(field, message('ballots.writing.wrong.many_options', { most: MOST.options }));
  if (written.some((code) => lines.get(code)!.length !== n))
    read.wrong(field, message('ballots.writing.wrong.uneven_options'));
  for (const code of written) {
    const own = lines.get(code)!;
    const twice = own.find((line, i) => own.indexOf(line) < i);
    if (twice) read.wrong(`options_${code}`, message('ballots.writing.wrong.option_twice', { option: twice }));
    const long = own.find((line) => line.length > MOST.title);
    if (long) read.wrong(`options_${code}`, message('errors.field_too_long', { max: MOST.title, found: long.length }));
  }
  return Array.from({ length: Math.min(n, MOST.options) }, (_, i) =>
    Object.fromEntries(written.map((code) => [code, lines.get(code)![i] ?? ''])),
  );
}

const linesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '');
