/** 2.1: five municipalities, five different cells; the lead is under way, and civil society agrees ("substantial"). */
import { MUNICIPALITY_KEYS } from '#modules/places/demo/bodies.ts';
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { PERCENT, shareAgain, shareBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { REPORTS_EVALUATIONS, REPORTS_UPDATES } from './reports-to-voters-voices.ts';

export const REPORTS_TO_VOTERS: DemoMeasure = {
  number: '2.1',
  aim: 2,
  title: {
    az: 'Seçicilər qarşısında ildə iki hesabat',
    en: 'Two reports to voters a year',
    ru: 'Два отчёта перед избирателями в год',
  },
  text: {
    az: 'Beş bələdiyyənin hər birinin ildə iki dəfə seçicilər qarşısında açıq hesabat verməsi, hesabatın gününün və yerinin ən azı on gün əvvəl elan edilməsi, verilən sualların və onlara cavabların bir ay ərzində dərc olunması.',
    en: 'Each of the five municipalities reports to its voters in public twice a year; the day and place are announced at least ten days before; the questions asked and the answers given are published within a month.',
    ru: 'Каждый из пяти муниципалитетов дважды в год открыто отчитывается перед избирателями; день и место объявляются не менее чем за десять дней; заданные вопросы и ответы на них публикуются в течение месяца.',
  },
  problem: {
    az: 'Soruşulan 50 nəfərdən 40-ı bələdiyyənin hesabat verdiyini deyirdi, amma çoxu bunu səthi sayırdı: sual vermək imkanı az idi, cavablar heç yerdə yazılmırdı.',
    en: 'Of 50 people asked 40 said that the municipality reports, but many called it superficial: there was little chance to ask, and the answers were written down nowhere.',
    ru: 'Из 50 опрошенных 40 говорили, что муниципалитет отчитывается, но многие считали это поверхностным: задать вопрос было трудно, а ответы нигде не записывались.',
  },
  askedBy: { findings: ['reports'], recommendation: 'platform' },
  localises: null,
  legalBasis: {
    az: '“Bələdiyyələrin statusu haqqında” Qanun (2 iyul 1999-cu il, № 698-IQ)',
    en: 'Law on the Status of Municipalities (2 July 1999, No 698-IQ)',
    ru: 'Закон «О статусе муниципалитетов» (2 июля 1999 года, № 698-IQ)',
  },
  starts: -243,
  due: 113,
  executors: [lead('mun_agdurna'), ...co(MUNICIPALITY_KEYS.filter((key) => key !== 'mun_agdurna'))],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'reports_with_answers',
      title: {
        az: 'Sualları və cavabları dərc olunmuş hesabat görüşlərinin sayı',
        en: 'Number of report meetings whose questions and answers were published',
        ru: 'Число отчётных встреч, вопросы и ответы которых опубликованы',
      },
      unit: { az: 'görüş', en: 'meetings', ru: 'встреч' },
      baseline: {
        value: 0,
        on: -260,
        source: {
          az: 'Beş bələdiyyənin elan lövhəsinə və səhifələrinə baxış',
          en: 'A look at the notice boards and pages of the five municipalities',
          ru: 'Осмотр досок объявлений и страниц пяти муниципалитетов',
        },
        finding: null,
      },
      targets: [
        { value: 5, by: -60 },
        { value: 10, by: 113 },
      ],
      actuals: [
        {
          value: 2,
          on: -58,
          voice: 'executor',
          by: 'mun_agdurna',
          source: {
            az: 'Bələdiyyələrin ümumi cədvəli',
            en: 'Common table of the municipalities',
            ru: 'Общая таблица муниципалитетов',
          },
        },
        {
          value: 4,
          on: -30,
          voice: 'executor',
          by: 'mun_agdurna',
          source: {
            az: 'Bələdiyyələrin ümumi cədvəli',
            en: 'Common table of the municipalities',
            ru: 'Общая таблица муниципалитетов',
          },
        },
        {
          value: 2,
          on: -24,
          voice: 'civil',
          by: 'ciraqli_pencere',
          source: {
            az: 'Dərc olunmuş sual-cavab vərəqlərinin oxunması',
            en: 'Reading of the published question-and-answer sheets',
            ru: 'Чтение опубликованных листов вопросов и ответов',
          },
        },
      ],
    },
    {
      key: 'say_reports',
      title: {
        az: 'Bələdiyyənin hesabat verdiyini deyən respondentlərin payı',
        en: 'Share of respondents who say that the municipality reports',
        ru: 'Доля респондентов, по словам которых муниципалитет отчитывается',
      },
      unit: PERCENT,
      baseline: shareBefore('reports'),
      targets: [{ value: 90, by: 366 }],
      actuals: [shareAgain('reports')],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Sual-cavab vərəqinin vahid formasının hazırlanması',
        en: 'A common form for questions and answers',
        ru: 'Единая форма листа вопросов и ответов',
      },
      due: -200,
      done: -204,
      owner: 'mun_agdurna',
    },
    {
      title: {
        az: 'Beş bələdiyyədə birinci hesabat görüşləri',
        en: 'The first report meetings in the five municipalities',
        ru: 'Первые отчётные встречи в пяти муниципалитетах',
      },
      due: -60,
      done: null,
      owner: 'mun_agdurna',
    },
    {
      title: {
        az: 'İkinci hesabat görüşlərinin elan edilməsi',
        en: 'The second report meetings announced',
        ru: 'Объявление вторых отчётных встреч',
      },
      due: 22,
      done: null,
      owner: 'mun_agdurna',
    },
  ],
  budget: null,
  ogpValues: ['accountability', 'information'],
  tags: ['Social Accountability', 'Public Participation', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: REPORTS_UPDATES,
  evaluations: REPORTS_EVALUATIONS,
};
