import type { Texts } from '#core/i18n/texts.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { CommunityKey } from '#modules/places/demo/district.ts';

/** Days are counted from the day of loading. All of it is made up: no resident wrote it, no real body is named. */
export interface DemoQuestion {
  readonly asked: number;
  /** null: whoever asked did not know. */
  readonly body: BodyKey | null;
  readonly place: CommunityKey | null;
  readonly text: Texts;
  /** What the moderator did; left out: it waits. */
  readonly decided?: {
    readonly on: number;
    /** With what the moderator took out. */
    readonly publish?: string;
    readonly refuse?: { readonly rule: 'accusation'; readonly why: Texts };
  };
  readonly answer?: { readonly on: number; readonly text: Texts; readonly paper?: { readonly ref: string } };
}

const ROAD = 'Kəndimizin məktəbinə gedən yol yağışdan sonra keçilməz olur. Bu il oraya çınqıl töküləcəkmi və nə vaxt?';
const WATER =
  'Məhəlləmizdə su üç gündən bir verilir. Qrafik harada asılıb və növbəti ay dəyişəcəkmi? Mənə +994 00 000 00 00 nömrəsinə zəng edin.';
const WATER_SHOWN =
  'Məhəlləmizdə su üç gündən bir verilir. Qrafik harada asılıb və növbəti ay dəyişəcəkmi? Mənə [..] nömrəsinə zəng edin.';
const DOCTOR = 'Həkim məntəqəsinə həftədə neçə gün həkim gəlir? Cədvəl qapıda yoxdur.';

export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
  {
    ...{ asked: -41, body: 'excom', place: 'pambiqarx', text: { az: ROAD } },
    decided: { on: -40, publish: ROAD },
    answer: {
      on: -33,
      text: {
        az: 'Yola çınqıl tökülməsi bu ilin planındadır. İş payızda, yağışlardan əvvəl görüləcək. Məsul şöbənin qəbul günü çərşənbədir.',
        en: 'Gravel for this road is in this year’s plan. The work will be done in autumn, before the rains. The department receives visitors on Wednesdays.',
        ru: 'Отсыпка этой дороги есть в плане этого года. Работу сделают осенью, до дождей. Приёмный день отдела – среда.',
      },
    },
  },
  {
    ...{ asked: -25, body: 'mun_pambiqarx', place: null, text: { az: WATER } },
    decided: { on: -24, publish: WATER_SHOWN },
    answer: {
      on: -18,
      text: {
        az: 'Su qrafiki bələdiyyə binasının önündəki lövhədədir. Növbəti ay dəyişmir.',
        en: 'The water timetable is on the board in front of the municipality. It does not change next month.',
        ru: 'График подачи воды висит на доске у здания муниципалитета. В следующем месяце он не меняется.',
      },
      paper: { ref: '12/3' },
    },
  },
  {
    ...{ asked: -12, body: null, place: null },
    text: { az: 'Filan şöbənin rəisi filankəs rüşvət alır, niyə heç kim danışmır?' },
    decided: {
      on: -11,
      refuse: {
        rule: 'accusation',
        why: {
          az: 'Belə məlumatı prokurorluğun qaynar xəttinə verin: burada o, nə sizi qoruyar, nə də yoxlanılar.',
        },
      },
    },
  },
  {
    ...{ asked: -3, body: 'health', place: 'nergizcala', text: { az: DOCTOR } },
    decided: { on: -2, publish: DOCTOR },
  },
  {
    ...{ asked: -1, body: null, place: null },
    text: { ru: 'Где в районе можно заплатить за воду картой, кроме почты? Мой номер 000-00-00.' },
  },
];
