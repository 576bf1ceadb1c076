/** The meetings of the invented forum, made up: one last month with published minutes, one next week, one in a village. Days count from loading. */

import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { CommunityKey } from '#modules/places/demo/district.ts';
import type { Days, Words } from '#modules/places/demo/words.ts';

/** Who keeps the minutes: the organisation of the coordinator. */
export const DEMO_KEEPER: BodyKey = 'durna_qatari';
export const DEMO_HALL: Words = {
  az: 'Durnasu, mədəniyyət evi, iclas zalı',
  en: 'Durnasu, house of culture, meeting hall',
  ru: 'Дурнасу, дом культуры, зал заседаний',
};

export interface DemoItem {
  readonly kind: 'information' | 'decision' | 'election' | 'finding';
  readonly title: Words;
  /** A page that it is about. */
  readonly page: string | null;
  /** Added after the day on which the agenda should have been there. */
  readonly late?: true;
  /** The secretary's words. */
  readonly text?: Words;
  readonly said?: Words;
  readonly decision?: { readonly kind: 'consensus' | 'noted'; readonly words: Words };
  readonly task?: { readonly words: Words; readonly body: BodyKey; readonly due: Days; readonly done?: Days };
}

/** Held last month: invited in time, one item too late, minutes approved because nobody remarked on them. */
export const DEMO_HELD = {
  ...{ invited: -52, agenda: -50, late: -35, on: -33, circulated: -26, until: -19, approved: -17, published: -16 },
  ...{ hour: '10:00', begun: '10:08', ended: '12:20' },
  title: {
    az: 'Fəaliyyət Planının icrası: beşinci iclas',
    en: 'Progress of the action plan: fifth meeting',
    ru: 'Выполнение плана действий: пятое заседание',
  },
  /** Not there, excused, by the alternate; all others sat in the hall. */
  absent: ['cdc_lalecol'],
  excused: ['statistics'],
  alternates: ['education'],
  online: ['cdc_ucsoyud'],
  guests: [
    { kind: 'press', words: 'rayon qəzeti (nümunə)', n: 1 },
    { kind: 'observer', words: 'milli Dialoq Platforması (nümunə)', n: 2 },
  ],
} as const;

export const HELD_ITEMS: readonly DemoItem[] = [
  {
    kind: 'information',
    title: {
      az: 'Planın icrası barədə məlumat',
      en: 'How the plan is being carried out',
      ru: 'О выполнении плана',
    },
    page: '/plans',
    text: {
      az: 'Koordinator tədbirlərin vəziyyətini təqdim etdi. Üzvlər gecikən tədbirlərin səbəblərini soruşdu.',
      en: 'The coordinator presented the state of the measures. Members asked why some are late.',
      ru: 'Координатор представил состояние мер. Члены спросили о причинах просрочек.',
    },
    decision: {
      kind: 'noted',
      words: {
        az: 'Planın icrası barədə məlumat nəzərə alınsın.',
        en: 'The information on the progress of the plan is taken note of.',
        ru: 'Принять к сведению информацию о выполнении плана.',
      },
    },
    task: {
      words: {
        az: 'Gecikən tədbirlər üzrə yeni tarixləri bildirmək',
        en: 'Say the new dates of the late measures',
        ru: 'Сообщить новые сроки просроченных мер',
      },
      body: 'excom',
      due: -10,
      done: -12,
    },
  },
  {
    kind: 'finding',
    title: {
      az: 'Rəy sorğusunun nəticəsi: kəndlərdə ödəniş terminalları',
      en: 'Result of the survey: payment terminals in the villages',
      ru: 'Результат опроса: платёжные терминалы в сёлах',
    },
    page: null,
    said: {
      az: 'İclas bildirdi ki, terminalların olmaması yaşlı sakinlərə daha çox mane olur; bələdiyyələr təklif yerlərini göstərəcək.',
      en: 'The assembly said that the lack of terminals hinders older residents most; municipalities will name places for them.',
      ru: 'Собрание отметило: отсутствие терминалов больше всего мешает пожилым; муниципалитеты предложат места.',
    },
    decision: {
      kind: 'consensus',
      words: {
        az: 'Bələdiyyələr bir ay ərzində terminal üçün yerlər təklif etsin.',
        en: 'The municipalities propose places for terminals within a month.',
        ru: 'Муниципалитетам в течение месяца предложить места для терминалов.',
      },
    },
    task: {
      words: {
        az: 'Terminal üçün yerlərin siyahısını təqdim etmək',
        en: 'Hand in the list of places for terminals',
        ru: 'Представить список мест для терминалов',
      },
      body: 'mun_pambiqarx',
      due: 12,
    },
  },
  {
    kind: 'information',
    title: {
      az: 'Kənd kitabxanasının iş saatları',
      en: 'Opening hours of the village library',
      ru: 'Часы работы сельской библиотеки',
    },
    page: null,
    late: true,
    text: {
      az: 'Məsələ üzvün xahişi ilə gündəliyə sonradan əlavə edilib. Müzakirə növbəti iclasa saxlanıldı.',
      en: 'The item was added later at the request of a member. Its discussion was put off to the next meeting.',
      ru: 'Пункт добавлен позже по просьбе члена. Обсуждение отложено до следующего заседания.',
    },
  },
];

/** Called for next week. */
export const DEMO_NEXT = {
  ...{ invited: -8, on: 7, hour: '11:00' },
  title: {
    az: 'Altıncı iclas: plana dəyişikliklər və kitabxananın saatları',
    en: 'Sixth meeting: changes of the plan and library hours',
    ru: 'Шестое заседание: изменения плана и часы библиотеки',
  },
} as const;

export const NEXT_ITEMS: readonly DemoItem[] = [
  {
    kind: 'decision',
    title: {
      az: 'Fəaliyyət Planına dəyişikliklər',
      en: 'Changes of the action plan',
      ru: 'Изменения плана действий',
    },
    page: '/plans',
  },
  {
    kind: 'decision',
    title: {
      az: 'Kənd kitabxanasının iş saatları',
      en: 'Opening hours of the village library',
      ru: 'Часы работы сельской библиотеки',
    },
    page: null,
  },
];

/** A meeting with residents, recorded by a helper. */
export const DEMO_VILLAGE: {
  readonly on: Days;
  readonly recorded: Days;
  readonly place: CommunityKey;
  readonly body: BodyKey;
  readonly women: number;
  readonly men: number;
  readonly title: Words;
  readonly where: Words;
  readonly points: readonly { readonly topic: string; readonly words: Words }[];
} = {
  ...{ on: -20, recorded: -18, place: 'agdurna', body: 'durna_qatari', women: 17, men: 14 },
  title: {
    az: 'Yerli xidmətlər barədə sakinlərlə görüş',
    en: 'Meeting with residents about local services',
    ru: 'Встреча с жителями о местных услугах',
  },
  where: { az: 'kənd məktəbi', en: 'village school', ru: 'сельская школа' },
  points: [
    {
      topic: 'Ödəniş terminalı',
      words: {
        az: 'Terminal üçün rayon mərkəzinə gedirlər; yol bir saat çəkir.',
        en: 'For a terminal they go to the district centre; it takes an hour.',
        ru: 'К терминалу ездят в райцентр; дорога занимает час.',
      },
    },
    {
      topic: 'Bələdiyyənin hesabatı',
      words: {
        az: 'Hesabat günü barədə əvvəlcədən xəbər tutmaq istəyirlər.',
        en: 'They want to hear of the day of the report beforehand.',
        ru: 'Хотят заранее знать день отчёта муниципалитета.',
      },
    },
  ],
};
