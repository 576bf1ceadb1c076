import type { Texts } from '#core/i18n/texts.ts';

/** Days are counted from the day of loading. All of it is made up: no real body is named. */
export interface DemoCase {
  readonly rule: string;
  /** Key of a body of the invented district. */
  readonly body: string;
  readonly title: Texts;
  readonly received: number;
  readonly reference: string | null;
  /** What happened then, on a day. */
  readonly later: readonly ({ readonly on: number } & (
    | { readonly source: Texts }
    | { readonly waive: Texts }
    | { readonly extend: Texts }
  ))[];
}

const ANSWER = 'az.information.answer';

/** Days on which the keepers called all bodies that were late, but for the one that is still to be called. */
export const CALLED_ON = [-22, -9] as const;
export const NOT_CALLED = 'excom';

export const DEMO_CASES: readonly DemoCase[] = [
  {
    ...{ rule: ANSWER, body: 'excom', received: -60, reference: '№ 3' },
    title: {
      az: 'Kənd yollarının təmiri barədə sorğuya cavab',
      en: 'Answer to the request about the repair of village roads',
      ru: 'Ответ на запрос о ремонте сельских дорог',
    },
    later: [
      {
        on: -54,
        source: {
          az: 'İcra hakimiyyətinin 41 nömrəli cavab məktubu',
          en: 'Letter No 41 of the executive authority',
          ru: 'Письмо исполнительной власти № 41',
        },
      },
    ],
  },
  {
    ...{ rule: ANSWER, body: 'mun_pambiqarx', received: -45, reference: '№ 5' },
    title: {
      az: 'Bələdiyyə büdcəsinin icrası barədə sorğuya cavab',
      en: 'Answer to the request about the municipal budget',
      ru: 'Ответ на запрос об исполнении бюджета муниципалитета',
    },
    later: [
      {
        on: -20,
        source: {
          az: 'Bələdiyyənin 9 nömrəli cavab məktubu',
          en: 'Letter No 9 of the municipality',
          ru: 'Письмо муниципалитета № 9',
        },
      },
    ],
  },
  {
    ...{ rule: ANSWER, body: 'excom', received: -40, reference: '№ 6' },
    title: {
      az: 'Torpaq ayırmaları barədə sorğuya cavab',
      en: 'Answer to the request about allotments of land',
      ru: 'Ответ на запрос о выделении земли',
    },
    later: [
      {
        on: -37,
        waive: {
          az: 'Sorğu verən sorğusunu geri götürüb',
          en: 'The requester took the request back',
          ru: 'Автор запроса отозвал его',
        },
      },
    ],
  },
  {
    ...{ rule: ANSWER, body: 'mun_pambiqarx', received: -40, reference: '№ 7' },
    title: {
      az: 'Bələdiyyə aktlarının siyahısı barədə sorğuya cavab',
      en: 'Answer to the request about the list of municipal acts',
      ru: 'Ответ на запрос о перечне муниципальных актов',
    },
    later: [],
  },
  {
    ...{ rule: 'az.appeal.forward', body: 'excom', received: -32, reference: '№ 8' },
    title: {
      az: 'İçməli su barədə müraciətin aidiyyəti üzrə göndərilməsi',
      en: 'Forwarding the appeal about drinking water',
      ru: 'Передача обращения о питьевой воде',
    },
    later: [],
  },
  {
    ...{ rule: ANSWER, body: 'excom', received: -9, reference: '№ 9' },
    title: {
      az: 'Kənd klubunun iş saatları barədə sorğuya cavab',
      en: 'Answer to the request about the hours of the village club',
      ru: 'Ответ на запрос о часах работы сельского клуба',
    },
    later: [
      {
        on: -6,
        extend: {
          az: 'Arxivdə geniş axtarış tələb olunur',
          en: 'A large search in the archive is needed',
          ru: 'Нужен большой поиск в архиве',
        },
      },
    ],
  },
  {
    ...{ rule: 'az.voters_report', body: 'mun_pambiqarx', received: -10, reference: null },
    title: {
      az: 'Seçicilər qarşısında illik hesabat',
      en: 'Yearly report to voters',
      ru: 'Годовой отчёт перед избирателями',
    },
    later: [],
  },
  {
    ...{ rule: ANSWER, body: 'mun_pambiqarx', received: -9, reference: '№ 11' },
    title: {
      az: 'Küçə işıqlandırması barədə sorğuya cavab',
      en: 'Answer to the request about street lights',
      ru: 'Ответ на запрос об уличном освещении',
    },
    later: [],
  },
];
