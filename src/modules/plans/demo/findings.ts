/**
 * What the two invented surveys of the living forum found, as counts with their base. The same 15 communities, 50
 * chosen respondents each time (a purposive sample: no interval). The first wave comes as near to the percentages
 * reported in 2017 as whole people allow.
 */
import { type Days, MADE_UP, type Words } from '#modules/places/demo/words.ts';
import type { DemoActual, DemoIndicator } from './shape.ts';

export interface DemoCount {
  readonly yes: number;
  readonly n: number;
}

export interface DemoFinding {
  readonly key: string;
  /** Said after "of 50 people asked, 13 ..." */
  readonly statement: Words;
  readonly counted: 'people' | 'communities' | 'municipalities';
  readonly first: DemoCount;
  readonly second: DemoCount;
}

export const DEMO_WAVES: readonly { readonly key: 'first' | 'second'; readonly on: Days; readonly title: Words }[] = [
  {
    key: 'first',
    on: -316,
    title: {
      az: 'Plandan əvvəlki rəy sorğusu: 15 icma, 50 respondent',
      en: 'Survey before the plan: 15 communities, 50 respondents',
      ru: 'Опрос до плана: 15 общин, 50 респондентов',
    },
  },
  {
    key: 'second',
    on: -31,
    title: {
      az: 'Təkrar rəy sorğusu: həmin 15 icma, 50 respondent',
      en: 'Repeated survey: the same 15 communities, 50 respondents',
      ru: 'Повторный опрос: те же 15 общин, 50 респондентов',
    },
  },
];

export const DEMO_FINDINGS_NOTE: Words = MADE_UP;

const people = (key: string, first: number, second: number, statement: Words): DemoFinding => ({
  key,
  statement,
  counted: 'people',
  first: { yes: first, n: 50 },
  second: { yes: second, n: 50 },
});

export const DEMO_FINDINGS: readonly DemoFinding[] = [
  people('aware', 13, 24, {
    az: 'açıq hökumət təşəbbüsündən və Milli Fəaliyyət Planından xəbərdardır',
    en: 'are aware of the open government initiative and the National Action Plan',
    ru: 'знают об инициативе открытого правительства и Национальном плане действий',
  }),
  people('eservices', 22, 29, {
    az: 'elektron xidmətləri tanıyır və onlardan istifadə edir',
    en: 'know of e-services and use them',
    ru: 'знают об электронных услугах и пользуются ими',
  }),
  people('portal', 8, 19, {
    az: 'Elektron Hökumət portalını tanıyır',
    en: 'know the Electronic Government portal',
    ru: 'знают портал электронного правительства',
  }),
  people('mobile', 9, 13, {
    az: 'dövlət qurumlarının saytlarına telefondan daxil olur',
    en: 'use the sites of state bodies on a phone',
    ru: 'пользуются сайтами госорганов с телефона',
  }),
  people('platform', 12, 21, {
    az: 'dialoq platformasından qismən xəbərdardır',
    en: 'are partly informed of the dialogue platform',
    ru: 'отчасти знают о платформе диалога',
  }),
  people('public_councils', 15, 17, {
    az: 'ictimai şuraları tanıyır',
    en: 'know of public councils',
    ru: 'знают об общественных советах',
  }),
  people('ngos', 46, 46, {
    az: 'QHT-ləri və icma təşkilatlarını tanıyır',
    en: 'know of NGOs and community organisations',
    ru: 'знают об НПО и общинных организациях',
  }),
  people('reports', 40, 42, {
    az: 'bələdiyyənin seçicilər qarşısında hesabat verdiyini deyir',
    en: 'say that the municipality reports to voters',
    ru: 'говорят, что муниципалитет отчитывается перед избирателями',
  }),
  {
    key: 'terminals',
    statement: {
      az: 'işlək ödəniş terminalı var',
      en: 'have a working payment terminal',
      ru: 'имеют работающий платёжный терминал',
    },
    counted: 'communities',
    first: { yes: 2, n: 15 },
    second: { yes: 5, n: 15 },
  },
  {
    key: 'social_pages',
    statement: {
      az: 'sosial media səhifəsi var',
      en: 'have a social media page',
      ru: 'имеют страницу в социальных сетях',
    },
    counted: 'municipalities',
    first: { yes: 1, n: 5 },
    second: { yes: 5, n: 5 },
  },
];

export const PERCENT: Words = { az: '%', en: '%', ru: '%' };

const percent = (count: DemoCount): number => Math.round((1000 * count.yes) / count.n) / 10;

function finding(key: string): DemoFinding {
  const found = DEMO_FINDINGS.find((f) => f.key === key);
  if (!found) throw new RangeError(`no finding ${key}`);
  return found;
}

/** A baseline in percent taken from the survey before the plan. */
export function shareBefore(key: string): DemoIndicator['baseline'] {
  const { yes, n } = finding(key).first;
  const wave = DEMO_WAVES[0]!;
  return { value: percent({ yes, n }), of: { numerator: yes, n }, on: wave.on, source: wave.title, finding: key };
}

/** A baseline that is the count itself (2 communities of 15). */
export function countBefore(key: string): DemoIndicator['baseline'] {
  return { ...shareBefore(key), value: finding(key).first.yes };
}

/** The same question asked again: civil society's value in percent. */
export function shareAgain(key: string): DemoActual {
  const { yes, n } = finding(key).second;
  const wave = DEMO_WAVES[1]!;
  const of = { numerator: yes, n };
  return { value: percent({ yes, n }), of, on: wave.on, voice: 'civil', by: 'arxboyu', source: wave.title };
}
