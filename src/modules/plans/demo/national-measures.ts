/** The 13 recovered rows of the National Action Plan 2016-2018. See national-plan.ts for what is fact and what rendering. */
import type { Words } from '#modules/places/demo/words.ts';
import { NATIONAL_SOURCES, type NationalMeasure } from './national-plan.ts';

const { DOCSBAY, ERC, OGP, TREND, EITI } = NATIONAL_SOURCES;

const WHOLE_TERM = { from: 2016, to: 2018 };

/** A row of which only number, point and title were recovered. */
function titleOnly(number: string, rendering: Words): NationalMeasure {
  return {
    key: number,
    number,
    point: Number(number.split('.')[0]),
    rendering,
    indicator: null,
    executors: null,
    executorsComplete: false,
    deadline: null,
    years: null,
    localExecutor: 'unknown',
    note: null,
    source: ERC,
  };
}

export const NATIONAL_MEASURES: readonly NationalMeasure[] = [
  {
    key: '1.1',
    number: '1.1',
    point: 1,
    rendering: {
      az: 'Elektron xidmətlərin siyahısını təzələmək, siyahıda olub hələ tam göstərilməyən xidmətləri işə salmaq, yeni xidmətləri elektron hökumət portalına qoşmaq',
      en: 'Bring the list of electronic services up to date, provide in full those listed but not yet fully available, and join new services to the e-government portal',
      ru: 'Обновить перечень электронных услуг, полностью запустить те из них, которые пока оказываются не в полном объёме, подключить к порталу электронного правительства новые услуги',
    },
    indicator: {
      az: 'Siyahıdakı dəyişikliklər; tam işə salınmış və portala yeni qoşulmuş xidmətlərin sayı',
      en: 'Changes to the list; number of services provided in full and newly joined to the portal',
      ru: 'Изменения в перечне; число полностью запущенных и вновь подключённых к порталу услуг',
    },
    executors: ['cabinet', 'executive_bodies', 'communications_ministry', 'services_agency'],
    executorsComplete: true,
    deadline: '2016-2018',
    years: WHOLE_TERM,
    localExecutor: 'yes',
    note: null,
    source: DOCSBAY,
  },
  {
    key: '1.2',
    number: '1.2',
    point: 1,
    rendering: {
      az: 'Elektron hökumət portalına çıxışı asanlaşdırmaq: ödəniş üsullarını, mobil görünüşü və mobil tətbiqi təkmilləşdirmək',
      en: 'Make the e-government portal easier to reach: better ways to pay, a better mobile version and mobile application',
      ru: 'Облегчить доступ к порталу электронного правительства: улучшить способы оплаты, мобильную версию и мобильное приложение',
    },
    indicator: {
      az: 'Portalın mobil görünüşü və mobil tətbiqi üzrə görülmüş işlər',
      en: 'Work done on the mobile version and the mobile application of the portal',
      ru: 'Работа, проделанная над мобильной версией и мобильным приложением портала',
    },
    executors: ['communications_ministry'],
    executorsComplete: true,
    deadline: '2016',
    years: { from: 2016, to: 2016 },
    localExecutor: 'no',
    note: null,
    source: DOCSBAY,
  },
  {
    key: '1.3',
    number: '1.3',
    point: 1,
    rendering: {
      az: 'Görüş və təqdimatlarda vətəndaşlara elektron hökumət portalında nə etmək mümkün olduğunu və ondan necə istifadə edildiyini izah etmək',
      en: 'Explain to citizens, at meetings and presentations, what the e-government portal is good for and how to use it',
      ru: 'На встречах и презентациях объяснять гражданам, чем полезен портал электронного правительства и как им пользоваться',
    },
    indicator: {
      az: 'Keçirilmiş maarifləndirmə görüşləri və təqdimatlar',
      en: 'Awareness meetings and presentations held',
      ru: 'Проведённые просветительские встречи и презентации',
    },
    executors: ['communications_ministry', 'executive_bodies'],
    executorsComplete: true,
    deadline: '2016-2018',
    years: WHOLE_TERM,
    localExecutor: 'yes',
    note: null,
    source: DOCSBAY,
  },
  {
    key: '1.4',
    number: '1.4',
    point: 1,
    rendering: {
      az: 'Xidmətlər elektronlaşdıqca dövlət qurumlarının vətəndaşdan istədiyi rəsmi sənəd və arayışların sayını azaltmaq',
      en: 'As services become electronic, ask citizens for fewer official papers and certificates',
      ru: 'По мере перевода услуг в электронный вид сокращать число официальных документов и справок, которые требуют от граждан',
    },
    indicator: {
      az: 'Sadələşdirilmiş qaydalar və görülmüş işlər barədə məlumat',
      en: 'Information on the simplified procedures and the work done',
      ru: 'Сведения об упрощённых процедурах и проделанной работе',
    },
    executors: ['cabinet', 'services_agency'],
    executorsComplete: false,
    deadline: null,
    years: null,
    localExecutor: 'unknown',
    note: {
      az: 'Mənbədə mətn burada kəsilir: digər icraçılar və icra müddəti məlum deyil.',
      en: 'The text breaks off here in the source: further executors and the deadline are unknown.',
      ru: 'Текст в источнике здесь обрывается: другие исполнители и срок неизвестны.',
    },
    source: DOCSBAY,
  },
  titleOnly('2.2', {
    az: 'Məlumat almaq istəyənlərə hüquqi yardım göstərilməsini yoluna qoymaq, ixtisaslaşmış təlimlər və maarifləndirmə işi aparmaq',
    en: 'Set up legal help for those who seek information; hold specialised trainings and raise awareness',
    ru: 'Создать систему правовой помощи тем, кто ищет информацию, проводить специальное обучение и просвещение',
  }),
  titleOnly('2.4', {
    az: 'Dövlət saytlarının mobil variantlarını hazırlamaq, sosial şəbəkələrdə səhifələr açmaq və onları fəal saxlamaq',
    en: 'Build mobile versions of government sites, open pages on social networks and keep them active',
    ru: 'Создать мобильные версии государственных сайтов, открыть страницы в социальных сетях и поддерживать их активность',
  }),
  titleOnly('4.2', {
    az: 'Rəsmi saytlarda ictimai şuraların işinə dair ayrıca bölmələr açmaq və oradakı məlumatı mütəmadi təzələmək',
    en: 'Give public councils sections of their own on official sites and keep these up to date',
    ru: 'Открыть на официальных сайтах отдельные разделы о работе общественных советов и регулярно обновлять их',
  }),
  titleOnly('5.6', {
    az: 'Büdcə təşkilatlarının dövlət satınalmaları barədə məlumatı öz saytlarında yerləşdirməsi',
    en: 'Budget organisations place data on public procurement on their own sites',
    ru: 'Размещение бюджетными организациями сведений о государственных закупках на своих сайтах',
  }),
  titleOnly('6.2', {
    az: 'Bələdiyyə qulluqçularını etik davranış barədə maarifləndirmək və peşə hazırlığını artırmaq',
    en: 'Raise awareness of ethical conduct among municipal servants and strengthen their professional skills',
    ru: 'Просвещать муниципальных служащих об этическом поведении и повышать их профессиональную подготовку',
  }),
  {
    key: 'az0044',
    number: null,
    point: null,
    rendering: {
      az: 'Bələdiyyələrə işə qəbulu açıq və hamıya aydın qaydada aparmaq',
      en: 'Recruit municipal servants openly, by rules that everybody can see',
      ru: 'Принимать служащих в муниципалитеты открыто, по понятным всем правилам',
    },
    indicator: null,
    executors: null,
    executorsComplete: false,
    deadline: null,
    years: null,
    localExecutor: 'unknown',
    note: {
      az: 'OGP siyahısında AZ0044 öhdəliyi kimi göstərilib, plandakı nömrəsi tapılmayıb.',
      en: 'Listed by OGP as commitment AZ0044; its number in the plan was not recovered.',
      ru: 'В списке OGP указано как обязательство AZ0044, номер в плане не найден.',
    },
    source: OGP,
  },
  {
    key: 'az0040',
    number: null,
    point: null,
    rendering: {
      az: 'Normativ hüquqi aktların vahid elektron bazasının işini yaxşılaşdırmaq',
      en: 'Make the unified electronic database of legal acts work better',
      ru: 'Улучшить работу единой электронной базы нормативных правовых актов',
    },
    indicator: null,
    executors: null,
    executorsComplete: false,
    deadline: null,
    years: null,
    localExecutor: 'unknown',
    note: {
      az: 'OGP siyahısında AZ0040 öhdəliyi kimi göstərilib, plandakı nömrəsi tapılmayıb.',
      en: 'Listed by OGP as commitment AZ0040; its number in the plan was not recovered.',
      ru: 'В списке OGP указано как обязательство AZ0040, номер в плане не найден.',
    },
    source: OGP,
  },
  {
    key: 'platform',
    number: null,
    point: null,
    rendering: {
      az: 'Açıq hökumət üzrə vətəndaş cəmiyyəti platformasının qurulmasına və işləməsinə kömək etmək',
      en: 'Help to set up and run a civil society platform for open government partnership',
      ru: 'Помочь создать платформу гражданского общества по открытому правительству и обеспечить её работу',
    },
    indicator: null,
    executors: ['ngo_council'],
    executorsComplete: false,
    deadline: null,
    years: null,
    localExecutor: 'unknown',
    note: {
      az: 'Xəbər agentliyinin məlumatından; plandakı nömrəsi tapılmayıb.',
      en: 'From a news item; its number in the plan was not recovered.',
      ru: 'Из сообщения информационного агентства; номер в плане не найден.',
    },
    source: TREND,
  },
  {
    key: 'eiti',
    number: null,
    point: 7,
    rendering: {
      az: 'Hasilat sənayesində şəffaflıq üzrə çoxtərəfli qrupun işinə dəstək vermək, əməkdaşlığı davam etdirmək, təlimlər keçirmək',
      en: 'Support the multilateral group on transparency in the extractive industries, continue the cooperation and hold trainings',
      ru: 'Поддержать работу многосторонней группы по прозрачности в добывающих отраслях, продолжить сотрудничество и проводить обучение',
    },
    indicator: null,
    executors: ['oil_fund'],
    executorsComplete: false,
    deadline: '2017-2018',
    years: { from: 2017, to: 2018 },
    localExecutor: 'unknown',
    note: {
      az: '2017-ci ildə dəyişdirilib: icraçı Dövlət Neft Fondundan Hasilat Sənayesində Şəffaflıq Komissiyasına keçib, müddət 2017–2018-ci illərdir. Plandakı nömrəsi tapılmayıb; istiqamətin nömrəsi bizim ehtimalımızdır.',
      en: 'Amended in 2017: the executor changed from the State Oil Fund to the Extractive Industries Transparency Commission, the deadline is 2017-2018. Its number in the plan was not recovered; the number of the area is inferred.',
      ru: 'Изменено в 2017 году: исполнителем вместо Государственного нефтяного фонда стала Комиссия по прозрачности в добывающих отраслях, срок 2017–2018 годы. Номер в плане не найден, номер направления предположителен.',
    },
    source: EITI,
  },
];

/** The one known change of executor: a fact of 2017, day unknown. */
export const NATIONAL_AMENDMENT = {
  measure: 'eiti',
  year: 2017,
  from: 'oil_fund',
  to: 'extractive_commission',
  source: EITI,
} as const;
