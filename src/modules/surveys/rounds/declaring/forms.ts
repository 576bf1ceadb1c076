import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import { FieldReading } from '#core/reading.ts';
import { MOST_OF_LINE } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { MODES, type QuestionnaireId, SAMPLINGS } from '../../schema.ts';
import { MOST, POPULATION_MOST, SMALLEST } from '../rules.ts';
import type { Declaration, RoundGroup, RoundPlace } from '../schema.ts';

type Kept = Readonly<Record<string, string | readonly string[]>>;

/** Reads fields one by one and remembers what was wrong with each. */
class Reading extends FieldReading {
  readonly #posted: Posted;
  constructor(posted: Posted) {
    super(posted);
    this.#posted = posted;
  }

  /** A whole number from 1; null when nothing stands there. */
  count(field: string, most: number): number | null {
    const text = this.line(field, 12).replaceAll(' ', '');
    if (text === '') return null;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= most ? value : this.wrong(field, message('surveys.wrong.count', { most }));
  }

  day(field: string): PlainDate {
    return writtenDay(this.line(field, 40)) ?? (this.wrong(field, message('surveys.wrong.day')) as never);
  }

  texts(prefix: string, most: number, missing: Message | null): Texts {
    const found: { -readonly [L in LanguageCode]?: string } = {};
    for (const code of LANGUAGES) {
      const field = `${prefix}_${code}`;
      const text = this.#posted
        .text(field)
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim();
      if (text.length > most) this.wrong(field, message('errors.field_too_long', { max: most, found: text.length }));
      if (text) found[code] = text;
    }
    if (missing && Object.keys(found).length === 0) this.wrong(`${prefix}_az`, missing);
    return found;
  }
}

/** What is declared of a round, from the form; `places` are those that the form offered. */
export function readDeclaration(posted: Posted, offered: readonly string[]): Result<Declaration> {
  const read = new Reading(posted);
  const [questionnaire = '', edition = ''] = posted.text('edition').split(':');
  const known = isId(questionnaire) && /^[1-9]\d{0,5}$/.test(edition);
  if (!known) read.wrong('edition', message('surveys.round.wrong.edition'));
  const sampling = SAMPLINGS.find((one) => one === posted.text('sampling'));
  if (!sampling) read.wrong('sampling', message('surveys.wrong.sampling'));
  const smallest = read.count('smallest', SMALLEST.most) ?? SMALLEST.proposed;
  if (smallest < SMALLEST.least) read.wrong('smallest', message('surveys.wrong.smallest', { least: SMALLEST.least }));
  const source = read.line('population_source', MOST_OF_LINE);
  const plan = posted.text('plan');
  return read.end({
    ...{ questionnaire: questionnaire as QuestionnaireId, edition: Number(edition) },
    title: read.texts('title', MOST.title, message('surveys.wrong.title')),
    sampling: sampling ?? 'purposive',
    method: read.texts('method', MOST.method, message('surveys.wrong.method')),
    ...{ population: read.count('population', POPULATION_MOST), populationSource: source || null },
    plan: isId(plan) ? plan : null,
    ...{ areasAsked: read.count('areas_asked', 1_000), areasAll: read.count('areas_all', 1_000) },
    consent: read.texts('consent', MOST.consent, message('surveys.wrong.consent')),
    ...{ from: read.day('from'), until: read.day('until') },
    modes: MODES.filter((mode) => posted.all('modes').includes(mode)),
    ...{ singleUse: posted.text('single_use') === 'yes', officeHolders: posted.text('office_holders') === 'yes' },
    ...{ smallest, paperTwice: posted.text('paper_once') !== 'yes' },
    places: readPlaces(read, posted, offered),
    groups: readGroups(read, posted),
  });
}

function readPlaces(read: Reading, posted: Posted, offered: readonly string[]): readonly RoundPlace[] {
  const ticked = posted.all('places');
  return offered
    .filter((id) => ticked.includes(id))
    .map((place) => ({
      place,
      wanted: read.count(`wanted_${place}`, MOST.wanted),
      population: read.count(`people_${place}`, POPULATION_MOST),
    }));
}

function readGroups(read: Reading, posted: Posted): readonly RoundGroup[] {
  const rows = posted.names.filter((name) => /^group_\d{1,2}_key$/.test(name)).map((name) => name.slice(0, -4));
  return rows.flatMap((row): RoundGroup[] => {
    const name = read.texts(`${row}_name`, MOST.title, null);
    const key = posted.text(`${row}_key`);
    if (Object.keys(name).length === 0 || !/^[a-z][a-z0-9_]{0,39}$/.test(key)) return [];
    const wanted = read.count(`${row}_wanted`, MOST.wanted);
    return [{ key, name, wanted, population: read.count(`${row}_people`, POPULATION_MOST) }];
  });
}

const texts = (name: string, of: Texts): Kept =>
  Object.fromEntries(LANGUAGES.map((code) => [`${name}_${code}`, of[code] ?? '']));
const said = (value: number | null): string => (value === null ? '' : String(value));

/** What stands in the form of a declaration. */
export function fieldsOf(given: Declaration): Kept {
  return {
    edition: `${given.questionnaire}:${given.edition}`,
    ...{ ...texts('title', given.title), ...texts('method', given.method), ...texts('consent', given.consent) },
    ...{
      sampling: given.sampling,
      population: said(given.population),
      population_source: given.populationSource ?? '',
    },
    ...{ plan: given.plan ?? '', areas_asked: said(given.areasAsked), areas_all: said(given.areasAll) },
    ...{ from: given.from, until: given.until, modes: given.modes, smallest: String(given.smallest) },
    ...{ single_use: given.singleUse ? 'yes' : '', office_holders: given.officeHolders ? 'yes' : '' },
    ...{ paper_once: given.paperTwice ? '' : 'yes', places: given.places.map(({ place }) => place) },
    ...Object.fromEntries(
      given.places.flatMap(({ place, wanted, population }) => [
        [`wanted_${place}`, said(wanted)],
        [`people_${place}`, said(population)],
      ]),
    ),
    ...Object.assign(
      {},
      ...given.groups.map(({ key, name, wanted, population }, i) => ({
        ...texts(`group_${i + 1}_name`, name),
        ...{ [`group_${i + 1}_key`]: key, [`group_${i + 1}_wanted`]: said(wanted) },
        [`group_${i + 1}_people`]: said(population),
      })),
    ),
  };
}
