import type { Texts } from '#core/i18n/texts.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { Answered, Attendance, Channel, Exchange } from '../reports/schema.ts';

/** Days are counted from the day of loading. All of it is made up: no real municipality reported this. */
interface DemoReport {
  readonly body: BodyKey;
  /** So many days after the last day it was given, unless it was entered before. */
  readonly after: number;
  readonly entered: number;
  readonly place: string;
  readonly channels: Channel[];
  readonly attendance: Attendance;
  readonly summary: Texts;
  readonly exchanges: Exchange[];
}

export const DEMO_REPORTS: readonly DemoReport[] = [
  {
    ...{ body: 'mun_pambiqarx', after: -20, entered: -45, place: 'Mədəniyyət evi' },
    channels: ['board', 'teahouse', 'gathering', 'website'],
    attendance: { women: 17, men: 29, young: 9, middle: 28, older: 9 },
    summary: {
      az: 'İlin işləri, büdcənin icrası və bələdiyyə torpaqlarının icarəsi barədə hesabat verildi.',
      en: 'The work of the year, the budget as carried out and the lease of municipal land were reported.',
      ru: 'Отчитались о работе за год, исполнении бюджета и аренде муниципальной земли.',
    },
    exchanges: [
      {
        question: {
          az: 'Otlaqlar kimə icarəyə verilib?',
          en: 'To whom are the pastures leased?',
          ru: 'Кому сданы пастбища в аренду?',
        },
        answer: {
          az: 'Siyahı bina önündəki lövhədən asılıb.',
          en: 'The list hangs on the board before the building.',
          ru: 'Список висит на доске перед зданием.',
        },
      },
      {
        question: {
          az: 'Körpü nə vaxt təmir olunacaq?',
          en: 'When is the bridge repaired?',
          ru: 'Когда отремонтируют мост?',
        },
        answer: null,
      },
    ],
  },
  {
    ...{ body: 'mun_cemenarx', after: 15, entered: -30, place: 'Çayxana' },
    channels: ['teahouse'],
    attendance: { women: null, men: 14, young: null, middle: null, older: null },
    summary: {
      az: 'Yol işləri barədə qısa hesabat.',
      en: 'A short report on road works.',
      ru: 'Короткий отчёт о дорожных работах.',
    },
    exchanges: [],
  },
];

interface DemoVoice {
  readonly on: number;
  readonly told: Answered;
  readonly clear: Answered;
  readonly heard: Answered;
  readonly words: Texts | null;
}

/** Of the first report. */
export const DEMO_VOICES: readonly DemoVoice[] = [
  {
    ...{ on: -44, told: 'yes', clear: 'yes', heard: 'partly' },
    words: {
      az: 'Elan çayxanada da asılmışdı. Körpü ilə bağlı cavab almadıq.',
      en: 'The notice hung in the teahouse too. On the bridge we got no answer.',
      ru: 'Объявление висело и в чайхане. О мосте мы ответа не получили.',
    },
  },
  { on: -43, told: 'no', clear: 'partly', heard: 'yes', words: null },
];
