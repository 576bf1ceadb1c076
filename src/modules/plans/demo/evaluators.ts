/** The organisations that evaluate, and what ties them to forum, coordinator and funder: said beside every evaluation. */
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { Words } from '#modules/places/demo/words.ts';

export interface DemoTies {
  readonly by: BodyKey;
  readonly forum: Words;
  readonly coordinator: Words;
  readonly funder: Words;
}

export const DEMO_EVALUATORS: readonly DemoTies[] = [
  {
    by: 'durna_qatari',
    forum: {
      az: 'Platformanın üzvüdür, planın qəbuluna səs verib. 1.3 tədbirində birgə icraçıdır və onu qiymətləndirmir.',
      en: 'A member of the platform; voted for the plan. Co-executor of measure 1.3, which it does not evaluate.',
      ru: 'Член платформы, голосовал за принятие плана. Соисполнитель меры 1.3, её не оценивает.',
    },
    coordinator: {
      az: 'Koordinator “Arxboyu” İctimai Birliyi ilə ortaq layihəsi yoxdur.',
      en: 'Has no joint project with the coordinator, the Arxboyu Public Union.',
      ru: 'Совместных проектов с координатором, общественным объединением «Архбою», не имеет.',
    },
    funder: {
      az: 'Qiymətləndirmə qrant almadan, könüllülərin əməyi ilə aparılıb.',
      en: 'The evaluation was done by volunteers, without a grant.',
      ru: 'Оценка проведена силами добровольцев, без гранта.',
    },
  },
  {
    by: 'sozun_unvani',
    forum: {
      az: 'Platformanın üzvüdür, planın qəbuluna səs verib. 2.3, 3.2 və 4.1 tədbirlərində icraçıdır və onları qiymətləndirmir.',
      en: 'A member of the platform; voted for the plan. Executor of measures 2.3, 3.2 and 4.1, which it does not evaluate.',
      ru: 'Член платформы, голосовал за принятие плана. Исполнитель мер 2.3, 3.2 и 4.1, их не оценивает.',
    },
    coordinator: {
      az: 'Koordinatorla əvvəlki illərdə bir ortaq layihəsi olub, hazırda yoxdur.',
      en: 'Had one joint project with the coordinator in earlier years; none now.',
      ru: 'В прошлые годы был один совместный проект с координатором, сейчас нет.',
    },
    funder: {
      az: 'Yol xərclərini platformanın ümumi büdcəsindən alıb: 180 manat.',
      en: 'Its travel costs were paid from the common budget of the platform: 180 manat.',
      ru: 'Дорожные расходы оплачены из общего бюджета платформы: 180 манатов.',
    },
  },
  {
    by: 'ciraqli_pencere',
    forum: {
      az: 'Platformanın üzvüdür. Bu planda icraçı deyil.',
      en: 'A member of the platform. Executes no measure of this plan.',
      ru: 'Член платформы. Не является исполнителем ни одной меры этого плана.',
    },
    coordinator: {
      az: 'Koordinatorla ortaq layihəsi yoxdur.',
      en: 'Has no joint project with the coordinator.',
      ru: 'Совместных проектов с координатором не имеет.',
    },
    funder: {
      az: 'Qiymətləndirmə üzvlük haqları hesabına aparılıb.',
      en: 'The evaluation was paid from membership fees.',
      ru: 'Оценка проведена за счёт членских взносов.',
    },
  },
];
