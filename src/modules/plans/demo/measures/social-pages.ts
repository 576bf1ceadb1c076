/** 2.2: evaluations wait in their reply window, one of them extended once. */
import { MUNICIPALITY_KEYS } from '#modules/places/demo/bodies.ts';
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { countBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { SOCIAL_PAGES_EVALUATIONS } from './social-pages-voices.ts';

export const SOCIAL_PAGES: DemoMeasure = {
  number: '2.2',
  aim: 2,
  title: {
    az: 'Bələdiyyələrin sosial media səhifələri',
    en: 'Social media pages of the municipalities',
    ru: 'Страницы муниципалитетов в социальных сетях',
  },
  text: {
    az: 'Beş bələdiyyənin hər birinin sosial media səhifəsinin yaradılması, orada büdcə, qərarlar, vakansiyalar və qəbul günləri daxil olmaqla ən azı 50 məlumatın yerləşdirilməsi və ayda ən azı iki dəfə yeni məlumat verilməsi.',
    en: 'Each of the five municipalities opens a social media page, places at least 50 items of information on it, among them budget, decisions, vacancies and reception days, and adds something new at least twice a month.',
    ru: 'Каждый из пяти муниципалитетов открывает страницу в социальных сетях, размещает на ней не менее 50 материалов, в том числе о бюджете, решениях, вакансиях и днях приёма, и не реже двух раз в месяц добавляет новые.',
  },
  problem: {
    az: 'Beş bələdiyyədən birinin səhifəsi vardı. Bələdiyyənin xəbərləri çayxanada, yas yerində, yığıncaqda ağızdan-ağıza yayılırdı.',
    en: 'One municipality of five had a page. News of the municipality went by word of mouth: in the teahouse, at mourning gatherings, at meetings.',
    ru: 'Страница была у одного муниципалитета из пяти. Новости о муниципалитете передавались из уст в уста: в чайхане, на поминках, на собраниях.',
  },
  askedBy: { findings: ['social_pages', 'mobile'], recommendation: 'social_media' },
  localises: '2.4',
  legalBasis: null,
  starts: -243,
  due: 50,
  executors: [lead('mun_cemenarx'), ...co(MUNICIPALITY_KEYS.filter((key) => key !== 'mun_cemenarx'))],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'municipalities_with_page',
      title: {
        az: 'Sosial media səhifəsi olan bələdiyyələrin sayı',
        en: 'Number of municipalities with a social media page',
        ru: 'Число муниципалитетов, имеющих страницу в социальных сетях',
      },
      unit: { az: 'bələdiyyə', en: 'municipalities', ru: 'муниципалитетов' },
      baseline: countBefore('social_pages'),
      targets: [{ value: 5, by: -100 }],
      actuals: [
        {
          value: 5,
          of: { numerator: 5, n: 5 },
          on: -104,
          voice: 'executor',
          by: 'mun_cemenarx',
          source: {
            az: 'Səhifələrin ünvanları siyahısı',
            en: 'List of the addresses of the pages',
            ru: 'Список адресов страниц',
          },
        },
        {
          value: 5,
          of: { numerator: 5, n: 5 },
          on: -31,
          voice: 'civil',
          by: 'arxboyu',
          source: {
            az: 'Təkrar rəy sorğusu zamanı səhifələrə baxış',
            en: 'A look at the pages during the repeated survey',
            ru: 'Просмотр страниц во время повторного опроса',
          },
        },
      ],
    },
    {
      key: 'pages_with_fifty',
      title: {
        az: 'Ən azı 50 məlumat yerləşdirilmiş səhifələrin sayı',
        en: 'Number of pages with at least 50 items of information',
        ru: 'Число страниц, где размещено не менее 50 материалов',
      },
      unit: { az: 'səhifə', en: 'pages', ru: 'страниц' },
      baseline: {
        value: 0,
        on: -250,
        source: { az: 'Səhifələrə baxış', en: 'A look at the pages', ru: 'Просмотр страниц' },
        finding: null,
      },
      targets: [{ value: 5, by: 50 }],
      actuals: [
        {
          value: 2,
          of: { numerator: 2, n: 5 },
          on: -29,
          voice: 'executor',
          by: 'mun_cemenarx',
          source: { az: 'Səhifələrdəki sayğac', en: 'The counters of the pages', ru: 'Счётчики страниц' },
        },
      ],
    },
  ],
  milestones: [
    {
      title: { az: 'Beş səhifənin açılması', en: 'Five pages opened', ru: 'Открытие пяти страниц' },
      due: -100,
      done: -105,
      owner: 'mun_cemenarx',
    },
    {
      title: {
        az: 'Hər səhifədə 50 məlumatın yerləşdirilməsi',
        en: '50 items on every page',
        ru: '50 материалов на каждой странице',
      },
      due: 50,
      done: null,
      owner: 'mun_cemenarx',
    },
  ],
  budget: {
    minor: 90_000,
    currency: 'AZN',
    source: {
      az: 'Bələdiyyələrin öz büdcələri: mobil internet',
      en: 'Own budgets of the municipalities: mobile internet',
      ru: 'Собственные бюджеты муниципалитетов: мобильный интернет',
    },
  },
  ogpValues: ['information', 'technology'],
  tags: ['Right To Information', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [
    {
      by: MUNICIPALITY_KEYS,
      on: -104,
      state: 'under_way',
      text: {
        az: 'Səhifə açılıb, ünvanı elan lövhəsində yazılıb. Məlumatların yerləşdirilməsinə başlanılıb.',
        en: 'The page is open and its address stands on the notice board. We have begun to place information.',
        ru: 'Страница открыта, её адрес указан на доске объявлений. Размещение материалов начато.',
      },
      evidence: [
        {
          kind: 'link',
          title: {
            az: 'Bələdiyyə səhifələrinin siyahısı',
            en: 'List of the pages of the municipalities',
            ru: 'Список страниц муниципалитетов',
          },
          url: 'https://durnasu.example/belediyye-sehifeleri',
        },
      ],
      way: 'link',
    },
    {
      by: ['mun_cemenarx', 'mun_agdurna'],
      on: -29,
      state: 'complete',
      text: {
        az: 'Səhifədə 50-dən çox məlumat var, ayda azı iki dəfə yenisi əlavə olunur.',
        en: 'The page holds more than 50 items and gets new ones at least twice a month.',
        ru: 'На странице более 50 материалов, не реже двух раз в месяц добавляются новые.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Məlumatların siyahısı', en: 'List of the items', ru: 'Перечень материалов' },
          file: 'melumatlarin-siyahisi.xlsx',
          pages: 2,
        },
      ],
      way: 'account',
    },
    {
      by: ['mun_pambiqarx', 'mun_qargicala', 'mun_yovsanqobu'],
      on: -29,
      state: 'under_way',
      text: {
        az: 'Səhifə işləyir, 50 məlumatdan 30-a qədəri yerləşdirilib. Büdcənin icrası barədə məlumat hazırlanır.',
        en: 'The page works; about 30 of 50 items are placed. Information on the execution of the budget is being prepared.',
        ru: 'Страница работает, размещено около 30 материалов из 50. Сведения об исполнении бюджета готовятся.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Məlumatların siyahısı', en: 'List of the items', ru: 'Перечень материалов' },
          file: 'melumatlarin-siyahisi.xlsx',
          pages: 2,
        },
      ],
      way: 'link',
    },
  ],
  evaluations: SOCIAL_PAGES_EVALUATIONS,
};
