/** 3.1: the coordinator executes it itself, so another organisation judges; one share has no baseline. */
import { CDC_KEYS } from '#modules/places/demo/bodies.ts';
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { PERCENT, shareAgain, shareBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { OPEN_MEETINGS_EVALUATIONS, OPEN_MEETINGS_UPDATES } from './open-meetings-voices.ts';

export const OPEN_MEETINGS: DemoMeasure = {
  number: '3.1',
  aim: 3,
  title: {
    az: 'Hər icmada açıq görüş, hər təklifə cavab',
    en: 'An open meeting in every community, an answer to every proposal',
    ru: 'Открытая встреча в каждой общине, ответ на каждое предложение',
  },
  text: {
    az: 'Platformanın 15 icmanın hər birində sakinlərlə ildə ən azı bir açıq görüş keçirməsi, səslənən təkliflərin qeydə alınması və hər təklifə 30 gün ərzində əsaslandırılmış cavab verilməsi.',
    en: 'The platform holds at least one open meeting a year with the residents of each of the 15 communities, records the proposals made there and gives each a reasoned response within 30 days.',
    ru: 'Платформа не реже одного раза в год проводит открытую встречу с жителями каждой из 15 общин, записывает прозвучавшие предложения и на каждое в течение 30 дней даёт обоснованный ответ.',
  },
  problem: {
    az: 'Soruşulan 50 nəfərdən 12-si dialoq platformasından qismən xəbərdar idi. Sakinlərin təklifləri görüşlərdə səslənir, amma yazılmır və cavabsız qalırdı.',
    en: 'Of 50 people asked 12 were partly informed of the dialogue platform. Residents made proposals at meetings, but nobody wrote them down and they stayed unanswered.',
    ru: 'Из 50 опрошенных 12 отчасти знали о платформе диалога. Предложения жителей звучали на встречах, но не записывались и оставались без ответа.',
  },
  askedBy: { findings: ['platform'], recommendation: 'platform' },
  localises: 'platform',
  legalBasis: {
    az: '“İctimai iştirakçılıq haqqında” Qanun (22 noyabr 2013-cü il, № 816-IVQ)',
    en: 'Law on Public Participation (22 November 2013, No 816-IVQ)',
    ru: 'Закон «Об общественном участии» (22 ноября 2013 года, № 816-IVQ)',
  },
  starts: -243,
  due: 120,
  executors: [lead('arxboyu'), ...co(CDC_KEYS)],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'communities_met',
      title: {
        az: 'Açıq görüş keçirilmiş icmaların sayı',
        en: 'Number of communities where an open meeting was held',
        ru: 'Число общин, где прошла открытая встреча',
      },
      unit: { az: 'icma', en: 'communities', ru: 'общин' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Platforma planla birlikdə işə başlayıb',
          en: 'The platform began its work with the plan',
          ru: 'Платформа начала работу вместе с планом',
        },
        finding: null,
      },
      targets: [
        { value: 8, by: -60 },
        { value: 15, by: 120 },
      ],
      actuals: [
        {
          value: 8,
          of: { numerator: 8, n: 15 },
          on: -63,
          voice: 'executor',
          by: 'arxboyu',
          source: { az: 'Görüş protokolları', en: 'Minutes of the meetings', ru: 'Протоколы встреч' },
        },
        {
          value: 8,
          of: { numerator: 8, n: 15 },
          on: -42,
          voice: 'civil',
          by: 'ciraqli_pencere',
          source: {
            az: 'Protokolların yoxlanılması',
            en: 'Check of the minutes',
            ru: 'Проверка протоколов',
          },
        },
        {
          value: 9,
          of: { numerator: 9, n: 15 },
          on: -21,
          voice: 'executor',
          by: 'arxboyu',
          source: { az: 'Görüş protokolları', en: 'Minutes of the meetings', ru: 'Протоколы встреч' },
        },
      ],
    },
    {
      key: 'proposals_answered',
      title: {
        az: '30 gün ərzində əsaslandırılmış cavab almış təkliflərin payı',
        en: 'Share of proposals that got a reasoned response within 30 days',
        ru: 'Доля предложений, получивших обоснованный ответ в течение 30 дней',
      },
      unit: PERCENT,
      baseline: {
        value: null,
        on: -243,
        source: {
          az: 'Plandan əvvəl təkliflər qeydə alınmırdı',
          en: 'Before the plan proposals were not recorded',
          ru: 'До плана предложения не регистрировались',
        },
        finding: null,
      },
      targets: [{ value: 100, by: 120 }],
      actuals: [
        {
          value: 81.6,
          of: { numerator: 31, n: 38 },
          on: -21,
          voice: 'executor',
          by: 'arxboyu',
          source: { az: 'Təkliflər reyestri', en: 'Register of proposals', ru: 'Реестр предложений' },
        },
      ],
    },
    {
      key: 'know_platform',
      title: {
        az: 'Dialoq platformasından qismən xəbərdar olan respondentlərin payı',
        en: 'Share of respondents partly informed of the dialogue platform',
        ru: 'Доля респондентов, отчасти знающих о платформе диалога',
      },
      unit: PERCENT,
      baseline: shareBefore('platform'),
      targets: [{ value: 50, by: 366 }],
      // The coordinator who runs the survey is the lead executor here: the value is the executor's word.
      actuals: [{ ...shareAgain('platform'), voice: 'executor' }],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Təkliflər reyestrinin açılması',
        en: 'Register of proposals opened',
        ru: 'Открытие реестра предложений',
      },
      due: -225,
      done: -229,
      owner: 'arxboyu',
    },
    {
      title: {
        az: 'Səkkiz icmada açıq görüş',
        en: 'Open meetings in eight communities',
        ru: 'Открытые встречи в восьми общинах',
      },
      due: -60,
      done: -63,
      owner: 'arxboyu',
    },
    {
      title: {
        az: 'Qalan icmalarda açıq görüş',
        en: 'Open meetings in the remaining communities',
        ru: 'Открытые встречи в остальных общинах',
      },
      due: 100,
      done: null,
      owner: 'arxboyu',
    },
  ],
  budget: {
    minor: 156_000,
    currency: 'AZN',
    source: {
      az: 'Platformanın ümumi büdcəsi: yol və çay süfrəsi xərcləri',
      en: 'Common budget of the platform: travel and tea',
      ru: 'Общий бюджет платформы: проезд и чаепитие',
    },
  },
  ogpValues: ['participation', 'accountability'],
  tags: ['Public Participation', 'Social Accountability', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: OPEN_MEETINGS_UPDATES,
  evaluations: OPEN_MEETINGS_EVALUATIONS,
};
