/** 3.2: six state bodies, judged one by one; one let its reply window pass in silence, one is judged better than it claims. */
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { PERCENT } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { INFORMATION_EVALUATIONS } from './information-help-found.ts';
import { INFORMATION_UPDATES } from './information-help-reported.ts';

export const INFORMATION_HELP: DemoMeasure = {
  number: '3.2',
  aim: 2,
  title: {
    az: 'İnformasiya sorğusu verənlərə hüquqi kömək',
    en: 'Legal help with information requests',
    ru: 'Правовая помощь с запросами информации',
  },
  text: {
    az: 'Sakinlərə informasiya sorğusunun yazılmasında ayda ən azı iki dəfə pulsuz hüquqi köməyin göstərilməsi, platformanın üzvü olan altı dövlət qurumunun hər birində informasiya məsələləri üzrə məsul şəxsin müəyyən edilməsi və informasiya sorğularının qanunla müəyyən edilmiş müddətdə cavablandırılması.',
    en: 'At least twice a month residents get free legal help in writing an information request; each of the six state bodies that are members of the platform names an officer for information and answers information requests within the time set by law.',
    ru: 'Не реже двух раз в месяц оказывать жителям бесплатную правовую помощь в составлении запроса информации; в каждом из шести государственных органов, входящих в платформу, определить ответственного за информацию и отвечать на запросы информации в установленный законом срок.',
  },
  problem: {
    az: 'Sakinlər informasiya sorğusu ilə müraciəti bir-birindən ayırmır, dövlət qurumlarında isə daxil olan informasiya sorğularının ayrıca uçotu aparılmırdı.',
    en: 'Residents do not tell an information request from an appeal, and the state bodies kept no separate record of the information requests they received.',
    ru: 'Жители не отличают запрос информации от обращения, а государственные органы не вели отдельного учёта поступивших запросов информации.',
  },
  askedBy: { findings: ['mobile'], recommendation: 'trainings' },
  localises: '2.2',
  legalBasis: {
    az: '“İnformasiya əldə etmək haqqında” Qanun, 24-cü maddə: ən gec 7 iş günü',
    en: 'Law on Access to Information, article 24: 7 working days at most',
    ru: 'Закон «О получении информации», статья 24: не позднее 7 рабочих дней',
  },
  starts: -230,
  due: 180,
  executors: [lead('sozun_unvani'), ...co(['excom', 'education', 'health', 'employment', 'eservices', 'statistics'])],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'answered_in_time',
      title: {
        az: 'Qanunla müəyyən edilmiş müddətdə cavablandırılmış informasiya sorğularının payı',
        en: 'Share of information requests answered within the time set by law',
        ru: 'Доля запросов информации, на которые ответ дан в установленный законом срок',
      },
      unit: PERCENT,
      baseline: {
        value: null,
        on: -243,
        source: {
          az: 'Plandan əvvəl uçot aparılmırdı',
          en: 'No record was kept before the plan',
          ru: 'До плана учёт не вёлся',
        },
        finding: null,
      },
      targets: [{ value: 90, by: 180 }],
      actuals: [
        {
          value: 82.9,
          of: { numerator: 34, n: 41 },
          on: -19,
          voice: 'executor',
          by: 'sozun_unvani',
          source: {
            az: 'Altı qurumun uçot kitabları',
            en: 'Record books of the six bodies',
            ru: 'Журналы учёта шести органов',
          },
        },
        {
          value: 58.3,
          of: { numerator: 7, n: 12 },
          on: -44,
          voice: 'civil',
          by: 'durna_qatari',
          source: {
            az: 'Hər quruma göndərilmiş iki sınaq informasiya sorğusu',
            en: 'Two test information requests sent to each body',
            ru: 'По два пробных запроса информации в каждый орган',
          },
        },
      ],
    },
    {
      key: 'help_days',
      title: {
        az: 'Pulsuz hüquqi kömək günlərinin sayı',
        en: 'Number of days of free legal help',
        ru: 'Число дней бесплатной правовой помощи',
      },
      unit: { az: 'gün', en: 'days', ru: 'дней' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Belə qəbul günü əvvəllər olmayıb',
          en: 'There were no such days before',
          ru: 'Раньше таких дней не было',
        },
        finding: null,
      },
      targets: [{ value: 26, by: 180 }],
      actuals: [
        {
          value: 15,
          on: -19,
          voice: 'executor',
          by: 'sozun_unvani',
          source: { az: 'Qəbul jurnalı', en: 'Reception book', ru: 'Журнал приёма' },
        },
        {
          value: 13,
          on: -44,
          voice: 'civil',
          by: 'durna_qatari',
          source: {
            az: 'Qəbul jurnalının yoxlanılması',
            en: 'Check of the reception book',
            ru: 'Проверка журнала приёма',
          },
        },
      ],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Altı qurumda məsul şəxsin müəyyən edilməsi',
        en: 'An officer for information named in the six bodies',
        ru: 'Определение ответственного в шести органах',
      },
      due: -110,
      done: -112,
      owner: 'excom',
    },
    {
      title: {
        az: 'Sakinlər üçün informasiya sorğusu nümunəsinin çap edilməsi',
        en: 'A sample information request printed for residents',
        ru: 'Печать образца запроса информации для жителей',
      },
      due: -150,
      done: -147,
      owner: 'sozun_unvani',
    },
  ],
  budget: {
    minor: 180_000,
    currency: 'AZN',
    source: { az: 'Platformanın ümumi büdcəsi', en: 'Common budget of the platform', ru: 'Общий бюджет платформы' },
  },
  ogpValues: ['information', 'accountability'],
  tags: ['Right To Information', 'Capacity Building', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: INFORMATION_UPDATES,
  evaluations: INFORMATION_EVALUATIONS,
};
