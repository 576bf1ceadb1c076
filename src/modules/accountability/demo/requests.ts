import type { Texts } from '#core/i18n/texts.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { Judged } from '../requests/schema.ts';

/** Days are counted from the day of loading. All of it is made up: no real body was asked or answered this. */
interface DemoRequest {
  readonly asked: number;
  readonly text: Texts;
  /** null: nobody has read it yet; else accepted, or the sentence by which it was not sent. */
  readonly decided: 'accepted' | Texts | null;
  readonly to: readonly {
    readonly body: BodyKey;
    /** null: not handed over yet. */
    readonly delivered: number | null;
    readonly answer: { readonly on: number; readonly paper: boolean; readonly text: Texts } | null;
    readonly judged: Judged | null;
  }[];
}

export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    asked: -72,
    text: {
      az: 'Bələdiyyənin bu ilki büdcəsi və onun icrası barədə hesabat.',
      en: 'The budget of the municipality for this year and the report on how it was carried out.',
      ru: 'Бюджет муниципалитета на этот год и отчёт о его исполнении.',
    },
    decided: 'accepted',
    to: [
      {
        ...{ body: 'mun_pambiqarx', delivered: -70, judged: 'full' },
        answer: {
          ...{ on: -65, paper: false },
          text: {
            az: 'Büdcə 84 200 manatdır, onun 61 faizi icra olunub. Cədvəl bina önündəki lövhədədir.',
            en: 'The budget is 84,200 manats; 61 percent of it was carried out. The table hangs on the board before the building.',
            ru: 'Бюджет составляет 84 200 манатов, исполнен на 61 процент. Таблица висит на доске перед зданием.',
          },
        },
      },
      {
        ...{ body: 'mun_cemenarx', delivered: -70, judged: 'part' },
        answer: {
          ...{ on: -40, paper: true },
          text: {
            az: 'Büdcənin ümumi məbləği 52 000 manatdır.',
            en: 'The whole of the budget is 52,000 manats.',
            ru: 'Общая сумма бюджета — 52 000 манатов.',
          },
        },
      },
    ],
  },
  {
    asked: -5,
    text: {
      az: 'Kəndlərdə ödəniş terminallarının quraşdırılması üçün hansı müraciətlər edilib?',
      en: 'Which applications were made to install payment terminals in the villages?',
      ru: 'Какие обращения сделаны об установке платёжных терминалов в сёлах?',
    },
    decided: 'accepted',
    to: [
      { body: 'mun_pambiqarx', delivered: -3, answer: null, judged: null },
      { body: 'mun_cemenarx', delivered: null, answer: null, judged: null },
    ],
  },
  {
    asked: -8,
    text: {
      az: 'Qonşunun torpaq sahəsi neçəyə satılıb?',
      en: 'For how much was the land of a neighbour sold?',
      ru: 'За сколько продана земля соседа?',
    },
    decided: {
      az: 'Sorğu konkret bir adama aiddir. Bələdiyyənin satdığı bütün torpaqların siyahısını soruşa bilərsiniz.',
      en: 'This is about one person. You may ask for the list of all land that the municipality sold.',
      ru: 'Это касается одного человека. Вы можете запросить список всей земли, проданной муниципалитетом.',
    },
    to: [{ body: 'mun_pambiqarx', delivered: null, answer: null, judged: null }],
  },
  {
    asked: -1,
    text: {
      az: 'Bələdiyyə iclaslarının qərarlarını haradan oxumaq olar?',
      en: 'Where can the decisions of the municipality’s sessions be read?',
      ru: 'Где прочесть решения заседаний муниципалитета?',
    },
    decided: null,
    to: [{ body: 'mun_cemenarx', delivered: null, answer: null, judged: null }],
  },
];
