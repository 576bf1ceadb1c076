/** 1.2: done with evidence; both voices say "complete". */
import { CDC_KEYS, CDC_PLACES } from '#modules/places/demo/bodies.ts';
import { PERCENT, shareAgain, shareBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';

export const HELPERS_AT_DESKS: DemoMeasure = {
  number: '1.2',
  aim: 1,
  title: {
    az: 'İcma şuralarında elektron xidmətlər üzrə köməkçi',
    en: 'A helper with e-services at every council desk',
    ru: 'Помощник по электронным услугам в советах общин',
  },
  text: {
    az: 'Səkkiz İcma İnkişaf Şurasının hər birində həftədə ən azı iki gün hazırlıq keçmiş köməkçinin sakinləri qəbul etməsinin, onlara Elektron Hökumət portalından və elektron xidmətlərdən istifadəni əyani göstərməsinin təmin edilməsi.',
    en: 'In each of the eight community development councils a trained helper receives residents at least two days a week and shows them in practice how to use the Electronic Government portal and e-services.',
    ru: 'В каждом из восьми советов развития общин обеспечить не реже двух дней в неделю приём жителей подготовленным помощником, который наглядно показывает, как пользоваться порталом электронного правительства и электронными услугами.',
  },
  problem: {
    az: 'Soruşulan 50 nəfərdən yalnız 8-i Elektron Hökumət portalını tanıyırdı. Portala daxil olmağı göstərən bir adam tapmaq çətin idi.',
    en: 'Of 50 people asked only 8 knew the Electronic Government portal. It was hard to find anyone who could show how to enter it.',
    ru: 'Из 50 опрошенных портал электронного правительства знали только 8. Найти того, кто покажет, как в него войти, было трудно.',
  },
  askedBy: { findings: ['portal', 'eservices'], recommendation: 'trainings' },
  localises: '1.3',
  legalBasis: null,
  starts: -243,
  due: -115,
  executors: [lead('eservices'), ...co(CDC_KEYS)],
  communities: CDC_PLACES,
  indicators: [
    {
      key: 'councils_with_helper',
      title: {
        az: 'Köməkçisi həftədə ən azı iki gün qəbul aparan şuraların sayı',
        en: 'Number of councils whose helper receives residents at least two days a week',
        ru: 'Число советов, где помощник ведёт приём не реже двух дней в неделю',
      },
      unit: { az: 'şura', en: 'councils', ru: 'советов' },
      baseline: {
        value: 0,
        on: -250,
        source: {
          az: 'Koordinatorun şuralar üzrə siyahısı',
          en: 'The coordinator’s list of the councils',
          ru: 'Список советов у координатора',
        },
        finding: null,
      },
      targets: [{ value: 8, by: -115 }],
      actuals: [
        {
          value: 8,
          on: -117,
          voice: 'executor',
          by: 'eservices',
          source: {
            az: 'Təsdiq edilmiş qəbul cədvəli',
            en: 'Approved schedule of reception',
            ru: 'Утверждённый график приёма',
          },
        },
        {
          value: 8,
          of: { numerator: 8, n: 8 },
          on: -97,
          voice: 'civil',
          by: 'sozun_unvani',
          source: {
            az: 'Xəbərdarlıq etmədən səkkiz şuraya baxış',
            en: 'Unannounced visits to the eight councils',
            ru: 'Посещение восьми советов без предупреждения',
          },
        },
      ],
    },
    {
      key: 'know_portal',
      title: {
        az: 'Elektron Hökumət portalını tanıyan respondentlərin payı',
        en: 'Share of respondents who know the Electronic Government portal',
        ru: 'Доля респондентов, знающих портал электронного правительства',
      },
      unit: PERCENT,
      baseline: shareBefore('portal'),
      targets: [{ value: 40, by: 366 }],
      actuals: [shareAgain('portal')],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Səkkiz köməkçinin seçilməsi və üç günlük hazırlığı',
        en: 'Eight helpers chosen and trained for three days',
        ru: 'Отбор и трёхдневная подготовка восьми помощников',
      },
      due: -175,
      done: -178,
      owner: 'eservices',
    },
    {
      title: {
        az: 'Qəbul günlərinin bütün şuralarda başlanması',
        en: 'Reception days begun in all councils',
        ru: 'Начало дней приёма во всех советах',
      },
      due: -140,
      done: -138,
      owner: 'eservices',
    },
  ],
  budget: {
    minor: 640_000,
    currency: 'AZN',
    source: {
      az: 'Platformanın ümumi büdcəsi: noutbuk icarəsi və mobil internet',
      en: 'Common budget of the platform: hire of laptops and mobile internet',
      ru: 'Общий бюджет платформы: аренда ноутбуков и мобильный интернет',
    },
  },
  ogpValues: ['technology', 'information'],
  tags: ['Public Service Delivery', 'Capacity Building', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [
    {
      by: ['eservices'],
      on: -117,
      state: 'complete',
      text: {
        az: 'Səkkiz köməkçi üç günlük hazırlıq keçib və hamısı qəbul aparır. Qəbul cədvəli hər şuranın qapısından asılıb.',
        en: 'Eight helpers went through three days of training and all of them receive residents. The schedule hangs on the door of every council.',
        ru: 'Восемь помощников прошли трёхдневную подготовку, все ведут приём. График приёма вывешен на двери каждого совета.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'İştirakçıların qeydiyyat vərəqi: üç günlük hazırlıq',
            en: 'Attendance sheet: three days of training',
            ru: 'Лист регистрации участников: трёхдневная подготовка',
          },
          file: 'qeydiyyat-vereqi-hazirliq.pdf',
          pages: 3,
        },
        {
          kind: 'photo',
          title: {
            az: 'Ağdurna: şuranın qapısında qəbul cədvəli',
            en: 'Aghdurna: the schedule on the door of the council',
            ru: 'Агдурна: график приёма на двери совета',
          },
          community: 'agdurna',
        },
      ],
      way: 'account',
    },
    {
      by: CDC_KEYS,
      on: -116,
      state: 'complete',
      text: {
        az: 'Köməkçi həftədə iki gün sakinləri qəbul edir. Qəbul jurnalı şurada saxlanılır.',
        en: 'The helper receives residents two days a week. The reception book is kept at the council.',
        ru: 'Помощник принимает жителей два дня в неделю. Журнал приёма хранится в совете.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Qəbul jurnalından adsız çıxarış',
            en: 'Extract from the reception book, without names',
            ru: 'Выписка из журнала приёма, без имён',
          },
          file: 'qebul-jurnali.pdf',
          pages: 1,
        },
      ],
      way: 'link',
    },
  ],
  evaluations: [
    {
      of: ['eservices'],
      by: 'sozun_unvani',
      observed: { from: -101, to: -97 },
      completion: 'complete',
      verifiable: 'yes',
      openGovernmentLens: 'yes',
      potentialForResults: 'substantial',
      earlyResults: 'moderate',
      didItOpenGovernment: 'marginal',
      text: {
        az: 'Hazırlıq keçirilib, cədvəl təsdiq edilib və ona əməl olunur. Səkkiz köməkçidən altısı qadındır, buna görə qadınlar qəbula nəzərəçarpacaq dərəcədə çox gəlir.',
        en: 'The training was held, the schedule is approved and kept. Six of the eight helpers are women, and noticeably more women come because of it.',
        ru: 'Подготовка проведена, график утверждён и соблюдается. Шесть помощников из восьми — женщины, и благодаря этому женщины приходят заметно чаще.',
      },
      method: {
        az: 'Səkkiz şuraya xəbərdarlıq etmədən baş çəkilib, hər birində iki sakinlə söhbət aparılıb, qəbul jurnalı yoxlanılıb.',
        en: 'The eight councils were visited unannounced; in each two residents were spoken to and the reception book was checked.',
        ru: 'Восемь советов посещены без предупреждения, в каждом проведены беседы с двумя жителями, проверен журнал приёма.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Baxış vərəqləri, 8 şura', en: 'Visit sheets, 8 councils', ru: 'Листы посещений, 8 советов' },
          file: 'baxis-vereqleri-suralar.pdf',
          pages: 8,
        },
      ],
      sentForReply: -95,
      extended: null,
      reply: {
        on: -88,
        text: {
          az: 'Qiymətləndirmə ilə razıyıq. Qəbul günlərini plan başa çatandan sonra da saxlayacağıq.',
          en: 'We agree with the evaluation. We shall keep the reception days after the plan has ended.',
          ru: 'С оценкой согласны. Дни приёма сохраним и после завершения плана.',
        },
      },
    },
    {
      of: CDC_KEYS,
      by: 'sozun_unvani',
      observed: { from: -101, to: -97 },
      completion: 'complete',
      verifiable: 'yes',
      openGovernmentLens: 'yes',
      potentialForResults: 'substantial',
      earlyResults: 'moderate',
      didItOpenGovernment: 'marginal',
      text: {
        az: 'Gəldiyimiz gün köməkçi yerində idi, jurnalda son dörd həftənin hər qəbul günü qeyd olunub.',
        en: 'On the day we came the helper was there; the book shows every reception day of the last four weeks.',
        ru: 'В день посещения помощник был на месте, в журнале отмечен каждый день приёма за последние четыре недели.',
      },
      method: {
        az: 'Xəbərdarlıq etmədən baxış və qəbul jurnalının yoxlanılması.',
        en: 'Unannounced visit and a check of the reception book.',
        ru: 'Посещение без предупреждения и проверка журнала приёма.',
      },
      evidence: [
        {
          kind: 'observation',
          title: {
            az: 'Şurada baxış və jurnalın yoxlanılması',
            en: 'Visit to the council and check of the book',
            ru: 'Посещение совета и проверка журнала',
          },
          by: 'sozun_unvani',
          on: -99,
        },
      ],
      sentForReply: -95,
      extended: null,
      reply: {
        on: -90,
        text: { az: 'Nəticə ilə razıyıq.', en: 'We agree with the result.', ru: 'С результатом согласны.' },
      },
    },
  ],
};
