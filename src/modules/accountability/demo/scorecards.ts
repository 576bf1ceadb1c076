import type { Texts } from '#core/i18n/texts.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { RowKey, Weights } from '../scorecards/schema.ts';

/** The formula of the demonstration: made up, no forum decided it. */
export const DEMO_FORMULA: { readonly weights: Weights; readonly enough: number; readonly why: Texts } = {
  weights: { about: 20, money: 30, information: 20, reports: 30 },
  enough: 33,
  why: {
    az: 'Platforma may iclasında qərar verib: sakinlər ən çox pul və hesabat barədə soruşurlar. Uydurma nümunədir.',
    en: 'Decided at the May meeting of the platform: residents ask most about money and reports. A made-up example.',
    ru: 'Решено на майском заседании площадки: жители чаще всего спрашивают о деньгах и отчётах. Вымышленный пример.',
  },
};

interface DemoRemark {
  readonly row: RowKey | null;
  readonly words: Texts;
  /** null: not decided yet. */
  readonly decided: { readonly counted: number | null; readonly reason: Texts } | null;
}

interface DemoCard {
  readonly body: BodyKey;
  /** Days are counted from the day of loading. */
  readonly sent: number;
  readonly replied: number | null;
  readonly remarks: readonly DemoRemark[];
}

/** One with a reply and decisions, one without a reply, one that is with its body. */
export const DEMO_CARDS: readonly DemoCard[] = [
  {
    ...{ body: 'mun_pambiqarx', sent: -43, replied: -36 },
    remarks: [
      {
        row: 'money',
        words: {
          az: 'Satınalmalar barədə elan lövhədə və səhifədə var, siz köhnə ünvana baxmısınız.',
          en: 'The notice on procurement hangs on the board and stands on our page; you looked at the old address.',
          ru: 'Объявление о закупках висит на доске и есть на странице; вы смотрели старый адрес.',
        },
        decided: {
          counted: 80,
          reason: {
            az: 'Yeni ünvana baxıldı: elan oradadır. Maddə dərc olunmuş sayılır.',
            en: 'The new address was looked at: the notice is there. The item counts as published.',
            ru: 'Просмотрен новый адрес: объявление там есть. Пункт считается опубликованным.',
          },
        },
      },
      {
        row: null,
        words: {
          az: 'Kiçik bələdiyyədə belə şöbə yoxdur, hamısını bir nəfər edir.',
          en: 'A small municipality has no such department: one person does it all.',
          ru: 'В малом муниципалитете нет такого отдела: всё делает один человек.',
        },
        decided: {
          counted: null,
          reason: {
            az: 'Bələdiyyə yalnız öz ölçüsündə olanlarla müqayisə olunur. Sətirlər dəyişmir.',
            en: 'It is compared with municipalities of its own size only. The rows stay as they are.',
            ru: 'Он сравнивается только с муниципалитетами своего размера. Строки не меняются.',
          },
        },
      },
    ],
  },
  { body: 'excom', sent: -38, replied: null, remarks: [] },
  { body: 'mun_cemenarx', sent: -2, replied: null, remarks: [] },
];
