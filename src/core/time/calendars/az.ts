import type { TextKey } from '#core/i18n/message.ts';
import type { SpecialDay, WorkCalendar } from '../calendar.ts';
import { type Holiday, movedDays } from '../moved-days.ts';
import { day, type PlainDate } from '../plain-date.ts';

/*
 * Azerbaijan, five-day week. Holidays and the rule of moving: Labour Code, article 105 (parts 1, 2, 5, 6), read as
 * reprinted at azerbaijan.az/related-information/286; the mourning day is not moved (Ministry of Labour, January
 * 2024). Days of Novruz, Ramazan and Qurban: yearly decisions of the Cabinet of Ministers. The result of the rule is
 * compared in the tests with the Ministry's official calendars of 2020, 2021, 2024, 2025 and 2026.
 */
const FROM = 2016;
const TO = 2035;
const LAW = 'Labour Code of Azerbaijan, art. 105 (azerbaijan.az/related-information/286)';

/** Years whose official production calendar of the Ministry of Labour was read. */
const READ: Readonly<Record<number, string>> = {
  2020: 'metbuat.az/news/1310919',
  2021: 'metbuat.az/news/1396284, 18 December 2020',
  2024: 'yenizaman.az, 15 December 2023; e-muhasib.az/article.php?cat=2&n=1081',
  2025: 'oxu24.com/az/cemiyyet/125771, 17 December 2024',
  2026: 'report.az, 11 December 2025; Cabinet of Ministers No 362 of 2 December 2025',
};

/** Month and day, name, first year. */
const FIXED: readonly (readonly [string, TextKey, number])[] = [
  ['01-01', 'core.due.az.new_year', 0],
  ['01-02', 'core.due.az.new_year', 0],
  ['03-08', 'core.due.az.women', 0],
  ['03-20', 'core.due.az.novruz', 0],
  ['03-21', 'core.due.az.novruz', 0],
  ['03-22', 'core.due.az.novruz', 0],
  ['03-23', 'core.due.az.novruz', 0],
  ['03-24', 'core.due.az.novruz', 0],
  ['05-09', 'core.due.az.victory_1945', 0],
  ['05-28', 'core.due.az.independence', 0],
  ['06-15', 'core.due.az.salvation', 0],
  ['06-26', 'core.due.az.army', 0],
  ['11-08', 'core.due.az.victory', 2021],
  ['11-09', 'core.due.az.flag', 0],
  ['12-31', 'core.due.az.solidarity', 0],
];

const SECOND_HAND: TextKey = 'core.due.why.second_hand';
const MOON: TextKey = 'core.due.why.moon';

interface Feasts {
  readonly ramazan: readonly string[];
  readonly qurban: readonly string[];
  readonly source: string;
  readonly assumed?: TextKey;
}

const PACKAGE = 'list of holidays in the program "holidays" (github.com/vacanza/holidays)';
/** The yearly decisions of 2020 to 2026 all agreed with these tables, those of 2016 to 2019 were mostly a day later. */
const TABLES = 'tables of the Islamic calendar (Umm al-Qura)';
const FEASTS: Readonly<Record<number, Feasts>> = {
  2016: { ramazan: ['07-06', '07-07'], qurban: ['09-12', '09-13'], source: PACKAGE, assumed: SECOND_HAND },
  2017: { ramazan: ['06-26', '06-27'], qurban: ['09-01', '09-02'], source: 'ucnoqta.az/news/40772, 29 November 2016' },
  2018: { ramazan: ['06-15', '06-16'], qurban: ['08-22', '08-23'], source: 'turan.az, 4 January 2018' },
  2019: { ramazan: ['06-05', '06-06'], qurban: ['08-12', '08-13'], source: 'modern.az/news/186985, 19 December 2018' },
  2020: { ramazan: ['05-24', '05-25'], qurban: ['07-31', '08-01'], source: READ[2020] ?? '' },
  2021: { ramazan: ['05-13', '05-14'], qurban: ['07-20', '07-21'], source: READ[2021] ?? '' },
  2022: { ramazan: ['05-02', '05-03'], qurban: ['07-09', '07-10'], source: 'sheffafliq.az, 2 December 2021' },
  2023: { ramazan: ['04-21', '04-22'], qurban: ['06-28', '06-29'], source: 'metbuat.az/news/1455579' },
  2024: { ramazan: ['04-10', '04-11'], qurban: ['06-16', '06-17'], source: READ[2024] ?? '' },
  2025: { ramazan: ['03-30', '03-31'], qurban: ['06-06', '06-07'], source: READ[2025] ?? '' },
  2026: { ramazan: ['03-20', '03-21'], qurban: ['05-27', '05-28'], source: READ[2026] ?? '' },
  2027: { ramazan: ['03-09', '03-10'], qurban: ['05-16', '05-17'], source: TABLES, assumed: MOON },
  2028: { ramazan: ['02-26', '02-27'], qurban: ['05-05', '05-06'], source: TABLES, assumed: MOON },
  2029: { ramazan: ['02-14', '02-15'], qurban: ['04-24', '04-25'], source: TABLES, assumed: MOON },
  2030: { ramazan: ['02-04', '02-05'], qurban: ['04-13', '04-14'], source: TABLES, assumed: MOON },
  2031: { ramazan: ['01-24', '01-25'], qurban: ['04-02', '04-03'], source: TABLES, assumed: MOON },
  2032: { ramazan: ['01-14', '01-15'], qurban: ['03-22', '03-23'], source: TABLES, assumed: MOON },
  2033: { ramazan: ['01-03', '01-04', '12-23', '12-24'], qurban: ['03-12', '03-13'], source: TABLES, assumed: MOON },
  2034: { ramazan: ['12-12', '12-13'], qurban: ['03-01', '03-02'], source: TABLES, assumed: MOON },
  2035: { ramazan: ['12-01', '12-02'], qurban: ['02-19', '02-20'], source: TABLES, assumed: MOON },
};

/** Days on which the whole country voted; they are no working days (Election Code, art. 8.2). */
const VOTING: readonly (readonly [string, TextKey, string, TextKey?])[] = [
  ['2016-09-26', 'core.due.az.referendum', 'Election Code of Azerbaijan, art. 8.2', SECOND_HAND],
  ['2018-04-11', 'core.due.az.presidential_election', 'Election Code of Azerbaijan, art. 8.2', SECOND_HAND],
  ['2019-12-23', 'core.due.az.municipal_election', 'aztv.az/en/news/3940; Election Code, art. 8.2'],
  ['2024-02-07', 'core.due.az.presidential_election', 'metbuat.az/news/1491361; Election Code, art. 8.2'],
  ['2025-01-29', 'core.due.az.municipal_election', 'qlobal.net; Election Code, art. 8.2'],
];

interface Exchange {
  readonly rest: string;
  readonly work: string;
  readonly source: string;
  /** Why both days, or only the one to be worked, are not certain. */
  readonly assumed?: TextKey;
  readonly assumedWork?: TextKey;
}

/** Decisions of the Cabinet of Ministers: a working day became a rest day, and a rest day a working day instead. */
const EXCHANGED: readonly Exchange[] = [
  { rest: '2020-01-03', work: '2019-12-28', source: 'Cabinet of Ministers No 461 of 2 December 2019' },
  { rest: '2020-01-06', work: '2019-12-29', source: 'Cabinet of Ministers No 461 of 2 December 2019' },
  { rest: '2020-03-27', work: '2020-03-29', source: 'video.azertag.az/video/89767' },
  {
    rest: '2020-05-27',
    work: '2020-05-31',
    source: 'metbuat.az/news/1382044',
    assumedWork: 'core.due.why.sources_differ',
  },
  { rest: '2021-05-11', work: '2021-05-08', source: 'baku.ws/lifestyle/118950' },
  { rest: '2021-05-12', work: '2021-05-16', source: 'baku.ws/lifestyle/118950' },
  { rest: '2021-07-19', work: '2021-07-17', source: 'yeniavropa.az/article/az/34703' },
  {
    rest: '2022-03-07',
    work: '2022-03-05',
    source: 'Cabinet of Ministers No 69 of 3 March 2022 (metbuat.az/news/1432279)',
  },
  { rest: '2022-11-07', work: '2022-11-05', source: PACKAGE, assumed: SECOND_HAND },
  { rest: '2023-06-27', work: '2023-06-24', source: 'metbuat.az/news/1468769' },
  { rest: '2023-06-30', work: '2023-06-25', source: 'metbuat.az/news/1468769' },
  { rest: '2023-11-10', work: '2023-11-04', source: PACKAGE, assumed: SECOND_HAND },
  {
    rest: '2024-01-04',
    work: '2023-12-30',
    source: 'Cabinet of Ministers No 447 of 9 December 2023',
    assumedWork: SECOND_HAND,
  },
  { rest: '2024-01-05', work: '2024-01-07', source: 'Cabinet of Ministers No 447 of 9 December 2023' },
  { rest: '2024-04-12', work: '2024-04-06', source: 'metbuat.az/news/1497079' },
  { rest: '2024-11-12', work: '2024-11-16', source: 'turan.az, 18 September 2024' },
  { rest: '2024-11-13', work: '2024-11-23', source: 'turan.az, 18 September 2024' },
  { rest: '2024-12-30', work: '2024-12-28', source: 'turan.az, 28 November 2024' },
  { rest: '2025-01-03', work: '2024-12-29', source: 'turan.az, 28 November 2024' },
  { rest: '2025-03-27', work: '2025-03-10', source: 'mia.az, 15 February 2025' },
  { rest: '2025-03-28', work: '2025-04-01', source: 'mia.az, 15 February 2025' },
  { rest: '2025-06-27', work: '2025-06-21', source: 'abc.az/ru/news/176838, 17 June 2025' },
];

/** Special quarantine regime: a single day off for everybody, without a day to be worked instead. */
const DECLARED: readonly (readonly [string, TextKey, string])[] = [
  ['2020-05-29', 'core.due.az.quarantine', 'metbuat.az/news/1382044'],
];

/** The block of spring 2026 as it was announced in the week before. */
const MARCH_2026 = '1news.az, 19 March 2026; Cabinet of Ministers No 362 of 2 December 2025';

function holidays(): Holiday[] {
  const found: Holiday[] = [];
  for (let year = FROM - 1; year <= TO; year++) {
    for (const [monthDay, name, since] of FIXED) {
      if (year < since) continue;
      const source = year === 2026 && name === 'core.due.az.novruz' ? MARCH_2026 : LAW;
      found.push({ date: day(`${year}-${monthDay}`), name: renamed(name, year), source, addsWhenMeeting: false });
    }
    const feasts = FEASTS[year];
    if (feasts) found.push(...feastDays(year, feasts));
  }
  return found;
}

/** 28 May was Republic Day until 2021. */
const renamed = (name: TextKey, year: number): TextKey =>
  name === 'core.due.az.independence' && year < 2022 ? 'core.due.az.republic' : name;

function feastDays(year: number, feasts: Feasts): Holiday[] {
  const certainty = feasts.assumed ? { assumed: feasts.assumed } : {};
  const of = (name: TextKey) => (monthDay: string) => ({
    date: day(`${year}-${monthDay}`),
    name,
    source: year === 2026 && name === 'core.due.az.ramazan' ? MARCH_2026 : feasts.source,
    addsWhenMeeting: true,
    ...certainty,
  });
  return [...feasts.ramazan.map(of('core.due.az.ramazan')), ...feasts.qurban.map(of('core.due.az.qurban'))];
}

/** Later lines win: a decision stands above the rule. */
function specialDays(): SpecialDay[] {
  const all = holidays();
  const mourning: SpecialDay[] = years().map((year) => ({
    date: day(`${year}-01-20`),
    kind: 'mourning',
    names: ['core.due.az.black_january'],
    source: LAW,
  }));
  const voting: SpecialDay[] = VOTING.map(([date, name, source, assumed]) => ({
    date: day(date),
    kind: 'voting',
    names: [name],
    source,
    ...(assumed ? { assumed } : {}),
  }));
  const taken = new Set([...mourning, ...voting].map((special) => special.date));
  return [
    ...movedDays(all, [6, 7], taken).map(({ date, because }) => movedDay(date, because)),
    ...merged(all),
    ...mourning,
    ...voting,
    ...EXCHANGED.flatMap(exchangedDays),
    ...DECLARED.map(([date, name, source]): SpecialDay => ({ date: day(date), kind: 'rest', names: [name], source })),
  ];
}

function exchangedDays({ rest, work, source, assumed, assumedWork = assumed }: Exchange): SpecialDay[] {
  const common = { names: ['core.due.az.moved_by_decision'] as const, source };
  return [
    { date: day(rest), kind: 'rest', ...common, ...(assumed ? { assumed } : {}) },
    { date: day(work), kind: 'working', ...common, ...(assumedWork ? { assumed: assumedWork } : {}) },
  ];
}

const years = (): number[] => Array.from({ length: TO - FROM + 1 }, (_, i) => FROM + i);

function movedDay(date: PlainDate, because: Holiday): SpecialDay {
  const year = Number(date.slice(0, 4));
  const list = READ[year];
  const source = date.startsWith('2026-03-') ? MARCH_2026 : list ? `${LAW}; ${list}` : LAW;
  const unsure = because.assumed ?? (list ? undefined : ('core.due.why.law_rule' as const));
  return { date, kind: 'moved', names: [because.name], source, ...(unsure ? { assumed: unsure } : {}) };
}

/** Two holidays on one day are one special day with two names. */
function merged(all: readonly Holiday[]): SpecialDay[] {
  const days = new Map<PlainDate, SpecialDay>();
  for (const { date, name, source, assumed } of all) {
    const there = days.get(date);
    if (there) days.set(date, { ...there, names: [...there.names, name] });
    else days.set(date, { date, kind: 'holiday', names: [name], source, ...(assumed ? { assumed } : {}) });
  }
  return [...days.values()];
}

export const AZERBAIJAN: WorkCalendar = {
  country: 'AZ',
  from: FROM,
  to: TO,
  restWeekdays: [6, 7],
  restSource: 'Labour Code of Azerbaijan: five-day working week',
  restSaid: 'core.due.az.week',
  read: Object.keys(READ).map(Number),
  assumedOrdinary: 'core.due.why.no_decision',
  days: new Map(specialDays().map((special) => [special.date, special])),
};
