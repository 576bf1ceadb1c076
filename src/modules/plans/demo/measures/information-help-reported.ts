/** What the seven executors of 3.2 report. */
import type { DemoEvidence, DemoUpdate } from '../shape.ts';

const RECORD_BOOK: DemoEvidence = {
  kind: 'file',
  title: {
    az: 'İnformasiya sorğularının uçot kitabından adsız çıxarış',
    en: 'Extract from the record of information requests, without names',
    ru: 'Выписка из журнала запросов информации, без имён',
  },
  file: 'informasiya-sorgulari-ucotu.pdf',
  pages: 2,
};

export const INFORMATION_UPDATES: readonly DemoUpdate[] = [
  {
    by: ['excom', 'education', 'health', 'employment', 'eservices', 'statistics'],
    on: -112,
    state: 'under_way',
    text: {
      az: 'Məsul şəxs müəyyən olunub, daxil olan informasiya sorğuları üçün ayrıca uçot kitabı açılıb.',
      en: 'An officer for information is named; a separate record of incoming information requests is opened.',
      ru: 'Ответственный определён, для поступающих запросов информации заведён отдельный журнал.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Məsul şəxsin (vəzifənin) müəyyən edilməsi barədə əmr',
          en: 'Order naming the officer (post)',
          ru: 'Приказ о назначении ответственного (должность)',
        },
        file: 'mesul-sexs-emri.pdf',
        pages: 1,
      },
    ],
    way: 'account',
  },
  {
    by: ['sozun_unvani'],
    on: -107,
    state: 'under_way',
    text: {
      az: 'Səkkiz qəbul günü keçirilib, 29 sakin kömək alıb. İnformasiya sorğusunun nümunəsi çap edilib.',
      en: 'Eight days of help were held; 29 residents were helped. The sample information request is printed.',
      ru: 'Проведено восемь дней приёма, помощь получили 29 жителей. Образец запроса информации напечатан.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'İnformasiya sorğusu nümunəsi',
          en: 'Sample information request',
          ru: 'Образец запроса информации',
        },
        file: 'informasiya-sorgusu-numunesi.pdf',
        pages: 2,
      },
    ],
    way: 'account',
  },
  {
    by: ['health'],
    on: -58,
    state: 'complete',
    text: {
      az: 'Daxil olan informasiya sorğularının hamısı vaxtında cavablandırılıb.',
      en: 'All information requests received were answered in time.',
      ru: 'На все поступившие запросы информации ответ дан вовремя.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Şöbənin arayışı', en: 'Note of the department', ru: 'Справка отдела' },
        file: 'sehiyye-sobesi-arayis.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
  {
    by: ['excom'],
    on: -54,
    state: 'under_way',
    text: {
      az: '14 informasiya sorğusundan 11-i yeddi iş günü ərzində cavablandırılıb.',
      en: '11 of 14 information requests were answered within seven working days.',
      ru: 'На 11 запросов информации из 14 ответ дан в течение семи рабочих дней.',
    },
    evidence: [RECORD_BOOK],
    way: 'account',
  },
  {
    by: ['education', 'statistics'],
    on: -53,
    state: 'complete',
    text: {
      az: 'Məsul şəxs işləyir, uçot kitabı aparılır. Müddəti keçmiş informasiya sorğusu yoxdur.',
      en: 'The officer is at work and the record is kept. No information request is past its time.',
      ru: 'Ответственный работает, журнал ведётся. Просроченных запросов информации нет.',
    },
    evidence: [RECORD_BOOK],
    way: 'account',
  },
  {
    by: ['eservices'],
    on: -53,
    state: 'under_way',
    text: {
      az: 'Uçot kitabı aparılır, müddəti keçmiş informasiya sorğusu yoxdur. Son tarixə qədər işi başa çatmış saymırıq.',
      en: 'The record is kept and no information request is past its time. Until the due date we do not call the work finished.',
      ru: 'Журнал ведётся, просроченных запросов информации нет. До наступления срока работу завершённой не считаем.',
    },
    evidence: [RECORD_BOOK],
    way: 'account',
  },
  {
    by: ['employment'],
    on: -52,
    state: 'under_way',
    text: {
      az: 'Doqquz informasiya sorğusundan beşi vaxtında cavablandırılıb. Məsul şəxs dəyişdiyi üçün gecikmə olub.',
      en: 'Five of nine information requests were answered in time. There was a delay because the officer changed.',
      ru: 'На пять запросов информации из девяти ответ дан вовремя. Задержка вызвана сменой ответственного.',
    },
    evidence: [RECORD_BOOK],
    way: 'account',
  },
  {
    by: ['sozun_unvani'],
    on: -19,
    state: 'under_way',
    text: {
      az: '15 qəbul günündə 61 sakin kömək alıb. Altı qurumun uçotuna görə 41 informasiya sorğusundan 34-ü vaxtında cavablandırılıb.',
      en: 'On 15 days 61 residents were helped. By the records of the six bodies 34 of 41 information requests were answered in time.',
      ru: 'За 15 дней приёма помощь получил 61 житель. По журналам шести органов на 34 запроса информации из 41 ответ дан вовремя.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Altı qurumun uçotunun cədvəli',
          en: 'Table of the records of the six bodies',
          ru: 'Сводная таблица журналов шести органов',
        },
        file: 'alti-qurumun-ucotu.xlsx',
        pages: 1,
      },
    ],
    way: 'account',
  },
];
