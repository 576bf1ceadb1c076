/**
 * The made-up answers of the demonstration: 50 interviews in 15 communities whose rates come as near to the reported ones
 * of 2017 as whole people allow. The same on every day and machine; nobody said any of it.
 */
import { COMMUNITY_KEYS, type CommunityKey } from '#modules/places/demo/district.ts';
import type { Answers, DeclinedAnswers } from '../questionnaires/schema.ts';

export const DEMO_GROUPS = ['representative', 'activist', 'ngo', 'resident'] as const;
export type DemoGroup = (typeof DEMO_GROUPS)[number];

/** The same fifty were asked before the plan and again in its first year. */
export type Wave = 'first' | 'second';

export interface DemoInterview {
  readonly place: CommunityKey;
  readonly group: DemoGroup;
  readonly minutes: number;
  readonly answers: Answers;
  readonly declined: DeclinedAnswers;
}

export const RESPONDENTS = 50;
/** How many of the respondents say yes; of services and ways of hearing, how many of those who were asked. */
const FIRST_RATES = {
  ...{ uses_eservices: 22, knows_portal: 8, mobile_pages: 9, internet_home: 31, public_councils: 15, knows_ngos: 46 },
  ...{ took_part: 14, body_website: 20, municipal_reports: 40, knows_hotline: 17 },
} as const;
type Counted = keyof typeof FIRST_RATES;
const RATES: Readonly<Record<Wave, Readonly<Record<Counted, number>>>> = {
  first: FIRST_RATES,
  second: {
    ...{
      uses_eservices: 29,
      knows_portal: 19,
      mobile_pages: 13,
      internet_home: 33,
      public_councils: 17,
      knows_ngos: 46,
    },
    ...{ took_part: 18, body_website: 24, municipal_reports: 42, knows_hotline: 21 },
  },
};
/** In how many of fifteen communities there is a payment terminal: two, then five. */
const WITH_TERMINAL: Readonly<Record<Wave, readonly CommunityKey[]>> = {
  first: ['cemenarx', 'pambiqarx'],
  second: ['cemenarx', 'pambiqarx', 'agdurna', 'qargicala', 'yovsanqobu'],
};
/** How many have heard of the platform partly. */
const PARTLY: Readonly<Record<Wave, number>> = { first: 12, second: 21 };

/** Is the i-th of n among the k that are spread over them? `step` shares no factor with n, so exactly k are. */
const among = (i: number, k: number, n: number, step: number, shift = 0): boolean => (i * step + shift) % n < k;

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

/** Three in each community and two more in the first ones: a representative and an active resident, then others. */
const placeOf = (i: number): CommunityKey => COMMUNITY_KEYS[i % COMMUNITY_KEYS.length]!;
const groupOf = (i: number): DemoGroup =>
  i < 15 ? 'representative' : i < 30 ? 'activist' : (i - 30) % 5 < 2 ? 'ngo' : 'resident';

/** 13 have heard of the initiative: 6 representatives, 4 from NGOs, 3 active residents. */
function isAware(i: number): boolean {
  if (i < 15) return among(i, 6, 15, 7, 2);
  if (i < 30) return among(i - 15, 3, 15, 4, 1);
  const [row, place] = [Math.floor((i - 30) / 5), (i - 30) % 5];
  return place < 2 && among(row * 2 + place, 4, 8, 3);
}

/** 24 of the second time: those 13, and 11 of the others. */
const hasHeard = (i: number, wave: Wave): boolean =>
  isAware(i) ||
  (wave === 'second' &&
    among(
      before(i, (n) => !isAware(n)),
      11,
      37,
      7,
    ));

/** Where the a-th of the 13 heard of it: television 8, newspapers 7, meetings 6, teahouse 5, mourning gatherings 5. */
const heardBy = (a: number): string =>
  [
    ...(a >= 8 ? ['teahouse'] : []),
    ...(a >= 7 && a < 12 ? ['mourning'] : []),
    ...(among(a, 6, 13, 5, 1) ? ['meeting'] : []),
    ...(a < 8 ? ['tv'] : []),
    ...(among(a, 7, 13, 3, 2) ? ['press'] : []),
  ].join(' ');

/** What the u-th of the 22 does by e-services. */
const servedBy = (u: number): string =>
  [
    ...(u < 17 ? ['payments'] : []),
    ...(among(u, 9, 22, 5) ? ['references'] : []),
    ...(u >= 17 ? ['pensions'] : []),
    ...(among(u, 4, 22, 7, 3) ? ['appeals'] : []),
  ].join(' ');

const STEPS = [3, 7, 9, 11, 13, 17, 19, 21, 23, 27] as const;
const saysYes = (of: Counted, i: number, wave: Wave): boolean => {
  const nth = Object.keys(FIRST_RATES).indexOf(of);
  return among(i, RATES[wave][of], RESPONDENTS, STEPS[nth]!, nth * 4);
};
/** How many before this one are such. */
const before = (i: number, is: (i: number) => boolean): number =>
  Array.from({ length: i }, (_, n) => n).filter(is).length;

const WISHES = ['Küçələr işıqlandırılsın.', 'Hesabatlar lövhədə asılsın.', 'Tullantılar vaxtında daşınsın.'] as const;
const WAYS = [
  'meeting press internet school',
  'internet meeting press school',
  'meeting school internet press',
] as const;
const WORKS = ['good', 'middling', 'bad'] as const;
const work = (i: number, step: number): string => WORKS[among(i, 14, RESPONDENTS, step) ? 0 : i % 5 < 2 ? 2 : 1]!;

/** What the i-th of the 50 said in a wave, from 0. */
export function demoInterview(i: number, wave: Wave = 'first'): DemoInterview {
  const [place, group] = [placeOf(i), groupOf(i)];
  const aware = hasHeard(i, wave);
  const says = (of: Counted): string => yesNo(saysYes(of, i, wave));
  const services = saysYes('uses_eservices', i, wave);
  const near = WITH_TERMINAL[wave].includes(place);
  const plan = aware ? (among(i, 20, RESPONDENTS, 3, 4) ? 'well' : 'partly') : 'no';
  const silent = i % 16 === 9;
  return {
    ...{ place, group, minutes: 14 + ((i * 7) % 16), declined: silent ? { [SILENT]: 'unknown' } : {} },
    answers: {
      block_respondent: {
        role: group,
        sex: among(i, 19, RESPONDENTS, 7, 5) ? 'woman' : 'man',
        age: `${21 + ((i * 17) % 50)}`,
      },
      block_awareness: {
        ...{ aware: yesNo(aware), knows_plan: plan },
        ...(aware
          ? { heard_from: heardBy(before(i, (n) => hasHeard(n, wave)) % 13), read_plan: yesNo(plan === 'well') }
          : {}),
      },
      block_eservices: {
        uses_eservices: yesNo(services),
        ...(services ? { which_services: servedBy(before(i, (n) => saysYes('uses_eservices', n, wave)) % 22) } : {}),
        ...{ knows_portal: says('knows_portal'), mobile_pages: says('mobile_pages') },
        ...{ internet_home: says('internet_home'), terminals: near ? '1' : '0', terminal_far: near ? '0' : far(place) },
      },
      block_participation: {
        knows_platform: among(i, PARTLY[wave], RESPONDENTS, 11, 6)
          ? 'partly'
          : among(i, PARTLY[wave] + 6, RESPONDENTS, 11, 6)
            ? 'well'
            : 'no',
        ...{ public_councils: says('public_councils'), knows_ngos: says('knows_ngos'), took_part: says('took_part') },
        ...{ body_website: says('body_website') },
      },
      block_municipality: {
        ...{
          municipal_reports: says('municipal_reports'),
          meetings_yearly: `${1 + (COMMUNITY_KEYS.indexOf(place) % 2)}`,
        },
        ...(i % 4 === 1 ? { municipal_wish: WISHES[i % WISHES.length]! } : {}),
      },
      block_works: { work_roads: work(i, 7), work_water: work(i, 13), work_waste: work(i + 1, 19) },
      block_corruption: {
        knows_hotline: says('knows_hotline'),
        ...(silent
          ? {}
          : { knows_rights: among(i, 9, RESPONDENTS, 3) ? 'well' : among(i, 24, RESPONDENTS, 3) ? 'partly' : 'no' }),
        learn_ways: WAYS[i % WAYS.length]!,
      },
    },
  };
}

const SILENT = 'block_corruption/knows_rights';

const far = (place: CommunityKey): string => `${3 + COMMUNITY_KEYS.indexOf(place) * 1.5}`;
