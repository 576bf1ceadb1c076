/**
 * The read-only record "Sabirabad 2017, as reported" and, beside it, the record of 2022. FACTS from published accounts:
 * figures stand as printed, without bases, because the accounts give none (25 percent of 50 people is not a whole
 * person); nothing here is computed and nobody named here says anything in the invented part of the demonstration.
 */
import type { Words } from '#modules/places/demo/words.ts';

export interface ReportedSource {
  readonly title: Words;
  readonly url: string;
}

export interface ReportedFinding {
  readonly key: string;
  readonly statement: Words;
  /** As printed. */
  readonly printed: Words;
  /** What the account leaves open, or adds. */
  readonly remark: Words | null;
  readonly source: ReportedSource;
}

export const SOURCE_2017: ReportedSource = {
  title: {
    az: 'Təşəbbüs barədə 2017-ci il məlumatı: “Open Government in the Rural Areas of Azerbaijan”, opengovpartnership.org',
    en: 'Account of the initiative, 2017: “Open Government in the Rural Areas of Azerbaijan”, opengovpartnership.org',
    ru: 'Сообщение об инициативе, 2017 год: «Open Government in the Rural Areas of Azerbaijan», opengovpartnership.org',
  },
  url: 'https://www.opengovpartnership.org/stories/open-government-in-the-rural-areas-of-azerbaijan',
};

export const AS_REPORTED: Words = {
  az: '2017-ci ildə dərc olunduğu kimi; cavab verənlərin sayı göstərilməyib',
  en: 'As reported in 2017; the number of people who answered was not published',
  ru: 'Как сообщалось в 2017 году; число ответивших не опубликовано',
};

export const RECORD_2017 = {
  slug: 'sabirabad-2017',
  name: {
    az: 'Sabirabad, 2017-ci il: dərc olunduğu kimi',
    en: 'Sabirabad 2017, as reported',
    ru: 'Сабирабад, 2017 год: как сообщалось',
  },
  summary: {
    az: 'Yerli dialoq platformasının 2017-ci ildə Sabirabadda yaradılması barədə dərc olunmuş məlumat. Burada yalnız mənbədə yazılanlar var: plan, qiymətləndirmə, adlar və səslər yoxdur.',
    en: 'What was published on the founding of a local dialogue platform in Sabirabad in 2017. Only what the source says stands here: no plan, no evaluation, no names, no votes.',
    ru: 'Опубликованные сведения о создании местной платформы диалога в Сабирабаде в 2017 году. Здесь только то, что есть в источнике: без плана, оценок, имён и голосов.',
  },
  event: {
    date: '2017-05-19',
    place: { az: 'Sabirabad', en: 'Sabirabad', ru: 'Сабирабад' },
    title: {
      az: 'Yerli səviyyədə “Açıq hökumətin təşviqi” təşəbbüsünə həsr olunmuş təsis yığıncağı',
      en: 'Founding event of the “Initiative for the Promotion of Open Government at Local Level”',
      ru: 'Учредительное собрание инициативы «Продвижение открытого правительства на местном уровне»',
    },
    attended: {
      az: 'Sabirabad, Saatlı və İmişli rayon icra hakimiyyətlərinin rəsmiləri, yerli özünüidarə orqanları, QHT-lər, 13 icmadan icra nümayəndələri, bələdiyyə və icma inkişaf şuralarının üzvləri',
      en: 'Officials of the Sabirabad, Saatli and Imishli executive committees, local government bodies, NGOs, ExCom representatives from 13 communities, members of municipalities and of community development councils',
      ru: 'Должностные лица исполнительных властей Сабирабадского, Саатлинского и Имишлинского районов, органы местного самоуправления, НПО, представители исполнительной власти из 13 общин, члены муниципалитетов и советов развития общин',
    },
  },
  proposedBy: {
    az: '“Ümid” Sosial İnkişafa Dəstək İctimai Birliyi',
    en: '“Umid” Support to Social Development Public Union',
    ru: 'Общественное объединение поддержки социального развития «Умид»',
  },
  supportedBy: {
    az: 'Avrasiya Əməkdaşlıq Fondu; proqramı Niderland Krallığının Xarici İşlər Nazirliyi maliyyələşdirib',
    en: 'Eurasia Partnership Foundation, under a programme funded by the Ministry of Foreign Affairs of the Netherlands',
    ru: 'Фонд партнёрства «Евразия», по программе, которую финансировало Министерство иностранных дел Нидерландов',
  },
  composition: { ngo: 4, state: 6, municipality: 5, cdc: 8 },
  members: 23,
  next: {
    az: 'Platforma bir ay ərzində vətəndaşların qərarlarda iştirakı, yerli qurumların və bələdiyyələrin hesabatlılığı və şəffaflığı, icmaların elektron xidmətlərə çıxışı üzrə yerli Fəaliyyət Planı hazırlamağı qarşısına məqsəd qoyub.',
    en: 'The platform gave itself one month to draft a local Action Plan on citizens’ participation in decisions, accountability and transparency of local bodies and municipalities, and access of communities to e-services.',
    ru: 'Платформа поставила себе целью за месяц подготовить местный план действий: участие граждан в решениях, подотчётность и прозрачность местных органов и муниципалитетов, доступ общин к электронным услугам.',
  },
  source: SOURCE_2017,
} as const satisfies { readonly name: Words; readonly summary: Words; readonly [more: string]: unknown };

export const ADOPTED_2017: readonly { readonly title: Words; readonly date: string; readonly how: Words }[] = [
  {
    title: { az: 'Reqlament', en: 'Rules of Procedure', ru: 'Регламент' },
    date: '2017-05-19',
    how: {
      az: 'Yığıncaqda səsvermə ilə qəbul olunub; səslərin sayı bildirilməyib.',
      en: 'Adopted by vote at the event; the count was not reported.',
      ru: 'Принят голосованием на собрании; число голосов не сообщалось.',
    },
  },
  {
    title: { az: 'Anlaşma Memorandumu', en: 'Memorandum of Understanding', ru: 'Меморандум о взаимопонимании' },
    date: '2017-05-19',
    how: {
      az: 'Yığıncaqda səsvermə ilə qəbul olunub; səslərin sayı bildirilməyib.',
      en: 'Adopted by vote at the event; the count was not reported.',
      ru: 'Принят голосованием на собрании; число голосов не сообщалось.',
    },
  },
];

export const RESEARCH_2017 = {
  communities: 15,
  respondents: 50,
  drawnFrom: { cbo: 15, ngo: 4, excomRepresentations: 15, enterprises: 5 },
  pointsCovered: { value: 6, of: 11 },
  blocks: [
    {
      az: 'Təşəbbüs və plan barədə məlumatlılıq',
      en: 'Awareness of the initiative and the plan',
      ru: 'Осведомлённость об инициативе и плане',
    },
    {
      az: 'Elektron xidmətlər və informasiya əldə edilməsi',
      en: 'E-services and access to information',
      ru: 'Электронные услуги и доступ к информации',
    },
    {
      az: 'Vətəndaş cəmiyyəti və ictimai iştirak',
      en: 'Civil society and public participation',
      ru: 'Гражданское общество и общественное участие',
    },
    {
      az: 'Bələdiyyələrin işinin gücləndirilməsi',
      en: 'Strengthening of municipal work',
      ru: 'Усиление работы муниципалитетов',
    },
    {
      az: 'Korrupsiyanın qarşısının alınması barədə məlumatlılıq',
      en: 'Awareness on stopping corruption',
      ru: 'Осведомлённость о пресечении коррупции',
    },
  ],
  caution: {
    az: 'Respondentlər təsadüfi seçilməyib və faizlərin hansı saydan hesablandığı yazılmayıb: 50 nəfərin 25 faizi tam ədəd deyil. Ona görə rəqəmlər olduğu kimi verilir, hesablanmış nəticə sayılmır və intervalı göstərilmir.',
    en: 'The respondents were not drawn at random and the account does not say what the percentages are of: 25 percent of 50 people is not a whole number. The figures are therefore given as printed, are not a computed result and have no interval.',
    ru: 'Респонденты отобраны не случайно, и не указано, от какого числа взяты проценты: 25 процентов от 50 человек не целое число. Поэтому цифры приводятся как напечатаны, расчётным результатом не считаются и интервала не имеют.',
  },
} as const satisfies { readonly blocks: readonly Words[]; readonly caution: Words; readonly [more: string]: unknown };

export const RECOMMENDED_2017: readonly { readonly text: Words; readonly source: ReportedSource }[] = [
  {
    text: {
      az: 'Vətəndaşlar, icra hakimiyyətləri, bələdiyyələr və özəl qurumlarla maarifləndirmə görüşləri, broşür və bukletlər',
      en: 'Awareness events with citizens, ExComs, municipalities and private bodies, with brochures and booklets',
      ru: 'Просветительские встречи с гражданами, исполнительной властью, муниципалитетами и частными организациями, брошюры и буклеты',
    },
    source: SOURCE_2017,
  },
  {
    text: {
      az: 'Elektron hökumət portalı, elektron xidmətlər və korrupsiyanın qarşısının alınması üzrə təlimlər, dəyirmi masalar və görüşlər',
      en: 'Trainings, round tables and meetings on the e-government portal, e-services and stopping corruption',
      ru: 'Обучение, круглые столы и встречи о портале электронного правительства, электронных услугах и пресечении коррупции',
    },
    source: SOURCE_2017,
  },
  {
    text: {
      az: 'Hədəf icmalarda ödəniş terminalları',
      en: 'Payment terminals in the target communities',
      ru: 'Платёжные терминалы в целевых общинах',
    },
    source: SOURCE_2017,
  },
  {
    text: { az: 'Yerli dialoq platforması', en: 'A local dialogue platform', ru: 'Местная платформа диалога' },
    source: SOURCE_2017,
  },
  {
    text: { az: 'Sosial media səhifələri', en: 'Social media pages', ru: 'Страницы в социальных сетях' },
    source: SOURCE_2017,
  },
];
