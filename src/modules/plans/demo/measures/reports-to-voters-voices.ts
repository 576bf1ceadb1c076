/** What the five municipalities report on 2.1 and what civil society finds in four of them. */
import type { Words } from '#modules/places/demo/words.ts';
import type { DemoEvaluation, DemoUpdate } from '../shape.ts';

export const REPORTS_UPDATES: readonly DemoUpdate[] = [
  {
    by: ['mun_agdurna', 'mun_cemenarx', 'mun_pambiqarx', 'mun_qargicala'],
    on: -104,
    state: 'under_way',
    text: {
      az: 'Hesabat görüşlərinin ilkin cədvəli hazırlanıb. Sual-cavab vərəqinin vahid forması qəbul olunub.',
      en: 'A first schedule of the report meetings is ready. The common form for questions and answers is accepted.',
      ru: 'Предварительный график отчётных встреч готов. Единая форма листа вопросов и ответов принята.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Hesabat görüşlərinin ilkin cədvəli',
          en: 'First schedule of the report meetings',
          ru: 'Предварительный график отчётных встреч',
        },
        file: 'hesabat-cedveli.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
  {
    by: ['mun_agdurna'],
    on: -31,
    state: 'under_way',
    text: {
      az: 'İki hesabat görüşündən biri keçirilib, 19 sualın hamısı cavabı ilə birlikdə səhifəmizdə və elan lövhəsində dərc olunub. İkinci görüşün günü ayrıca elan ediləcək.',
      en: 'One of the two report meetings was held; all 19 questions are published with their answers on our page and notice board. The day of the second will be announced.',
      ru: 'Из двух отчётных встреч одна проведена, все 19 вопросов с ответами опубликованы на нашей странице и доске объявлений. День второй встречи будет объявлен.',
    },
    evidence: [
      {
        kind: 'event',
        title: {
          az: 'Seçicilər qarşısında hesabat, Ağdurna',
          en: 'Report to voters in Aghdurna',
          ru: 'Отчёт перед избирателями, Агдурна',
        },
        on: -69,
        community: 'agdurna',
        women: 18,
        men: 43,
      },
      {
        kind: 'link',
        title: {
          az: 'Dərc olunmuş suallar və cavablar',
          en: 'Published questions and answers',
          ru: 'Опубликованные вопросы и ответы',
        },
        url: 'https://agdurna.example/hesabat/suallar',
      },
    ],
    way: 'account',
  },
  {
    by: ['mun_cemenarx'],
    on: -30,
    state: 'under_way',
    text: {
      az: 'Hesabat görüşü keçirilib, 12 sual və cavab dərc olunub. Şəfəqarxda əlavə görüş təşkil edilib.',
      en: 'The report meeting was held; 12 questions and answers are published. An extra meeting was held in Shafagarkh.',
      ru: 'Отчётная встреча проведена, опубликовано 12 вопросов и ответов. В Шафагархе прошла дополнительная встреча.',
    },
    evidence: [
      {
        kind: 'event',
        title: {
          az: 'Seçicilər qarşısında hesabat, Çəmənarx',
          en: 'Report to voters in Chamanarkh',
          ru: 'Отчёт перед избирателями, Чеменарх',
        },
        on: -66,
        community: 'cemenarx',
        women: 15,
        men: 37,
      },
    ],
    way: 'account',
  },
  {
    by: ['mun_pambiqarx'],
    on: -30,
    state: 'under_way',
    text: {
      az: 'Hesabat görüşü keçirilib, sakinlərin sualları cavablandırılıb.',
      en: 'The report meeting was held and the residents’ questions were answered.',
      ru: 'Отчётная встреча проведена, на вопросы жителей даны ответы.',
    },
    evidence: [
      {
        kind: 'photo',
        title: {
          az: 'Pambıqarx: hesabat görüşünün keçirildiyi zal',
          en: 'Pambigarkh: the hall of the report meeting',
          ru: 'Памбыгарх: зал, где прошла отчётная встреча',
        },
        community: 'pambiqarx',
      },
    ],
    way: 'link',
  },
  {
    by: ['mun_qargicala'],
    on: -28,
    state: 'under_way',
    text: {
      az: 'Hesabat görüşü Qarğıçalada keçirilib. Nərgizçala və Laləçöl üçün ayrıca görüş hələ olmayıb.',
      en: 'The report meeting was held in Gargichala. There has been no separate meeting for Nargizchala and Lalachol yet.',
      ru: 'Отчётная встреча прошла в Гаргычале. Отдельной встречи для Наргизчалы и Лалачёля пока не было.',
    },
    evidence: [
      {
        kind: 'event',
        title: {
          az: 'Seçicilər qarşısında hesabat, Qarğıçala',
          en: 'Report to voters in Gargichala',
          ru: 'Отчёт перед избирателями, Гаргычала',
        },
        on: -62,
        community: 'qargicala',
        women: 6,
        men: 28,
      },
    ],
    way: 'paper',
  },
  {
    by: ['mun_yovsanqobu'],
    on: -20,
    state: 'not_started',
    text: {
      az: 'Bələdiyyələrin birləşməsindən sonra sənədlərin təhvili uzandığı üçün hesabat görüşü keçirilməyib. Görüş növbəti rübə nəzərdə tutulur.',
      en: 'After the merger the handing over of documents took longer, so no report meeting was held. It is intended for the next quarter.',
      ru: 'После слияния передача документов затянулась, поэтому отчётная встреча не проводилась. Она намечена на следующий квартал.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Təhvil komissiyasının arayışı',
          en: 'Note of the handover commission',
          ru: 'Справка комиссии по передаче',
        },
        file: 'tehvil-komissiyasi.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
];

const METHOD: Words = {
  az: 'Hesabat görüşlərində müşahidəçi kimi iştirak, elanların tarixinin yoxlanılması, dərc olunmuş sual-cavab vərəqlərinin protokol ilə tutuşdurulması.',
  en: 'Observation of the report meetings, a check of the dates of the announcements, comparison of the published questions and answers with the minutes.',
  ru: 'Наблюдение на отчётных встречах, проверка дат объявлений, сверка опубликованных вопросов и ответов с протоколом.',
};

const JUDGED = {
  by: 'ciraqli_pencere',
  observed: { from: -70, to: -24 },
  verifiable: 'yes',
  openGovernmentLens: 'yes',
  potentialForResults: 'substantial',
  earlyResults: null,
  didItOpenGovernment: null,
  method: METHOD,
  evidence: [
    {
      kind: 'file',
      title: { az: 'Müşahidə vərəqləri', en: 'Observation sheets', ru: 'Листы наблюдения' },
      file: 'musahide-vereqleri.pdf',
      pages: 4,
    },
  ],
  sentForReply: -22,
  extended: null,
} as const;

export const REPORTS_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    ...JUDGED,
    of: ['mun_agdurna'],
    completion: 'substantial',
    text: {
      az: 'Görüş 12 gün əvvəl elan edilib, 19 sualın 19-u cavabı ilə dərc olunub. Planın tələbindən qalan yalnız ikinci görüşdür.',
      en: 'The meeting was announced 12 days before; 19 of 19 questions are published with answers. Of what the plan asks only the second meeting remains.',
      ru: 'Встреча объявлена за 12 дней, 19 вопросов из 19 опубликованы с ответами. Из требований плана осталась только вторая встреча.',
    },
    reply: {
      on: -17,
      text: {
        az: 'Qiymətləndirmə ilə razıyıq, ikinci görüşü vaxtında elan edəcəyik.',
        en: 'We agree with the evaluation and shall announce the second meeting in time.',
        ru: 'С оценкой согласны, вторую встречу объявим вовремя.',
      },
    },
  },
  {
    ...JUDGED,
    of: ['mun_cemenarx'],
    completion: 'substantial',
    text: {
      az: '12 sualın 12-si dərc olunub. Şəfəqarxdakı əlavə görüş planda yox idi, bələdiyyənin öz təşəbbüsüdür.',
      en: '12 of 12 questions are published. The extra meeting in Shafagarkh was not in the plan; it is the municipality’s own initiative.',
      ru: '12 вопросов из 12 опубликованы. Дополнительной встречи в Шафагархе в плане не было, это инициатива самого муниципалитета.',
    },
    reply: { on: -18, text: { az: 'Razıyıq.', en: 'We agree.', ru: 'Согласны.' } },
  },
  {
    ...JUDGED,
    of: ['mun_pambiqarx'],
    completion: 'limited',
    text: {
      az: 'Görüş keçirilib, amma elan ondan dörd gün əvvəl asılıb, sual və cavablar dərc olunmayıb.',
      en: 'The meeting was held, but it was announced only four days before, and the questions and answers were not published.',
      ru: 'Встреча проведена, но объявление вывесили лишь за четыре дня, вопросы и ответы не опубликованы.',
    },
    reply: {
      on: -11,
      text: {
        az: 'Suallar protokolda var. Onların dərcini gecikdirmişik, bir ay ərzində yerləşdirəcəyik.',
        en: 'The questions are in the minutes. We were late in publishing them and shall do so within a month.',
        ru: 'Вопросы есть в протоколе. С публикацией мы задержались, разместим в течение месяца.',
      },
    },
  },
  {
    ...JUDGED,
    of: ['mun_qargicala'],
    completion: 'limited',
    text: {
      az: 'Üç kənddən biri əhatə olunub, iştirak edən 34 nəfərdən 6-sı qadındır. Sualların yarısı dərc olunub.',
      en: 'One of three villages was covered; 6 of 34 people present were women. Half of the questions are published.',
      ru: 'Охвачено одно село из трёх, из 34 участников 6 женщин. Опубликована половина вопросов.',
    },
    reply: {
      on: -15,
      text: {
        az: 'Qeydlər doğrudur. Nərgizçala və Laləçöldə görüşləri bazar günlərinə salacağıq ki, qadınlar da gələ bilsin.',
        en: 'The remarks are right. In Nargizchala and Lalachol we shall meet on Sundays, so that women can come too.',
        ru: 'Замечания верны. В Наргизчале и Лалачёле проведём встречи по воскресеньям, чтобы могли прийти и женщины.',
      },
    },
  },
];
