/** 4.2: late by 19 days; 16 executors, two of them silent; reported, not assessed. */
import { REPRESENTATION_KEYS, type RepresentationKey } from '#modules/places/demo/bodies.ts';
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';

const SILENT: readonly RepresentationKey[] = ['rep_sunacala', 'rep_gunesqobu'];

export const NOTICE_BOARDS: DemoMeasure = {
  number: '4.2',
  aim: 2,
  title: {
    az: 'İcra nümayəndəliklərində məlumat lövhələri',
    en: 'Notice boards at the ExCom representations',
    ru: 'Информационные стенды в представительствах',
  },
  text: {
    az: '15 inzibati ərazi dairəsi üzrə icra nümayəndəliyinin hər birində arayışların verilməsi üçün tələb olunan sənədlərin, müddətlərin və rüsumların, habelə şikayət üçün ünvanların göstərildiyi məlumat lövhəsinin asılması.',
    en: 'In each of the 15 ExCom representations a notice board shows the papers, time limits and fees for every certificate, and where to complain.',
    ru: 'В каждом из 15 представительств исполнительной власти вывесить стенд с перечнем документов, сроков и пошлин для выдачи справок и с адресами для жалоб.',
  },
  problem: {
    az: 'Sakinlər hansı arayış üçün hansı sənədin lazım olduğunu, rüsumun və müddətin nə qədər olduğunu bilmədən bir neçə dəfə gəlib-getməli olurdu.',
    en: 'Not knowing which papers a certificate needs, what it costs and how long it takes, residents had to come again and again.',
    ru: 'Не зная, какие документы нужны для справки, сколько она стоит и сколько ждать, жители приходили по нескольку раз.',
  },
  askedBy: { findings: ['eservices'], recommendation: 'awareness' },
  localises: '1.4',
  legalBasis: null,
  starts: -160,
  due: -19,
  executors: [lead('excom'), ...co(REPRESENTATION_KEYS)],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'boards_up',
      title: {
        az: 'Məlumat lövhəsi asılmış icra nümayəndəliklərinin sayı',
        en: 'Number of ExCom representations with the notice board',
        ru: 'Число представительств, где вывешен стенд',
      },
      unit: { az: 'nümayəndəlik', en: 'representations', ru: 'представительств' },
      baseline: {
        value: 0,
        on: -250,
        source: {
          az: '15 nümayəndəliyə baxış',
          en: 'A look at the 15 representations',
          ru: 'Осмотр 15 представительств',
        },
        finding: null,
      },
      targets: [{ value: 15, by: -19 }],
      actuals: [
        {
          value: 13,
          of: { numerator: 13, n: 15 },
          on: -21,
          voice: 'executor',
          by: 'excom',
          source: {
            az: 'Nümayəndəliklərin yazılı məlumatı',
            en: 'Written information of the representations',
            ru: 'Письменные сведения представительств',
          },
        },
      ],
    },
  ],
  milestones: [
    {
      title: { az: 'Lövhələrin çapı', en: 'Boards printed', ru: 'Печать стендов' },
      due: -60,
      done: -57,
      owner: 'excom',
    },
    {
      title: { az: '15 lövhənin asılması', en: '15 boards put up', ru: 'Установка 15 стендов' },
      due: -19,
      done: null,
      owner: 'excom',
    },
  ],
  budget: {
    minor: 225_000,
    currency: 'AZN',
    source: {
      az: 'Rayon büdcəsi: hər lövhəyə 150 manat',
      en: 'District budget: 150 manat a board',
      ru: 'Районный бюджет: по 150 манатов на стенд',
    },
  },
  ogpValues: ['information', 'accountability'],
  tags: ['Anti-Corruption and Integrity', 'Public Service Delivery', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [
    {
      by: REPRESENTATION_KEYS.filter((key) => !SILENT.includes(key)),
      on: -23,
      state: 'complete',
      text: {
        az: 'Lövhə girişdə, hamının görə biləcəyi yerdə asılıb.',
        en: 'The board hangs at the entrance, where everybody can see it.',
        ru: 'Стенд висит у входа, на виду у всех.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Lövhənin asılması barədə akt',
            en: 'Record of the putting up of the board',
            ru: 'Акт об установке стенда',
          },
          file: 'lovhe-akti.pdf',
          pages: 1,
        },
      ],
      way: 'paper',
    },
    {
      by: ['excom'],
      on: -21,
      state: 'under_way',
      text: {
        az: '15 lövhə çap olunub, 13-ü asılıb. Sunaçala və Günəşqobu nümayəndəliklərinin binası təmir olunur.',
        en: '15 boards are printed, 13 are up. The offices in Sunachala and Gunashgobu are under repair.',
        ru: 'Напечатано 15 стендов, вывешено 13. Здания представительств в Суначале и Гюнешгобу на ремонте.',
      },
      evidence: [
        {
          kind: 'photo',
          title: {
            az: 'Çəmənarx: nümayəndəliyin girişində lövhə',
            en: 'Chamanarkh: the board at the entrance of the representation',
            ru: 'Чеменарх: стенд у входа в представительство',
          },
          community: 'cemenarx',
        },
        {
          kind: 'file',
          title: {
            az: 'Nümayəndəliklərin ümumi cədvəli',
            en: 'Table of the representations',
            ru: 'Сводная таблица представительств',
          },
          file: 'numayendelikler-cedveli.pdf',
          pages: 2,
        },
      ],
      way: 'account',
    },
  ],
  evaluations: [],
};
