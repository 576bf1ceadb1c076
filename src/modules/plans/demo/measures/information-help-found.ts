/** What civil society finds on 3.2: two test requests to each body. The Health Department did not use its right of reply. */
import type { Words } from '#modules/places/demo/words.ts';
import type { DemoEvaluation } from '../shape.ts';

const METHOD: Words = {
  az: 'Hər quruma ayrı-ayrı sakinlərin razılığı ilə iki sınaq informasiya sorğusu göndərilib, cavabın günü və məzmunu yoxlanılıb, uçot kitabına baxılıb.',
  en: 'Two test information requests were sent to each body with the consent of residents; the day and content of the answers were checked and the record was read.',
  ru: 'В каждый орган с согласия жителей направлено по два пробных запроса информации, проверены день и содержание ответов, просмотрен журнал.',
};

const JUDGED = {
  by: 'durna_qatari',
  observed: { from: -75, to: -44 },
  verifiable: 'yes',
  openGovernmentLens: 'yes',
  potentialForResults: 'substantial',
  earlyResults: null,
  didItOpenGovernment: null,
  method: METHOD,
  evidence: [
    {
      kind: 'file',
      title: {
        az: 'Sınaq informasiya sorğuları və cavabları, adsız',
        en: 'Test information requests and answers, without names',
        ru: 'Пробные запросы информации и ответы, без имён',
      },
      file: 'sinaq-informasiya-sorgulari.pdf',
      pages: 12,
    },
  ],
  sentForReply: -40,
  extended: null,
} as const;

const AGREED: Words = { az: 'Nəticə ilə razıyıq.', en: 'We agree with the result.', ru: 'С результатом согласны.' };

export const INFORMATION_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    ...JUDGED,
    of: ['health'],
    completion: 'no_evidence',
    text: {
      az: 'İki sınaq informasiya sorğusunun heç birinə cavab gəlməyib. Uçot kitabı bizə göstərilməyib, ona görə işin tam yerinə yetirildiyini təsdiqləyən material yoxdur.',
      en: 'Neither of the two test information requests was answered. The record was not shown to us, so nothing confirms that the work is complete.',
      ru: 'Ни на один из двух пробных запросов информации ответа не было. Журнал нам не показали, поэтому полное выполнение ничем не подтверждено.',
    },
    reply: null,
  },
  {
    ...JUDGED,
    of: ['excom'],
    completion: 'limited',
    text: {
      az: 'İki sınaq informasiya sorğusundan birinə 16 iş günündə cavab verilib, uzadılma barədə bildiriş göndərilməyib. Digərinə vaxtında cavab verilib.',
      en: 'One of the two test information requests was answered after 16 working days without notice of extension. The other was answered in time.',
      ru: 'На один из двух пробных запросов информации ответили через 16 рабочих дней, без уведомления о продлении. На другой ответ дан вовремя.',
    },
    reply: {
      on: -34,
      text: {
        az: 'Gecikmiş cavab arxivdə axtarışla bağlıdır. Bundan sonra uzadılma barədə vaxtında bildiriş göndəriləcək.',
        en: 'The late answer was due to a search in the archive. From now on notice of an extension will be sent in time.',
        ru: 'Задержка ответа связана с поиском в архиве. Впредь уведомления о продлении будут направляться вовремя.',
      },
    },
  },
  {
    ...JUDGED,
    of: ['education'],
    completion: 'complete',
    text: {
      az: 'Hər iki sınaq informasiya sorğusu dörd iş günü ərzində, tam cavablandırılıb.',
      en: 'Both test information requests were answered in full within four working days.',
      ru: 'На оба пробных запроса информации полный ответ дан в течение четырёх рабочих дней.',
    },
    reply: { on: -36, text: AGREED },
  },
  {
    ...JUDGED,
    of: ['eservices'],
    completion: 'complete',
    text: {
      az: 'Hər iki cavab üç iş günü ərzində elektron qaydada gəlib.',
      en: 'Both answers came electronically within three working days.',
      ru: 'Оба ответа пришли в электронном виде в течение трёх рабочих дней.',
    },
    reply: { on: -37, text: AGREED },
  },
  {
    ...JUDGED,
    of: ['statistics'],
    completion: 'substantial',
    text: {
      az: 'Hər ikisinə vaxtında cavab verilib, lakin birində cədvəlin yalnız bir hissəsi göndərilib.',
      en: 'Both were answered in time, but one answer held only a part of the table.',
      ru: 'На оба ответ дан вовремя, но в одном из них прислана лишь часть таблицы.',
    },
    reply: {
      on: -33,
      text: {
        az: 'Cədvəlin qalan hissəsi sakinə göndərilib.',
        en: 'The rest of the table has been sent to the resident.',
        ru: 'Остальная часть таблицы направлена жителю.',
      },
    },
  },
  {
    ...JUDGED,
    of: ['employment'],
    completion: 'limited',
    text: {
      az: 'İki sınaq informasiya sorğusundan birinə cavab gəlməyib, digərinə doqquz iş günündə cavab verilib.',
      en: 'One of the two test information requests was not answered, the other only after nine working days.',
      ru: 'На один из двух пробных запросов информации ответа не было, на другой ответили лишь через девять рабочих дней.',
    },
    reply: {
      on: -32,
      text: {
        az: 'Məsul şəxs dəyişib. Cavabsız qalan informasiya sorğusu cavablandırılacaq.',
        en: 'The officer has changed. The unanswered information request will be answered.',
        ru: 'Ответственный сменился. На оставшийся запрос информации ответим.',
      },
    },
  },
];
