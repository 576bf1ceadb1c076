/** The figures reported in 2017, as printed and without a base. */
import type { Words } from '#modules/places/demo/words.ts';
import { type ReportedFinding, SOURCE_2017 } from './record-2017.ts';

const same = (printed: string): Words => ({ az: printed, en: printed, ru: printed });

function reported(key: string, printed: Words, statement: Words, remark: Words | null = null): ReportedFinding {
  return { key, printed, statement, remark, source: SOURCE_2017 };
}

export const REPORTED_FINDINGS_2017: readonly ReportedFinding[] = [
  reported(
    'aware',
    same('25%'),
    {
      az: 'təşəbbüsdən və plandan xəbərdardır',
      en: 'are aware of the initiative and the plan',
      ru: 'знают об инициативе и плане',
    },
    {
      az: 'Çoxu icra nümayəndələri və QHT-lərdir, məlumatı televiziyadan və ya mətbuatdan alıblar.',
      en: 'Mostly ExCom territorial representatives and NGOs, from television or the press.',
      ru: 'В основном представители исполнительной власти на местах и НПО, из телевидения или прессы.',
    },
  ),
  reported(
    'eservices',
    same('44%'),
    {
      az: 'elektron xidmətləri tanıyır və onlardan istifadə edir',
      en: 'know of and use e-services',
      ru: 'знают об электронных услугах и пользуются ими',
    },
    {
      az: 'Kommunal xidmət haqları, kredit və cərimələr üçün; qalan işlər terminal, bankomat, bank və poçt vasitəsilə görülür.',
      en: 'For utility bills, credit and fines; other errands go through terminals, cash machines, banks and post offices.',
      ru: 'Для коммунальных платежей, кредитов и штрафов; остальное через терминалы, банкоматы, банки и почту.',
    },
  ),
  reported(
    'these_services',
    { az: '50%-dən bir qədər çox', en: 'slightly over 50%', ru: 'чуть более 50%' },
    {
      az: 'özü və ya ailə üzvü “bu xidmətlərdən istifadə edir”',
      en: 'they or a family member “use these services”',
      ru: 'сами или член семьи «пользуются этими услугами»',
    },
    {
      az: 'Hansı xidmətlərin nəzərdə tutulduğu mənbədə aydın deyil.',
      en: 'The account leaves open which services are meant.',
      ru: 'В источнике не ясно, о каких услугах речь.',
    },
  ),
  reported(
    'terminals',
    { az: '15 icmadan 2-si', en: '2 of 15', ru: '2 из 15' },
    {
      az: 'icmada ödəniş terminalı var',
      en: 'communities have a payment terminal',
      ru: 'общин имеют платёжный терминал',
    },
  ),
  reported(
    'portal',
    { az: 'təxminən 16%', en: 'about 16%', ru: 'около 16%' },
    {
      az: 'Açıq Hökumət portalını tanıyır',
      en: 'know the Open Government Portal',
      ru: 'знают портал открытого правительства',
    },
  ),
  reported(
    'mobile',
    { az: '18%-ə yaxın', en: 'nearly 18%', ru: 'почти 18%' },
    {
      az: 'dövlət qurumlarının saytlarının mobil görünüşündən istifadə edir',
      en: 'use the mobile interface of state bodies’ sites',
      ru: 'пользуются мобильной версией сайтов государственных органов',
    },
  ),
  reported('platform', same('24%'), {
    az: 'Dialoq Platformasından qismən xəbərdardır',
    en: 'are partly informed of the Dialogue Platform',
    ru: 'отчасти знают о Платформе диалога',
  }),
  reported('public_councils', same('30%'), {
    az: 'ictimai şuraları tanıyır',
    en: 'know of Public Councils',
    ru: 'знают об общественных советах',
  }),
  reported(
    'ngos',
    same('90-95%'),
    {
      az: 'QHT-ləri və icma təşkilatlarını tanıyır',
      en: 'know of NGOs and community organisations',
      ru: 'знают об НПО и общинных организациях',
    },
    null,
  ),
  reported(
    'reports',
    same('80%'),
    {
      az: 'bələdiyyələrin seçicilər qarşısında hesabat verdiyini deyir',
      en: 'say that municipalities report to voters',
      ru: 'говорят, что муниципалитеты отчитываются перед избирателями',
    },
    {
      az: 'İldə iki dəfə keçirilir və səthi adlandırılır. Bələdiyyənin xəbərləri kəndlərdə, çayxanalarda, yas yerlərində və yığıncaqlarda ağızdan-ağıza yayılır.',
      en: 'Held twice a year and called superficial. News of the municipality comes by word of mouth: in villages, coffeehouses, at funerals and meetings.',
      ru: 'Проводятся дважды в год и названы поверхностными. Новости о муниципалитете передаются из уст в уста: в сёлах, чайханах, на поминках и собраниях.',
    },
  ),
  reported(
    'social_pages',
    same('10%'),
    {
      az: 'bələdiyyənin sosial şəbəkədə səhifəsi var',
      en: 'municipalities have a page on a social network',
      ru: 'муниципалитетов имеют страницу в социальной сети',
    },
    {
      az: 'Neçə bələdiyyədən hesablandığı yazılmayıb.',
      en: 'Of how many municipalities is not said.',
      ru: 'От какого числа муниципалитетов, не указано.',
    },
  ),
];
