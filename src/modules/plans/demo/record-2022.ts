/** The wave of 2022 elsewhere, as its own record: other districts, other people; never compared with 2017 as a change. */
import type { Words } from '#modules/places/demo/words.ts';
import type { ReportedFinding, ReportedSource } from './record-2017.ts';

const SURVEY_2022: ReportedSource = {
  title: {
    az: '2020–2022-ci illər planının icrası üzrə rəy sorğusu barədə məlumat, umid-sid.az',
    en: 'Account of the survey on the 2020-2022 plan, umid-sid.az',
    ru: 'Сообщение об опросе по плану 2020–2022 годов, umid-sid.az',
  },
  url: 'http://umid-sid.az/550-umid-support-to-social-development-public-union-conducted-effective-surveys-to-study-the-implementation-of-the-national-action-plan-ap-for-the-promotion-of-open-government-2020-2022.html',
};

const SEMINAR_2022: ReportedSource = {
  title: {
    az: 'Qubada keçirilmiş seminar barədə məlumat, umid-sid.az',
    en: 'Account of the seminar in Guba, umid-sid.az',
    ru: 'Сообщение о семинаре в Губе, umid-sid.az',
  },
  url: 'http://umid-sid.az/events-and-news/557-the-seminar-held-in-guba-to-form-local-government-civil-society-dialogue-platform.html',
};

const PLATFORM_2022: ReportedSource = {
  title: {
    az: 'Yerli platformanın yaradılması barədə məlumat, umid-sid.az',
    en: 'Account of the forming of the local platform, umid-sid.az',
    ru: 'Сообщение о создании местной платформы, umid-sid.az',
  },
  url: 'http://umid-sid.az/resource-center/success-stories/565-local-representative-offices-of-the-government-civil-society-dialogue-platform-on-promotion-of-open-government-are-formed-in-the-regions.html',
};

export const RECORD_2022 = {
  slug: 'guba-khachmaz-2022',
  name: {
    az: 'Quba–Xaçmaz, 2022-ci il: dərc olunduğu kimi',
    en: 'Guba-Khachmaz 2022, as reported',
    ru: 'Губа–Хачмаз, 2022 год: как сообщалось',
  },
  districts: {
    az: 'Quba, Xaçmaz, Şabran və Qusar rayonları',
    en: 'Guba, Khachmaz, Shabran and Gusar districts',
    ru: 'Губинский, Хачмазский, Шабранский и Гусарский районы',
  },
  survey: {
    communities: 12,
    respondents: 65,
    women: 7,
    men: 58,
    modes: {
      az: 'üz-üzə, Zoom və Google Forms vasitəsilə',
      en: 'face to face, by Zoom and by Google Forms',
      ru: 'лично, через Zoom и Google Forms',
    },
    source: SURVEY_2022,
  },
  seminar: { date: '2022-07-27', participants: 35, women: 5, men: 30, source: SEMINAR_2022 },
  composition: { ngo: 2, state: 4, municipality: 4, cdc: 4 },
  members: 14,
  compositionSource: PLATFORM_2022,
} as const satisfies { readonly name: Words; readonly districts: Words; readonly [more: string]: unknown };

export const REPORTED_FINDINGS_2022: readonly ReportedFinding[] = [
  {
    key: 'aware',
    printed: { az: '23,1%', en: '23.1%', ru: '23,1%' },
    statement: {
      az: 'təşəbbüsdən və Milli Fəaliyyət Planından xəbərdardır',
      en: 'are aware of the initiative and the National Action Plan',
      ru: 'знают об инициативе и Национальном плане действий',
    },
    remark: {
      az: '65 nəfərdən 15-nə uyğundur; say mənbədə yazılmayıb. Məlumat televiziyadan və mətbuatdan alınıb.',
      en: 'Fits 15 of 65 people; the count itself is not printed. The information came from television and the press.',
      ru: 'Соответствует 15 из 65 человек; само число в источнике не напечатано. Сведения получены из телевидения и прессы.',
    },
    source: SURVEY_2022,
  },
  {
    key: 'unaware_or_partly',
    printed: { az: '76,9%', en: '76.9%', ru: '76,9%' },
    statement: {
      az: 'xəbərsizdir və ya qismən xəbərdardır',
      en: 'are unaware or partly aware',
      ru: 'не знают или знают отчасти',
    },
    remark: null,
    source: SURVEY_2022,
  },
];
