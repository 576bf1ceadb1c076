/** The living forum of the demonstration and its local Action Plan: month 8 of 20 on the day of loading. */
import type { Days, Words } from '#modules/places/demo/words.ts';
import { COUNCIL_SECTION } from './measures/council-section.ts';
import { ETHICS_TRAINING } from './measures/ethics-training.ts';
import { HELPERS_AT_DESKS } from './measures/helpers-at-desks.ts';
import { INFORMATION_HELP } from './measures/information-help.ts';
import { MOBILE_DAYS } from './measures/mobile-days.ts';
import { NOTICE_BOARDS } from './measures/notice-boards.ts';
import { OPEN_EVENINGS } from './measures/open-evenings.ts';
import { OPEN_MEETINGS } from './measures/open-meetings.ts';
import { PORTAL_MEETINGS } from './measures/portal-meetings.ts';
import { REPORTS_TO_VOTERS } from './measures/reports-to-voters.ts';
import { SOCIAL_PAGES } from './measures/social-pages.ts';
import { TERMINALS } from './measures/terminals.ts';
import type { DemoMeasure } from './shape.ts';

export const DEMO_FORUM = {
  slug: 'durnasu',
  name: {
    az: 'Durnasu rayonu Hökumət–Vətəndaş Cəmiyyəti Dialoqu Platforması',
    en: 'Government–Civil Society Dialogue Platform of Durnasu District',
    ru: 'Платформа диалога правительства и гражданского общества Дурнасуинского района',
  },
  short: { az: 'Durnasu dialoq platforması', en: 'Durnasu dialogue platform', ru: 'Платформа диалога Дурнасу' },
  motto: {
    az: 'Hökumət və vətəndaş cəmiyyəti bir masa arxasında',
    en: 'Government and civil society at one table',
    ru: 'Правительство и гражданское общество за одним столом',
  },
  /** Founding assembly. */
  founded: -334,
  coordinator: 'arxboyu',
  seats: { ngo: 4, state: 6, municipality: 5, cdc: 8 },
} as const satisfies {
  readonly slug: string;
  readonly name: Words;
  readonly short: Words;
  readonly motto: Words;
  readonly founded: Days;
  readonly coordinator: string;
  readonly seats: Readonly<Record<string, number>>;
};

/** The file's one sentence: what the loader prints on every generated page of evidence. */
export const DEMO_FILE_NOTICE: Words = {
  az: 'Bu sənəd nümunə məlumatıdır və heç bir real quruma aid deyil.',
  en: 'This document is demonstration data and concerns no real body.',
  ru: 'Этот документ содержит демонстрационные данные и не относится ни к одной реальной организации.',
};

export interface DemoDecision {
  readonly number: number;
  readonly on: Days;
  readonly title: Words;
  readonly present: number;
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number };
}

export const DEMO_DECISIONS: readonly DemoDecision[] = [
  {
    number: 1,
    on: -334,
    title: {
      az: 'Platformanın Reqlamentinin qəbul edilməsi haqqında',
      en: 'On the adoption of the rules of procedure of the platform',
      ru: 'О принятии регламента платформы',
    },
    present: 22,
    votes: { for: 22, against: 0, abstained: 0 },
  },
  {
    number: 2,
    on: -334,
    title: {
      az: 'Anlaşma Memorandumunun qəbul edilməsi haqqında',
      en: 'On the adoption of the memorandum of understanding',
      ru: 'О принятии меморандума о взаимопонимании',
    },
    present: 22,
    votes: { for: 21, against: 0, abstained: 1 },
  },
  {
    number: 5,
    on: -307,
    title: {
      az: 'Yerli Fəaliyyət Planının hazırlanmasına başlanılması haqqında',
      en: 'On the beginning of work on the local Action Plan',
      ru: 'О начале подготовки местного плана действий',
    },
    present: 20,
    votes: { for: 20, against: 0, abstained: 0 },
  },
  {
    number: 7,
    on: -250,
    title: {
      az: 'Yerli Fəaliyyət Planının qəbul edilməsi haqqında',
      en: 'On the adoption of the local Action Plan',
      ru: 'О принятии местного плана действий',
    },
    present: 22,
    votes: { for: 21, against: 0, abstained: 1 },
  },
  {
    number: 11,
    on: -165,
    title: {
      az: '1.1 tədbirində dəyişiklik edilməsi və 1.4 tədbirinin plandan çıxarılması haqqında',
      en: 'On the amendment of measure 1.1 and the withdrawal of measure 1.4',
      ru: 'Об изменении меры 1.1 и исключении меры 1.4 из плана',
    },
    present: 21,
    votes: { for: 18, against: 2, abstained: 1 },
  },
  {
    number: 14,
    on: -92,
    title: {
      az: '2.3 tədbirində əsas icraçının və son tarixin dəyişdirilməsi haqqında',
      en: 'On the lead executor and the due date of measure 2.3',
      ru: 'О замене ответственного исполнителя и срока меры 2.3',
    },
    present: 20,
    votes: { for: 19, against: 0, abstained: 1 },
  },
];

export interface DemoRecommendation {
  readonly key: string;
  readonly text: Words;
}

/** What the survey before the plan recommended; every measure answers one of these. */
export const DEMO_RECOMMENDATIONS: readonly DemoRecommendation[] = [
  {
    key: 'awareness',
    text: {
      az: 'Vətəndaşlar, RİH, bələdiyyələr və özəl qurumlarla maarifləndirmə görüşləri keçirmək, broşür və bukletlər paylamaq',
      en: 'Hold awareness meetings with citizens, the ExCom, municipalities and private bodies; hand out brochures and leaflets',
      ru: 'Проводить просветительские встречи с гражданами, исполнительной властью, муниципалитетами и частными организациями, раздавать брошюры и буклеты',
    },
  },
  {
    key: 'trainings',
    text: {
      az: 'Elektron Hökumət portalı, elektron xidmətlər və korrupsiyanın qarşısının alınması üzrə təlimlər, dəyirmi masalar və görüşlər təşkil etmək',
      en: 'Hold trainings, round tables and meetings on the Electronic Government portal, e-services and stopping corruption',
      ru: 'Организовать обучение, круглые столы и встречи о портале электронного правительства, электронных услугах и пресечении коррупции',
    },
  },
  {
    key: 'terminals',
    text: {
      az: 'Hədəf icmalarda ödəniş terminalları quraşdırmaq',
      en: 'Install payment terminals in the target communities',
      ru: 'Установить платёжные терминалы в целевых общинах',
    },
  },
  {
    key: 'platform',
    text: {
      az: 'Yerli dialoq platforması yaratmaq',
      en: 'Create a local dialogue platform',
      ru: 'Создать местную платформу диалога',
    },
  },
  {
    key: 'social_media',
    text: {
      az: 'Bələdiyyələrin və icma təşkilatlarının sosial media səhifələrini yaratmaq',
      en: 'Create social media pages of municipalities and community organisations',
      ru: 'Создать страницы муниципалитетов и общинных организаций в социальных сетях',
    },
  },
];

export interface DemoAim {
  readonly number: 1 | 2 | 3;
  readonly text: Words;
}

export interface DemoPoint {
  readonly number: 1 | 2 | 3 | 4;
  readonly title: Words;
  readonly measures: readonly DemoMeasure[];
}

export const DEMO_PLAN = {
  slug: 'local',
  title: {
    az: 'Durnasu rayonunda açıq hökumətin təşviqinə dair Yerli Fəaliyyət Planı',
    en: 'Local Action Plan for the Promotion of Open Government in Durnasu District',
    ru: 'Местный план действий по продвижению открытого правительства в Дурнасуинском районе',
  },
  short: { az: 'Yerli Fəaliyyət Planı', en: 'Local Action Plan', ru: 'Местный план действий' },
  summary: {
    az: '15 icma üçün 12 tədbir. Planı 23 üzvlü platforma səsvermə ilə qəbul edib. Hər birini iki səs müşayiət edir: icraçının bildirdiyi və vətəndaş cəmiyyətinin gördüyü.',
    en: 'Twelve measures for 15 communities, adopted by vote of a platform of 23 members. Two voices follow each of them: what the executor reports and what civil society finds.',
    ru: '12 мер для 15 общин. План принят голосованием платформы из 23 членов. О каждой говорят два голоса: что сообщает исполнитель и что видит гражданское общество.',
  },
  drafted: -307,
  consultation: { from: -300, to: -272, meetings: 6, proposals: 41, answered: 41 },
  adopted: { on: -250, decision: 7 },
  starts: -243,
  ends: 366,
  /** Every executor whose work is not complete reports by these days. */
  reportsDue: [-103, -12, 80, 171, 262, 380],
  /** From the rules of procedure: working days the executor has to reply before an evaluation is published. */
  reply: { workingDays: 10, extensionWorkingDays: 5, extensions: 1 },
} as const satisfies {
  readonly slug: string;
  readonly title: Words;
  readonly short: Words;
  readonly summary: Words;
  readonly drafted: Days;
  readonly consultation: Readonly<Record<'from' | 'to' | 'meetings' | 'proposals' | 'answered', number>>;
  readonly adopted: { readonly on: Days; readonly decision: number };
  readonly starts: Days;
  readonly ends: Days;
  readonly reportsDue: readonly Days[];
  readonly reply: Readonly<Record<'workingDays' | 'extensionWorkingDays' | 'extensions', number>>;
};

export const DEMO_AIMS: readonly DemoAim[] = [
  {
    number: 1,
    text: {
      az: 'İcmaların elektron xidmətlərə çıxışını yaxşılaşdırmaq',
      en: 'Improve the access of communities to e-services',
      ru: 'Улучшить доступ общин к электронным услугам',
    },
  },
  {
    number: 2,
    text: {
      az: 'Yerli icra orqanlarının və bələdiyyələrin hesabatlılığını və şəffaflığını artırmaq',
      en: 'Make local executive bodies and municipalities more accountable and transparent',
      ru: 'Повысить подотчётность и прозрачность местных органов исполнительной власти и муниципалитетов',
    },
  },
  {
    number: 3,
    text: {
      az: 'Vətəndaşların qərarların qəbulunda iştirakını genişləndirmək',
      en: 'Widen the part that citizens take in decisions',
      ru: 'Расширить участие граждан в принятии решений',
    },
  },
];

export const DEMO_POINTS: readonly DemoPoint[] = [
  {
    number: 1,
    title: {
      az: 'Elektron xidmətlərin hər icmaya çatdırılması',
      en: 'E-services within reach of every community',
      ru: 'Электронные услуги в каждой общине',
    },
    measures: [TERMINALS, HELPERS_AT_DESKS, PORTAL_MEETINGS, MOBILE_DAYS],
  },
  {
    number: 2,
    title: {
      az: 'Hesabat verən və cavab verən bələdiyyələr',
      en: 'Municipalities that report and answer',
      ru: 'Муниципалитеты, которые отчитываются и отвечают',
    },
    measures: [REPORTS_TO_VOTERS, SOCIAL_PAGES, ETHICS_TRAINING],
  },
  {
    number: 3,
    title: {
      az: 'Məlumatlı və fəal sakinlər',
      en: 'Residents who know and take part',
      ru: 'Жители, которые знают и участвуют',
    },
    measures: [OPEN_MEETINGS, INFORMATION_HELP, COUNCIL_SECTION],
  },
  {
    number: 4,
    title: {
      az: 'Korrupsiyanın qarşısının alınması barədə maarifləndirmə',
      en: 'Knowing how to stop corruption',
      ru: 'Просвещение о предотвращении коррупции',
    },
    measures: [OPEN_EVENINGS, NOTICE_BOARDS],
  },
];

export const DEMO_MEASURES: readonly DemoMeasure[] = DEMO_POINTS.flatMap((point) => point.measures);
