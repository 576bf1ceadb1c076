/** Evaluations of 2.2 that the executors are reading now: the public does not see them before the window ends. */
import type { Words } from '#modules/places/demo/words.ts';
import type { DemoEvaluation } from '../shape.ts';

const METHOD: Words = {
  az: 'Səhifələrə beş gün ardıcıl baxılıb, hər məlumat 50 başlıqlıq yoxlama siyahısı ilə tutuşdurulub.',
  en: 'The pages were read on five days running; every item was compared with a checklist of 50 headings.',
  ru: 'Страницы просматривались пять дней подряд, каждый материал сверялся с проверочным списком из 50 пунктов.',
};

const JUDGED = {
  by: 'durna_qatari',
  observed: { from: -12, to: -8 },
  verifiable: 'yes',
  openGovernmentLens: 'yes',
  potentialForResults: 'modest',
  earlyResults: null,
  didItOpenGovernment: null,
  method: METHOD,
  evidence: [
    {
      kind: 'file',
      title: { az: 'Doldurulmuş yoxlama siyahısı', en: 'Filled-in checklist', ru: 'Заполненный проверочный список' },
      file: 'yoxlama-siyahisi.xlsx',
      pages: 5,
    },
  ],
  sentForReply: -6,
  reply: null,
} as const;

export const SOCIAL_PAGES_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    ...JUDGED,
    of: ['mun_cemenarx'],
    completion: 'substantial',
    text: {
      az: 'Səhifədə 53 məlumat var, onlardan 47-si yoxlama siyahısına uyğundur. Büdcənin icrası və maraqların toqquşması barədə məlumat yoxdur.',
      en: 'The page holds 53 items, 47 of them answer the checklist. Nothing on the execution of the budget and on conflicts of interest.',
      ru: 'На странице 53 материала, 47 из них соответствуют проверочному списку. Нет сведений об исполнении бюджета и о конфликте интересов.',
    },
    extended: null,
  },
  {
    ...JUDGED,
    of: ['mun_pambiqarx'],
    completion: 'limited',
    text: {
      az: 'Səhifədə 31 məlumat var, son dörd həftədə yenisi əlavə olunmayıb.',
      en: 'The page holds 31 items; nothing new was added in the last four weeks.',
      ru: 'На странице 31 материал, за последние четыре недели новых нет.',
    },
    extended: {
      on: -2,
      reason: {
        az: 'Səhifəni aparan əməkdaş məzuniyyətdədir, bələdiyyə cavab üçün əlavə vaxt istəyib.',
        en: 'The person who keeps the page is on leave; the municipality asked for more time to reply.',
        ru: 'Сотрудник, ведущий страницу, в отпуске; муниципалитет попросил дополнительное время для ответа.',
      },
    },
  },
];
