/** 1.3: under way, and civil society agrees ("substantial"). */
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { PERCENT, shareAgain, shareBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { PORTAL_MEETINGS_EVALUATIONS, PORTAL_MEETINGS_LATER } from './portal-meetings-voices.ts';

export const PORTAL_MEETINGS: DemoMeasure = {
  number: '1.3',
  aim: 1,
  title: {
    az: 'Elektron Hökumət portalı üzrə maarifləndirmə görüşləri',
    en: 'Awareness meetings on the Electronic Government portal',
    ru: 'Просветительские встречи о портале электронного правительства',
  },
  text: {
    az: '15 icmanın hər birində Elektron Hökumət portalının imkanlarına dair ən azı iki maarifləndirmə görüşünün keçirilməsi, görüşlərdən birinin qadınlar üçün əlverişli yerdə və vaxtda təşkil edilməsi, broşür və bukletlərin paylanılması.',
    en: 'In each of the 15 communities at least two awareness meetings on what the Electronic Government portal can do are held, one of them at a place and time that suit women; brochures and leaflets are handed out.',
    ru: 'В каждой из 15 общин провести не менее двух просветительских встреч о возможностях портала электронного правительства, одну из них в удобном для женщин месте и в удобное время; раздать брошюры и буклеты.',
  },
  problem: {
    az: 'Soruşulan 50 nəfərdən 13-ü Milli Fəaliyyət Planından xəbərdar idi, onların da çoxu icra nümayəndəliklərində və QHT-lərdə çalışırdı.',
    en: 'Of 50 people asked 13 were aware of the National Action Plan, and most of these worked in ExCom representations and NGOs.',
    ru: 'Из 50 опрошенных о Национальном плане действий знали 13, и большинство из них работали в представительствах исполнительной власти и в НПО.',
  },
  askedBy: { findings: ['aware', 'portal'], recommendation: 'awareness' },
  localises: '1.3',
  legalBasis: null,
  starts: -220,
  due: 95,
  executors: [lead('eservices'), ...co(['education', 'durna_qatari'])],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'meetings_held',
      title: {
        az: 'Keçirilmiş maarifləndirmə görüşlərinin sayı',
        en: 'Number of awareness meetings held',
        ru: 'Число проведённых просветительских встреч',
      },
      unit: { az: 'görüş', en: 'meetings', ru: 'встреч' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Bu görüşlər planla başlanıb',
          en: 'These meetings began with the plan',
          ru: 'Эти встречи начались с принятием плана',
        },
        finding: null,
      },
      targets: [
        { value: 15, by: -80 },
        { value: 30, by: 95 },
      ],
      actuals: [
        {
          value: 10,
          on: -108,
          voice: 'executor',
          by: 'eservices',
          source: { az: 'Görüşlərin cədvəli', en: 'Schedule of the meetings', ru: 'График встреч' },
        },
        {
          value: 24,
          on: -33,
          voice: 'executor',
          by: 'eservices',
          source: {
            az: 'İştirakçıların qeydiyyat vərəqləri',
            en: 'Attendance sheets',
            ru: 'Листы регистрации участников',
          },
        },
        {
          value: 22,
          of: { numerator: 22, n: 24 },
          on: -26,
          voice: 'civil',
          by: 'sozun_unvani',
          source: {
            az: 'Yoxlanılmış 24 qeydiyyat vərəqindən tarixi və imzaları tam olanlar',
            en: 'Of the 24 attendance sheets checked, those with date and signatures complete',
            ru: 'Из 24 проверенных листов регистрации те, где есть дата и все подписи',
          },
        },
      ],
    },
    {
      key: 'aware',
      title: {
        az: 'Açıq hökumət təşəbbüsündən və plandan xəbərdar olan respondentlərin payı',
        en: 'Share of respondents aware of the open government initiative and the plan',
        ru: 'Доля респондентов, знающих об инициативе открытого правительства и плане',
      },
      unit: PERCENT,
      baseline: shareBefore('aware'),
      targets: [{ value: 50, by: 366 }],
      actuals: [shareAgain('aware')],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Broşür və bukletlərin hazırlanması',
        en: 'Brochures and leaflets ready',
        ru: 'Подготовка брошюр и буклетов',
      },
      due: -180,
      done: -171,
      owner: 'education',
    },
    {
      title: {
        az: 'Hər icmada birinci görüşün keçirilməsi',
        en: 'The first meeting held in every community',
        ru: 'Первая встреча проведена в каждой общине',
      },
      due: -80,
      done: -72,
      owner: 'eservices',
    },
    {
      title: {
        az: 'Hər icmada ikinci görüşün keçirilməsi',
        en: 'The second meeting held in every community',
        ru: 'Вторая встреча проведена в каждой общине',
      },
      due: 80,
      done: null,
      owner: 'eservices',
    },
  ],
  budget: {
    minor: 312_000,
    currency: 'AZN',
    source: {
      az: 'Platformanın ümumi büdcəsi: çap və yol xərcləri',
      en: 'Common budget of the platform: printing and travel',
      ru: 'Общий бюджет платформы: печать и проезд',
    },
  },
  ogpValues: ['information', 'technology'],
  tags: ['Public Service Delivery', 'Capacity Building', 'Gender', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [
    {
      by: ['eservices'],
      on: -108,
      state: 'under_way',
      text: {
        az: 'On icmada birinci görüş keçirilib. Beş icmada zal təmir olunduğu üçün görüşlər təxirə salınıb.',
        en: 'The first meeting was held in ten communities. In five the hall is under repair and the meeting was put off.',
        ru: 'Первая встреча прошла в десяти общинах. В пяти она отложена из-за ремонта зала.',
      },
      evidence: [
        {
          kind: 'event',
          title: {
            az: 'Maarifləndirmə görüşü, Ağdurna',
            en: 'Awareness meeting in Aghdurna',
            ru: 'Просветительская встреча в Агдурне',
          },
          on: -131,
          community: 'agdurna',
          women: 21,
          men: 9,
        },
      ],
      way: 'account',
    },
    {
      by: ['education'],
      on: -107,
      state: 'under_way',
      text: {
        az: 'Broşür və bukletlər hazırdır. Altı məktəbdə akt zalı görüşlər üçün ayrılıb.',
        en: 'Brochures and leaflets are ready. Six schools have given their halls for the meetings.',
        ru: 'Брошюры и буклеты готовы. Шесть школ предоставили актовые залы для встреч.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Buklet, son variant', en: 'Leaflet, final version', ru: 'Буклет, окончательный вариант' },
          file: 'buklet.pdf',
          pages: 2,
        },
      ],
      way: 'account',
    },
    {
      by: ['durna_qatari'],
      on: -105,
      state: 'under_way',
      text: {
        az: 'On iki könüllü hazırlıq keçib, on görüşün doqquzunda köməklik göstərib.',
        en: 'Twelve volunteers were trained and helped at nine of the ten meetings.',
        ru: 'Двенадцать волонтёров прошли подготовку и помогали на девяти из десяти встреч.',
      },
      evidence: [
        {
          kind: 'file',
          title: { az: 'Könüllülərin növbə cədvəli', en: 'Rota of the volunteers', ru: 'График дежурств волонтёров' },
          file: 'konulluler-cedveli.pdf',
          pages: 1,
        },
      ],
      way: 'link',
    },
    {
      by: ['eservices'],
      on: -33,
      state: 'under_way',
      text: {
        az: '30 görüşdən 24-ü keçirilib: 15 icmanın hamısında birinci, doqquzunda ikinci görüş. Qalan altı görüş üçün gün təyin edilib.',
        en: '24 of 30 meetings were held: the first in all 15 communities, the second in nine. Days are set for the remaining six.',
        ru: 'Проведены 24 встречи из 30: первая во всех 15 общинах, вторая в девяти. Для оставшихся шести назначены дни.',
      },
      evidence: [
        {
          kind: 'event',
          title: {
            az: 'Maarifləndirmə görüşü, Yovşanqobu',
            en: 'Awareness meeting in Yovshangobu',
            ru: 'Просветительская встреча в Йовшангобу',
          },
          on: -47,
          community: 'yovsanqobu',
          women: 17,
          men: 14,
        },
        {
          kind: 'file',
          title: {
            az: 'İştirakçıların qeydiyyat vərəqləri, 24 görüş',
            en: 'Attendance sheets, 24 meetings',
            ru: 'Листы регистрации участников, 24 встречи',
          },
          file: 'qeydiyyat-vereqleri.pdf',
          pages: 26,
        },
      ],
      way: 'account',
    },
    ...PORTAL_MEETINGS_LATER,
  ],
  evaluations: PORTAL_MEETINGS_EVALUATIONS,
};
