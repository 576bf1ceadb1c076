/** What the nine executors of 3.1 report and what civil society finds. */
import { CDC_KEYS } from '#modules/places/demo/bodies.ts';
import type { DemoEvaluation, DemoUpdate } from '../shape.ts';

export const OPEN_MEETINGS_UPDATES: readonly DemoUpdate[] = [
  {
    by: ['arxboyu'],
    on: -109,
    state: 'under_way',
    text: {
      az: 'Beş icmada açıq görüş keçirilib, 17 təklif qeydə alınıb, 11-nə cavab verilib.',
      en: 'Open meetings were held in five communities; 17 proposals were recorded, 11 answered.',
      ru: 'Открытые встречи прошли в пяти общинах, записано 17 предложений, на 11 даны ответы.',
    },
    evidence: [
      {
        kind: 'event',
        title: { az: 'Açıq görüş, Üçsöyüd', en: 'Open meeting in Uchsoyud', ru: 'Открытая встреча, Учсоюд' },
        on: -152,
        community: 'ucsoyud',
        women: 11,
        men: 19,
      },
    ],
    way: 'account',
  },
  {
    by: CDC_KEYS,
    on: -105,
    state: 'under_way',
    text: {
      az: 'Şura görüşün keçiriləcəyi yeri seçib və sakinlərə xəbər verib.',
      en: 'The council has chosen the place of the meeting and told the residents.',
      ru: 'Совет выбрал место встречи и оповестил жителей.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Görüş barədə elan', en: 'Announcement of the meeting', ru: 'Объявление о встрече' },
        file: 'aciq-gorus-elani.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
  {
    by: ['arxboyu'],
    on: -21,
    state: 'under_way',
    text: {
      az: '15 icmadan 9-da görüş keçirilib. 38 təklifdən 31-nə 30 gün ərzində cavab verilib, yeddisi cavabsızdır. Bu yeddi təklif cavab alana qədər gördüyümüz işi yetərli saymırıq.',
      en: 'Meetings were held in 9 of 15 communities. 31 of 38 proposals were answered within 30 days, seven were not. Until these seven are answered we do not call our own work sufficient.',
      ru: 'Встречи прошли в 9 общинах из 15. На 31 предложение из 38 ответ дан в течение 30 дней, на семь не дан. Пока эти семь без ответа, мы не считаем сделанное достаточным.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Təkliflər reyestrindən çıxarış',
          en: 'Extract from the register of proposals',
          ru: 'Выписка из реестра предложений',
        },
        file: 'teklifler-reyestri.pdf',
        pages: 3,
      },
      {
        kind: 'photo',
        title: {
          az: 'Göyqamış: məktəb həyətində açıq görüş',
          en: 'Goygamish: open meeting in the school yard',
          ru: 'Гёйгамыш: открытая встреча во дворе школы',
        },
        community: 'goyqamis',
      },
    ],
    way: 'account',
  },
  {
    by: ['cdc_cemenarx', 'cdc_tutlubend', 'cdc_ucsoyud', 'cdc_agdurna', 'cdc_goyqamis', 'cdc_nergizcala'],
    on: -20,
    state: 'under_way',
    text: {
      az: 'Açıq görüş keçirilib, təkliflər reyestrə yazılıb, cavablar lövhədən asılıb.',
      en: 'The open meeting was held, the proposals stand in the register, the answers hang on the board.',
      ru: 'Открытая встреча проведена, предложения внесены в реестр, ответы вывешены на доске.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Görüşün protokolu', en: 'Minutes of the meeting', ru: 'Протокол встречи' },
        file: 'aciq-gorus-protokolu.pdf',
        pages: 2,
      },
    ],
    way: 'link',
  },
  {
    by: ['cdc_lalecol', 'cdc_gunesqobu'],
    on: -19,
    state: 'under_way',
    text: {
      az: 'Açıq görüş hələ keçirilməyib, gün koordinatorla razılaşdırılır.',
      en: 'The open meeting has not been held yet; the day is being agreed with the coordinator.',
      ru: 'Открытая встреча ещё не прошла, день согласуется с координатором.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Şuranın məktubu', en: 'Letter of the council', ru: 'Письмо совета' },
        file: 'suranin-mektubu.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
];

export const OPEN_MEETINGS_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    of: ['arxboyu'],
    by: 'ciraqli_pencere',
    observed: { from: -60, to: -42 },
    completion: 'substantial',
    verifiable: 'yes',
    openGovernmentLens: 'yes',
    potentialForResults: 'substantial',
    earlyResults: null,
    didItOpenGovernment: null,
    text: {
      az: 'Aralıq hədəf səkkiz icma idi və ona çatılıb. Cavabların əksəriyyəti əsaslandırılıb. Koordinator öz işinə bizdən daha sərt yanaşır.',
      en: 'The interim target was eight communities and it was met. Most answers give reasons. The coordinator judges its own work more strictly than we do.',
      ru: 'Промежуточное целевое значение, восемь общин, достигнуто. Большинство ответов обоснованы. Координатор оценивает свою работу строже, чем мы.',
    },
    method: {
      az: 'Səkkiz protokol oxunub, təsadüfi seçilmiş 12 təklifin cavabı yoxlanılıb, üç icmada sakinlərlə söhbət aparılıb.',
      en: 'Eight sets of minutes were read, the answers to 12 proposals drawn at random were checked, residents of three communities were spoken to.',
      ru: 'Прочитаны восемь протоколов, проверены ответы на 12 случайно выбранных предложений, в трёх общинах проведены беседы с жителями.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Yoxlanılmış 12 təklif', en: 'The 12 proposals checked', ru: '12 проверенных предложений' },
        file: 'yoxlanilmis-teklifler.pdf',
        pages: 4,
      },
    ],
    sentForReply: -38,
    extended: null,
    reply: {
      on: -31,
      text: {
        az: 'Təşəkkür edirik. Cavabsız təklif qaldıqca öz qiymətimizi dəyişməyəcəyik.',
        en: 'Thank you. We shall not change our own assessment while any proposal is unanswered.',
        ru: 'Благодарим. Пока есть предложения без ответа, свою оценку менять не будем.',
      },
    },
  },
];
