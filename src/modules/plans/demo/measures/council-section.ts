/** 3.3: the lead's report is overdue by 12 days. */
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { PERCENT, shareAgain, shareBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';

export const COUNCIL_SECTION: DemoMeasure = {
  number: '3.3',
  aim: 3,
  title: {
    az: 'İctimai Şuranın rəsmi saytda bölməsi',
    en: 'A public council section on the official site',
    ru: 'Раздел Общественного совета на официальном сайте',
  },
  text: {
    az: 'Rayon İcra Hakimiyyətinin rəsmi internet saytında İctimai Şuranın fəaliyyətinə həsr olunmuş ayrıca bölmənin yaradılması, orada şuranın tərkibinin, iş planının, iclas protokollarının və rəylərinin yerləşdirilməsi, hər rübdə ən azı bir dəfə yeni məlumat əlavə edilməsi.',
    en: 'On the official site of the District Executive Authority a separate section is opened for the work of the Public Council with its composition, work plan, minutes and opinions; something new is added at least once a quarter.',
    ru: 'На официальном сайте Исполнительной власти района создать отдельный раздел о деятельности Общественного совета, разместить в нём состав, план работы, протоколы заседаний и заключения совета, не реже раза в квартал добавлять новые материалы.',
  },
  problem: {
    az: 'Soruşulan 50 nəfərdən 15-i ictimai şuraları tanıyırdı. Şuranın nə vaxt toplaşdığını və nəyi müzakirə etdiyini öyrənməyə yer yox idi.',
    en: 'Of 50 people asked 15 knew of public councils. There was nowhere to learn when the council meets and what it discusses.',
    ru: 'Из 50 опрошенных об общественных советах знали 15. Узнать, когда собирается совет и что обсуждает, было негде.',
  },
  askedBy: { findings: ['public_councils', 'mobile'], recommendation: 'platform' },
  localises: '4.2',
  legalBasis: {
    az: '“İctimai iştirakçılıq haqqında” Qanun (22 noyabr 2013-cü il, № 816-IVQ)',
    en: 'Law on Public Participation (22 November 2013, No 816-IVQ)',
    ru: 'Закон «Об общественном участии» (22 ноября 2013 года, № 816-IVQ)',
  },
  starts: -243,
  due: 60,
  executors: [lead('excom'), ...co(['public_council'])],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'minutes_on_site',
      title: {
        az: 'Bölmədə yerləşdirilmiş iclas protokollarının sayı',
        en: 'Number of minutes published in the section',
        ru: 'Число протоколов заседаний, размещённых в разделе',
      },
      unit: { az: 'protokol', en: 'sets of minutes', ru: 'протоколов' },
      baseline: {
        value: 0,
        on: -250,
        source: { az: 'Sayta baxış', en: 'A look at the site', ru: 'Просмотр сайта' },
        finding: null,
      },
      targets: [{ value: 6, by: 60 }],
      actuals: [
        {
          value: 2,
          on: -106,
          voice: 'executor',
          by: 'excom',
          source: { az: 'Saytın bölməsi', en: 'The section of the site', ru: 'Раздел сайта' },
        },
        {
          value: 2,
          on: -66,
          voice: 'civil',
          by: 'sozun_unvani',
          source: { az: 'Sayta baxış', en: 'A look at the site', ru: 'Просмотр сайта' },
        },
      ],
    },
    {
      key: 'know_public_councils',
      title: {
        az: 'İctimai şuraları tanıyan respondentlərin payı',
        en: 'Share of respondents who know of public councils',
        ru: 'Доля респондентов, знающих об общественных советах',
      },
      unit: PERCENT,
      baseline: shareBefore('public_councils'),
      targets: [{ value: 50, by: 366 }],
      actuals: [shareAgain('public_councils')],
    },
  ],
  milestones: [
    {
      title: { az: 'Bölmənin açılması', en: 'The section opened', ru: 'Открытие раздела' },
      due: -120,
      done: -118,
      owner: 'excom',
    },
    {
      title: {
        az: 'Şuranın iş planının yerləşdirilməsi',
        en: 'Work plan of the council published',
        ru: 'Размещение плана работы совета',
      },
      due: -40,
      done: null,
      owner: 'public_council',
    },
  ],
  budget: null,
  ogpValues: ['information', 'participation'],
  tags: ['Public Participation', 'Right To Information', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [
    {
      by: ['excom'],
      on: -106,
      state: 'under_way',
      text: {
        az: 'Bölmə açılıb, şuranın tərkibi və iki iclasın protokolu yerləşdirilib.',
        en: 'The section is open and shows the composition of the council and the minutes of two meetings.',
        ru: 'Раздел открыт, размещены состав совета и протоколы двух заседаний.',
      },
      evidence: [
        {
          kind: 'link',
          title: { az: 'Saytın bölməsi', en: 'The section of the site', ru: 'Раздел сайта' },
          url: 'https://durnasu.example/ictimai-sura',
        },
      ],
      way: 'account',
    },
    {
      by: ['public_council'],
      on: -16,
      state: 'under_way',
      text: {
        az: 'Son iki iclasın protokolu və bir rəy sayta yerləşdirilmək üçün göndərilib. İş planı hazırlanır.',
        en: 'The minutes of the last two meetings and one opinion have been sent to be published. The work plan is being prepared.',
        ru: 'Протоколы двух последних заседаний и одно заключение направлены для размещения. План работы готовится.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Göndərilmiş sənədlərin siyahısı',
            en: 'List of the papers sent',
            ru: 'Список направленных документов',
          },
          file: 'gonderilmis-senedler.pdf',
          pages: 1,
        },
      ],
      way: 'paper',
    },
  ],
  evaluations: [
    {
      of: ['excom'],
      by: 'sozun_unvani',
      observed: { from: -67, to: -66 },
      completion: 'limited',
      verifiable: 'yes',
      openGovernmentLens: 'yes',
      potentialForResults: 'modest',
      earlyResults: null,
      didItOpenGovernment: null,
      text: {
        az: 'Bölmə var və telefonda oxunur. Açılandan sonra yeni heç nə əlavə olunmayıb, şuranın iş planı və rəyləri yoxdur.',
        en: 'The section exists and can be read on a phone. Nothing has been added since it opened; the work plan and the opinions of the council are missing.',
        ru: 'Раздел есть и читается на телефоне. После открытия ничего не добавлено, плана работы и заключений совета нет.',
      },
      method: {
        az: 'Saytın bölməsinə iki gün ardıcıl, kompüterdə və telefonda baxılıb, dərc tarixləri qeyd olunub.',
        en: 'The section was read on two days running, on a computer and a phone, and the dates of publication were noted.',
        ru: 'Раздел просматривали два дня подряд, на компьютере и телефоне, даты публикации записаны.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Bölmənin ekran görüntüləri', en: 'Screenshots of the section', ru: 'Снимки экрана с разделом' },
          file: 'ekran-goruntuleri.pdf',
          pages: 3,
        },
      ],
      sentForReply: -64,
      extended: null,
      reply: {
        on: -55,
        text: {
          az: 'Qeydləri qəbul edirik. Şuradan sənədlər daxil olan kimi yerləşdiriləcək.',
          en: 'We accept the remarks. The papers will be published as soon as the council sends them.',
          ru: 'Замечания принимаем. Документы разместим, как только их направит совет.',
        },
      },
    },
  ],
};
