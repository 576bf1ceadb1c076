/** 1.4: withdrawn by decision; its text and its one report stay. */
import { co, type DemoMeasure, lead } from '../shape.ts';

export const MOBILE_DAYS: DemoMeasure = {
  number: '1.4',
  aim: 1,
  title: { az: 'Səyyar elektron xidmət günləri', en: 'Mobile e-service days', ru: 'Выездные дни электронных услуг' },
  text: {
    az: 'Ödəniş terminalı və poçt şöbəsi olmayan beş icmada ayda bir dəfə səyyar elektron xidmət gününün keçirilməsi.',
    en: 'In five communities without a payment terminal and a post office a mobile e-service day is held once a month.',
    ru: 'В пяти общинах, где нет платёжного терминала и почтового отделения, раз в месяц проводить выездной день электронных услуг.',
  },
  problem: {
    az: 'Rayon mərkəzindən ən uzaq beş icmada nə terminal, nə poçt, nə də bank şöbəsi var.',
    en: 'The five communities farthest from the district centre have neither a terminal nor a post office nor a bank.',
    ru: 'В пяти общинах, самых дальних от районного центра, нет ни терминала, ни почты, ни отделения банка.',
  },
  askedBy: { findings: ['eservices'], recommendation: 'trainings' },
  localises: '1.1',
  legalBasis: null,
  starts: -243,
  due: -60,
  executors: [lead('eservices'), ...co(['excom'])],
  communities: ['sunacala', 'nergizcala', 'iydeqobu', 'agkovsen', 'gunesqobu'],
  indicators: [
    {
      key: 'communities_with_mobile_day',
      title: {
        az: 'Ayda bir dəfə səyyar xidmət günü keçirilən icmaların sayı',
        en: 'Number of communities where a mobile service day is held once a month',
        ru: 'Число общин, где раз в месяц проводится выездной день услуг',
      },
      unit: { az: 'icma', en: 'communities', ru: 'общин' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Belə xidmət günü əvvəllər keçirilməyib',
          en: 'No such service day had been held before',
          ru: 'Раньше такие дни не проводились',
        },
        finding: null,
      },
      targets: [{ value: 5, by: -60 }],
      actuals: [],
    },
  ],
  milestones: [
    {
      title: { az: 'Avtomobilin ayrılması', en: 'A vehicle made available', ru: 'Выделение автомобиля' },
      due: -180,
      done: null,
      owner: 'excom',
    },
  ],
  budget: {
    minor: 1_150_000,
    currency: 'AZN',
    source: {
      az: 'Nəzərdə tutulmuşdu, xərclənməyib',
      en: 'Was planned, has not been spent',
      ru: 'Было запланировано, не израсходовано',
    },
  },
  ogpValues: ['technology'],
  tags: ['Public Service Delivery', 'Subnational'],
  amendments: [],
  withdrawal: {
    decision: 11,
    on: -165,
    reason: {
      az: 'Səyyar xidmət üçün avtomobil ayrılması mümkün olmadı. Beş icmadan ikisi – Ağkövşən və Nərgizçala – 1.1 tədbirinin əhatəsinə keçirilir, qalan üçü üzrə məsələyə növbəti planda qayıdılacaq.',
      en: 'No vehicle could be found for the service. Two of the five communities, Aghkovshan and Nargizchala, move to measure 1.1; the other three will be taken up in the next plan.',
      ru: 'Выделить автомобиль для выездных услуг не удалось. Две из пяти общин, Агкёвшан и Наргизчала, переходят в меру 1.1, к остальным трём вернутся в следующем плане.',
    },
  },
  updates: [
    {
      by: ['eservices'],
      on: -188,
      state: 'not_started',
      text: {
        az: 'Avtomobil ayrılması üçün məktub göndərilib, cavab gözlənilir. Xidmət günləri başlanmayıb.',
        en: 'A letter asking for a vehicle has been sent, an answer is awaited. The service days have not begun.',
        ru: 'Направлено письмо с просьбой выделить автомобиль, ответа ждём. Дни услуг не начались.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Avtomobil barədə məktub',
            en: 'Letter about the vehicle',
            ru: 'Письмо об автомобиле',
          },
          file: 'avtomobil-barede-mektub.pdf',
          pages: 1,
        },
      ],
      way: 'account',
    },
  ],
  evaluations: [],
};
