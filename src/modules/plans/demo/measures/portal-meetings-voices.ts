/** The later reports on 1.3 and the two evaluations that agree with them. */
import type { DemoEvaluation, DemoUpdate } from '../shape.ts';

export const PORTAL_MEETINGS_LATER: readonly DemoUpdate[] = [
  {
    by: ['education'],
    on: -32,
    state: 'under_way',
    text: {
      az: 'Məktəblərdə altı görüş keçirilib. Bukletlərin valideynlərə paylanmasına növbəti rübdə başlanacaq.',
      en: 'Six meetings were held in schools. Leaflets will be handed out to parents from the next quarter.',
      ru: 'В школах прошло шесть встреч. Раздача буклетов родителям начнётся в следующем квартале.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Məktəblərin məlumat vərəqi', en: 'Information sheet of the schools', ru: 'Справка от школ' },
        file: 'mekteblerin-melumati.pdf',
        pages: 2,
      },
    ],
    way: 'account',
  },
  {
    by: ['durna_qatari'],
    on: -14,
    state: 'under_way',
    text: {
      az: 'Könüllülərimiz 24 görüşün 22-sində iştirak edib. 640 buklet paylanıb.',
      en: 'Our volunteers were at 22 of the 24 meetings. 640 leaflets were handed out.',
      ru: 'Наши волонтёры участвовали в 22 из 24 встреч. Роздано 640 буклетов.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Bukletlərin uçot vərəqi', en: 'Ledger of the leaflets', ru: 'Учётный лист буклетов' },
        file: 'bukletlerin-ucotu.pdf',
        pages: 1,
      },
    ],
    way: 'link',
  },
];

export const PORTAL_MEETINGS_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    of: ['eservices'],
    by: 'sozun_unvani',
    observed: { from: -30, to: -26 },
    completion: 'substantial',
    verifiable: 'yes',
    openGovernmentLens: 'yes',
    potentialForResults: 'modest',
    earlyResults: null,
    didItOpenGovernment: null,
    text: {
      az: '24 qeydiyyat vərəqindən 22-si tamdır, ikisində tarix yoxdur. İştirakçıların 58 faizi qadındır. Görüşlər planın tələb etdiyi kimi aparılır.',
      en: '22 of 24 attendance sheets are complete, two lack the date. 58 percent of those who came are women. The meetings are held as the plan asks.',
      ru: 'Из 24 листов регистрации 22 заполнены полностью, в двух нет даты. 58 процентов участников — женщины. Встречи проводятся так, как требует план.',
    },
    method: {
      az: 'Bütün qeydiyyat vərəqləri yoxlanılıb, iki görüşdə müşahidəçi kimi iştirak edilib. Qadınların payı 24 görüşdə 711 iştirakçıdan 412 nəfər kimi hesablanıb.',
      en: 'All attendance sheets were checked and two meetings observed. The share of women was counted over 24 meetings: 412 of 711 participants.',
      ru: 'Проверены все листы регистрации, на двух встречах мы были наблюдателями. Доля женщин подсчитана по 24 встречам: 412 из 711 участников.',
    },
    evidence: [
      {
        kind: 'event',
        title: {
          az: 'Müşahidəçi kimi iştirak etdiyimiz görüş, Tutlubənd',
          en: 'Meeting observed in Tutluband',
          ru: 'Встреча в Тутлубенде, где мы были наблюдателями',
        },
        on: -28,
        community: 'tutlubend',
        women: 13,
        men: 8,
      },
    ],
    sentForReply: -24,
    extended: null,
    reply: {
      on: -18,
      text: {
        az: 'Razıyıq. Tarixi olmayan iki vərəqin görüş günləri cədvəldə var, vərəqlər düzəldiləcək.',
        en: 'We agree. The days of the two undated sheets are in the schedule; the sheets will be corrected.',
        ru: 'Согласны. Дни встреч из двух листов без даты есть в графике, листы будут исправлены.',
      },
    },
  },
  {
    of: ['education'],
    by: 'sozun_unvani',
    observed: { from: -30, to: -26 },
    completion: 'limited',
    verifiable: 'yes',
    openGovernmentLens: 'yes',
    potentialForResults: 'modest',
    earlyResults: null,
    didItOpenGovernment: null,
    text: {
      az: 'Materiallar hazırdır və aydın dildə yazılıb. Ancaq 15 icmadan altısının məktəbində görüş olub.',
      en: 'The materials are ready and plainly written. But only six of the 15 communities had a meeting in their school.',
      ru: 'Материалы готовы и написаны понятно. Но встречи в школах прошли только в шести из 15 общин.',
    },
    method: {
      az: 'Materiallar oxunub, məktəblərin məlumatı qeydiyyat vərəqləri ilə tutuşdurulub.',
      en: 'The materials were read; what the schools say was compared with the attendance sheets.',
      ru: 'Прочитаны материалы, сведения школ сверены с листами регистрации.',
    },
    evidence: [
      {
        kind: 'observation',
        title: {
          az: 'Məktəblərin məlumatı ilə vərəqlərin tutuşdurulması',
          en: 'Comparison of the schools’ information with the sheets',
          ru: 'Сверка сведений школ с листами регистрации',
        },
        by: 'sozun_unvani',
        on: -26,
      },
    ],
    sentForReply: -24,
    extended: null,
    reply: {
      on: -13,
      text: {
        az: 'Qalan doqquz icmanın məktəblərində görüşlər növbəti rübdə keçiriləcək.',
        en: 'Meetings in the schools of the other nine communities will be held in the next quarter.',
        ru: 'В школах остальных девяти общин встречи пройдут в следующем квартале.',
      },
    },
  },
];
