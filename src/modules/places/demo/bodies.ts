/**
 * The organisations of the demonstration: 23 members of the platform (4 NGOs, 6 state bodies, 5 municipalities,
 * 8 community development councils) and those that only carry out measures. All invented. A contact is an office,
 * never a person; e-mail addresses stand under the reserved name `.example` (RFC 2606).
 */
import { type CommunityKey, DEMO_COMMUNITIES, type MunicipalityKey } from './district.ts';
import { DEMO_MUNICIPALITIES } from './municipalities.ts';
import type { Days, Words } from './words.ts';

export type BodyKind =
  | 'excom'
  | 'excom_representation'
  | 'state_body'
  | 'municipality'
  | 'cdc'
  | 'ngo'
  | 'public_council'
  | 'company';

/** The group on whose seat a member sits. */
export type SeatGroup = 'ngo' | 'state' | 'municipality' | 'cdc';

type NgoKey = 'arxboyu' | 'sozun_unvani' | 'durna_qatari' | 'ciraqli_pencere';
type StateKey = 'excom' | 'education' | 'health' | 'employment' | 'eservices' | 'statistics';
type CouncilPlace =
  | 'cemenarx'
  | 'tutlubend'
  | 'ucsoyud'
  | 'agdurna'
  | 'goyqamis'
  | 'nergizcala'
  | 'lalecol'
  | 'gunesqobu';
export type CdcKey = `cdc_${CouncilPlace}`;
export type RepresentationKey = `rep_${CommunityKey}`;
export type BodyKey = NgoKey | StateKey | MunicipalityKey | CdcKey | RepresentationKey | 'public_council' | 'qosaqepik';

export interface DemoBody {
  readonly key: BodyKey;
  readonly kind: BodyKind;
  readonly name: Words;
  readonly short: Words;
  /** Null: carries out measures, has no seat. */
  readonly seat: SeatGroup | null;
  readonly contact: { readonly role: Words; readonly email: string };
  /** Where it works; empty: the whole district. */
  readonly communities: readonly CommunityKey[];
  readonly validFrom: Days | null;
  readonly validTo: Days | null;
  readonly predecessors: readonly MunicipalityKey[];
}

const OFFICE: Readonly<Record<BodyKind, Words>> = {
  excom: {
    az: 'Başçının aparatında platforma üzrə məsul şəxs',
    en: 'Officer for the platform in the office of the head',
    ru: 'Ответственный за платформу в аппарате главы',
  },
  excom_representation: { az: 'İcra nümayəndəsi', en: 'Territorial representative', ru: 'Представитель на территории' },
  state_body: {
    az: 'Platformadakı təmsilçi',
    en: 'Representative in the platform',
    ru: 'Представитель в платформе',
  },
  municipality: { az: 'Bələdiyyənin katibi', en: 'Secretary of the municipality', ru: 'Секретарь муниципалитета' },
  cdc: { az: 'Şuranın koordinatoru', en: 'Coordinator of the council', ru: 'Координатор совета' },
  ngo: { az: 'Layihələr üzrə koordinator', en: 'Project coordinator', ru: 'Координатор проектов' },
  public_council: { az: 'Şuranın katibi', en: 'Secretary of the council', ru: 'Секретарь совета' },
  company: { az: 'Bölgələr üzrə menecer', en: 'Regional manager', ru: 'Менеджер по регионам' },
};

function body(key: BodyKey, kind: BodyKind, seat: SeatGroup | null, name: Words, short: Words): DemoBody {
  const email = `${key.replaceAll('_', '-')}@durnasu.example`;
  const contact = { role: OFFICE[kind], email };
  return { key, kind, seat, name, short, contact, communities: [], validFrom: null, validTo: null, predecessors: [] };
}

const NGOS: readonly DemoBody[] = [
  body(
    'arxboyu',
    'ngo',
    'ngo',
    {
      az: '“Arxboyu” İcmaların İnkişafına Dəstək İctimai Birliyi',
      en: '“Arxboyu” Public Union for Support to Community Development',
      ru: 'Общественное объединение поддержки развития общин «Архбою»',
    },
    { az: '“Arxboyu” İB', en: 'Arxboyu PU', ru: 'ОО «Архбою»' },
  ),
  body(
    'sozun_unvani',
    'ngo',
    'ngo',
    {
      az: '“Sözün Ünvanı” Hüquqi Maarifləndirmə İctimai Birliyi',
      en: '“Sözün Ünvanı” Public Union for Legal Education',
      ru: 'Общественное объединение правового просвещения «Сёзюн Унваны»',
    },
    { az: '“Sözün Ünvanı” İB', en: 'Sözün Ünvanı PU', ru: 'ОО «Сёзюн Унваны»' },
  ),
  body(
    'durna_qatari',
    'ngo',
    'ngo',
    {
      az: '“Durna Qatarı” Gənclərin Təşəbbüslərinə Dəstək İctimai Birliyi',
      en: '“Durna Qatarı” Public Union for Support to Youth Initiatives',
      ru: 'Общественное объединение поддержки молодёжных инициатив «Дурна Гатары»',
    },
    { az: '“Durna Qatarı” İB', en: 'Durna Qatarı PU', ru: 'ОО «Дурна Гатары»' },
  ),
  body(
    'ciraqli_pencere',
    'ngo',
    'ngo',
    {
      az: '“Çıraqlı Pəncərə” Qadınların Fəallığına Dəstək İctimai Birliyi',
      en: '“Çıraqlı Pəncərə” Public Union for Support to Women’s Participation',
      ru: 'Общественное объединение поддержки активности женщин «Чираглы Пенджере»',
    },
    { az: '“Çıraqlı Pəncərə” İB', en: 'Çıraqlı Pəncərə PU', ru: 'ОО «Чираглы Пенджере»' },
  ),
];

const STATE_BODIES: readonly DemoBody[] = [
  body(
    'excom',
    'excom',
    'state',
    {
      az: 'Durnasu Rayon İcra Hakimiyyəti',
      en: 'Durnasu District Executive Authority',
      ru: 'Исполнительная власть Дурнасуинского района',
    },
    { az: 'Durnasu RİH', en: 'Durnasu District ExCom', ru: 'ИВ Дурнасуинского района' },
  ),
  body(
    'education',
    'state_body',
    'state',
    {
      az: 'Durnasu Rayon Təhsil Şöbəsi',
      en: 'Durnasu District Education Department',
      ru: 'Отдел образования Дурнасуинского района',
    },
    { az: 'Təhsil Şöbəsi', en: 'Education Department', ru: 'Отдел образования' },
  ),
  body(
    'health',
    'state_body',
    'state',
    {
      az: 'Durnasu Rayon Səhiyyə Şöbəsi',
      en: 'Durnasu District Health Department',
      ru: 'Отдел здравоохранения Дурнасуинского района',
    },
    { az: 'Səhiyyə Şöbəsi', en: 'Health Department', ru: 'Отдел здравоохранения' },
  ),
  body(
    'employment',
    'state_body',
    'state',
    {
      az: 'Durnasu Rayon Məşğulluq Şöbəsi',
      en: 'Durnasu District Employment Department',
      ru: 'Отдел занятости Дурнасуинского района',
    },
    { az: 'Məşğulluq Şöbəsi', en: 'Employment Department', ru: 'Отдел занятости' },
  ),
  body(
    'eservices',
    'state_body',
    'state',
    {
      az: 'Durnasu Rayon Elektron Xidmətlər Masası',
      en: 'Durnasu District E-services Desk',
      ru: 'Служба электронных услуг Дурнасуинского района',
    },
    { az: 'Elektron Xidmətlər Masası', en: 'E-services Desk', ru: 'Служба электронных услуг' },
  ),
  body(
    'statistics',
    'state_body',
    'state',
    {
      az: 'Durnasu Rayon Statistika Şöbəsi',
      en: 'Durnasu District Statistics Department',
      ru: 'Отдел статистики Дурнасуинского района',
    },
    { az: 'Statistika Şöbəsi', en: 'Statistics Department', ru: 'Отдел статистики' },
  ),
];

const WITHOUT_SEAT: readonly DemoBody[] = [
  body(
    'public_council',
    'public_council',
    null,
    {
      az: 'Durnasu Rayon İcra Hakimiyyəti yanında İctimai Şura',
      en: 'Public Council at the Durnasu District Executive Authority',
      ru: 'Общественный совет при Исполнительной власти Дурнасуинского района',
    },
    { az: 'İctimai Şura', en: 'Public Council', ru: 'Общественный совет' },
  ),
  body(
    'qosaqepik',
    'company',
    null,
    {
      az: '“Qoşaqəpik” Ödəniş Terminalları MMC',
      en: '“Qoşaqəpik” Payment Terminals LLC',
      ru: 'ООО «Гошагяпик», платёжные терминалы',
    },
    { az: '“Qoşaqəpik” MMC', en: 'Qoşaqəpik LLC', ru: 'ООО «Гошагяпик»' },
  ),
];

/** Standing municipalities sit in the platform; the two that were merged are kept with their last day. */
const MUNICIPALITIES: readonly DemoBody[] = DEMO_MUNICIPALITIES.map((m) => ({
  ...body(m.key, 'municipality', m.validTo === null ? 'municipality' : null, m.name, m.name),
  communities: m.communities,
  validFrom: m.validFrom,
  validTo: m.validTo,
  predecessors: m.predecessors,
}));

export const CDC_PLACES: readonly CouncilPlace[] = [
  'cemenarx',
  'tutlubend',
  'ucsoyud',
  'agdurna',
  'goyqamis',
  'nergizcala',
  'lalecol',
  'gunesqobu',
];

const COUNCILS: readonly DemoBody[] = DEMO_COMMUNITIES.filter((c) =>
  (CDC_PLACES as readonly CommunityKey[]).includes(c.key),
).map((c) => ({
  ...body(
    `cdc_${c.key as CouncilPlace}`,
    'cdc',
    'cdc',
    {
      az: `${c.name.az} İcma İnkişaf Şurası`,
      en: `${c.name.en} Community Development Council`,
      ru: `Совет развития общины ${c.name.ru}`,
    },
    { az: `${c.name.az} İİŞ`, en: `${c.name.en} CDC`, ru: `СРО ${c.name.ru}` },
  ),
  communities: [c.key],
}));

/** One in every community; they belong to the ExCom, which holds the seat. */
const REPRESENTATIONS: readonly DemoBody[] = DEMO_COMMUNITIES.map((c) => ({
  ...body(
    `rep_${c.key}`,
    'excom_representation',
    null,
    {
      az: `Durnasu RİH-in ${c.name.az} kənd inzibati ərazi dairəsi üzrə icra nümayəndəliyi`,
      en: `Representation of the Durnasu District ExCom in the ${c.name.en} administrative territory`,
      ru: `Представительство Исполнительной власти Дурнасуинского района по административно-территориальному округу ${c.name.ru}`,
    },
    {
      az: `${c.name.az} icra nümayəndəliyi`,
      en: `${c.name.en} ExCom representation`,
      ru: `Представительство ИВ, ${c.name.ru}`,
    },
  ),
  communities: [c.key],
}));

export const CDC_KEYS: readonly CdcKey[] = CDC_PLACES.map((place): CdcKey => `cdc_${place}`);
export const REPRESENTATION_KEYS: readonly RepresentationKey[] = DEMO_COMMUNITIES.map(
  (c): RepresentationKey => `rep_${c.key}`,
);
/** The five that exist today. */
export const MUNICIPALITY_KEYS: readonly MunicipalityKey[] = DEMO_MUNICIPALITIES.filter((m) => m.validTo === null).map(
  (m) => m.key,
);

export const DEMO_BODIES: readonly DemoBody[] = [
  ...NGOS,
  ...STATE_BODIES,
  ...MUNICIPALITIES,
  ...COUNCILS,
  ...WITHOUT_SEAT,
  ...REPRESENTATIONS,
];
