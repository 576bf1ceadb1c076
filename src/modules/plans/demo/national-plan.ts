/**
 * The National Action Plan 2016-2018 of Azerbaijan, as far as it could be recovered: 13 of 58 measures. FACTS, not
 * made up: numbers, executors, deadlines and sources are as found; null means unknown, never "no" and never zero.
 * Titles and indicators are renderings in our own words, not the official text; the source link leads to it.
 */
import type { Words } from '#modules/places/demo/words.ts';

/** `attested`: printed in a source. `derived`: follows from the numbers of measures. `inferred`: our reading. */
export type Basis = 'attested' | 'derived' | 'inferred';

export interface NationalPoint {
  readonly number: number;
  readonly numberBasis: Basis;
  /** English title as listed by OGP; null where it was not recovered. */
  readonly listedTitle: string | null;
  /** Our rendering. */
  readonly title: Words;
  readonly source: string;
}

export type NationalBodyKey =
  | 'cabinet'
  | 'executive_bodies'
  | 'communications_ministry'
  | 'services_agency'
  | 'ngo_council'
  | 'oil_fund'
  | 'extractive_commission';

export interface NationalBody {
  readonly key: NationalBodyKey;
  readonly name: Words;
  /** A whole class of bodies named as one executor. */
  readonly group: boolean;
}

export interface NationalMeasure {
  readonly key: string;
  readonly number: string | null;
  /** Number of the point; null: not recovered. */
  readonly point: number | null;
  readonly rendering: Words;
  readonly indicator: Words | null;
  /** In the order of the source; null: not recovered. The source does not say who leads. */
  readonly executors: readonly NationalBodyKey[] | null;
  /** False: the source breaks off, more executors may follow. */
  readonly executorsComplete: boolean;
  /** As printed. */
  readonly deadline: string | null;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly localExecutor: 'yes' | 'no' | 'unknown';
  readonly note: Words | null;
  readonly source: string;
}

const DOCSBAY = 'https://docsbay.net/national-action-plan-for-2016-2018-on-promotion-of-open-government';
const ERC = 'https://erc.az/detail.php?id=121';
const OGP = 'https://www.opengovpartnership.org/members/azerbaijan/';
const STORY = 'https://www.opengovpartnership.org/stories/open-government-in-the-rural-areas-of-azerbaijan';
const TREND = 'https://az.trend.az/azerbaijan/politics/2658303.html';
const EITI =
  'https://news.az/news/executive-body-on-ensuring-transparency-in-extractive-industry-changed-in-azerbaijan';
const FINANCE = 'https://eurasiahub.khazar.org/en/view_publication/23';

export const RENDERING_MARK: Words = {
  az: 'Öz sözlərimizlə verilib, rəsmi mətn deyil',
  en: 'Rendering in our own words, not the official text',
  ru: 'Изложено нашими словами, это не официальный текст',
};

export const NATIONAL_PLAN = {
  slug: 'nap-2016-2018',
  title: {
    az: 'Açıq hökumətin təşviqinə dair 2016–2018-ci illər üçün Milli Fəaliyyət Planı',
    en: 'National Action Plan for the Promotion of Open Government 2016-2018',
    ru: 'Национальный план действий по продвижению открытого правительства на 2016–2018 годы',
  },
  approved: '2016-04-27',
  startYear: 2016,
  endYear: 2018,
  reported: {
    measures: { value: 58, source: STORY },
    points: { value: 11, source: STORY },
    withLocalExecutors: { value: 25, source: STORY },
    approved: { value: '2016-04-27', source: TREND },
  },
  loaded: 13,
} as const satisfies { readonly title: Words; readonly loaded: number; readonly [more: string]: unknown };

function point(
  number: number,
  numberBasis: Basis,
  listedTitle: string | null,
  title: Words,
  source = OGP,
): NationalPoint {
  return { number, numberBasis, listedTitle, title, source };
}

/** The eleven areas. OGP lists their titles without numbers; the order of 3 and 7 to 11 is our inference. */
export const NATIONAL_POINTS: readonly NationalPoint[] = [
  point(
    1,
    'attested',
    'Improvement of Electronic Services',
    {
      az: 'Elektron xidmətlərin təkmilləşdirilməsi',
      en: 'Improvement of electronic services',
      ru: 'Совершенствование электронных услуг',
    },
    DOCSBAY,
  ),
  point(
    2,
    'derived',
    'Ensuring the Acquisition of Information',
    {
      az: 'İnformasiya əldə edilməsinin təmin olunması',
      en: 'Ensuring the acquisition of information',
      ru: 'Обеспечение получения информации',
    },
    ERC,
  ),
  point(3, 'inferred', 'Supporting the Activities of the Civil Society Members', {
    az: 'Vətəndaş cəmiyyəti üzvlərinin fəaliyyətinin dəstəklənməsi',
    en: 'Support for the work of civil society members',
    ru: 'Поддержка деятельности представителей гражданского общества',
  }),
  point(
    4,
    'derived',
    'Expansion of Public Participation',
    {
      az: 'İctimai iştirakçılığın genişləndirilməsi',
      en: 'Expansion of public participation',
      ru: 'Расширение общественного участия',
    },
    ERC,
  ),
  point(
    5,
    'attested',
    'Ensuring Financial Transparency',
    {
      az: 'Maliyyə şəffaflığının təmin olunması',
      en: 'Ensuring financial transparency',
      ru: 'Обеспечение финансовой прозрачности',
    },
    FINANCE,
  ),
  point(
    6,
    'derived',
    null,
    {
      az: 'Bələdiyyələr (istiqamətin başlığı tapılmayıb)',
      en: 'Municipalities (the title of the area was not recovered)',
      ru: 'Муниципалитеты (название направления не найдено)',
    },
    ERC,
  ),
  point(7, 'inferred', 'Increasing Transparency in Extractive Industries', {
    az: 'Hasilat sənayesində şəffaflığın artırılması',
    en: 'More transparency in the extractive industries',
    ru: 'Повышение прозрачности в добывающих отраслях',
  }),
  point(8, 'inferred', 'Prevention of Corruption and Improvement of Legislation', {
    az: 'Korrupsiyanın qarşısının alınması və qanunvericiliyin təkmilləşdirilməsi',
    en: 'Prevention of corruption and improvement of legislation',
    ru: 'Предупреждение коррупции и совершенствование законодательства',
  }),
  point(9, 'inferred', 'Transparency and Responsibility in Private Sector', {
    az: 'Özəl sektorda şəffaflıq və məsuliyyət',
    en: 'Transparency and responsibility in the private sector',
    ru: 'Прозрачность и ответственность в частном секторе',
  }),
  point(10, 'inferred', 'Awareness and Cooperation', {
    az: 'Maarifləndirmə və əməkdaşlıq',
    en: 'Awareness and cooperation',
    ru: 'Просвещение и сотрудничество',
  }),
  point(11, 'inferred', 'Monitoring of Implementation and Organization of Control', {
    az: 'İcranın monitorinqi və nəzarətin təşkili',
    en: 'Monitoring of implementation and organisation of control',
    ru: 'Мониторинг выполнения и организация контроля',
  }),
];

export const NATIONAL_BODIES: readonly NationalBody[] = [
  {
    key: 'cabinet',
    name: { az: 'Nazirlər Kabineti', en: 'Cabinet of Ministers', ru: 'Кабинет министров' },
    group: false,
  },
  {
    key: 'executive_bodies',
    name: {
      az: 'Mərkəzi və yerli icra hakimiyyəti orqanları',
      en: 'Central and local executive bodies',
      ru: 'Центральные и местные органы исполнительной власти',
    },
    group: true,
  },
  {
    key: 'communications_ministry',
    name: {
      az: 'Rabitə və Yüksək Texnologiyalar Nazirliyi',
      en: 'Ministry of Communications and High Technologies',
      ru: 'Министерство связи и высоких технологий',
    },
    group: false,
  },
  {
    key: 'services_agency',
    name: {
      az: 'Prezident yanında Vətəndaşlara Xidmət və Sosial İnnovasiyalar üzrə Dövlət Agentliyi',
      en: 'State Agency for Public Services and Social Innovations under the President',
      ru: 'Государственное агентство по оказанию услуг гражданам и социальным инновациям при Президенте',
    },
    group: false,
  },
  {
    key: 'ngo_council',
    name: {
      az: 'Prezident yanında Qeyri-Hökumət Təşkilatlarına Dövlət Dəstəyi Şurası',
      en: 'Council of State Support to Non-Governmental Organizations under the President',
      ru: 'Совет государственной поддержки неправительственных организаций при Президенте',
    },
    group: false,
  },
  {
    key: 'oil_fund',
    name: { az: 'Dövlət Neft Fondu', en: 'State Oil Fund (SOFAZ)', ru: 'Государственный нефтяной фонд' },
    group: false,
  },
  {
    key: 'extractive_commission',
    name: {
      az: 'Hasilat Sənayesində Şəffaflıq Komissiyası',
      en: 'Extractive Industries Transparency Commission',
      ru: 'Комиссия по прозрачности в добывающих отраслях',
    },
    group: false,
  },
];

export const NATIONAL_SOURCES = { DOCSBAY, ERC, OGP, STORY, TREND, EITI, FINANCE } as const;
