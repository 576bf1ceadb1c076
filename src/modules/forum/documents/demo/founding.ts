/**
 * How the forum of the demonstration founded itself, made up: a procedure sent with the invitation, both documents
 * adopted by vote of the assembly, and one change later, as its own article asks.
 */
import type { SeatGroup } from '#modules/places/demo/bodies.ts';
import type { Words } from '#modules/places/demo/words.ts';

/** Days between the invitation and the assembly. */
export const INVITED_BEFORE = 15;

export const FOUNDING_WORDS = {
  place: { az: 'Durnasu, mədəniyyət evi', en: 'Durnasu, house of culture', ru: 'Дурнасу, дом культуры' },
  initiators: {
    az: 'dörd yerli QHT-nin təşəbbüs qrupu',
    en: 'the initiative group of the four local NGOs',
    ru: 'инициативная группа четырёх местных НПО',
  },
  counters: {
    az: 'hər təmsilçilik qrupundan bir nəfərdən ibarət hesablama komissiyası',
    en: 'a counting commission with one person from each constituency',
    ru: 'счётная комиссия — по одному человеку от каждой группы представительства',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Why each group was invited. */
export const WHY: Readonly<Record<SeatGroup, Words>> = {
  ngo: {
    az: 'rayonda icmalarla işləyir',
    en: 'works with communities of the district',
    ru: 'работает с общинами района',
  },
  state: {
    az: 'planın tədbirlərini icra edir',
    en: 'carries out measures of the plan',
    ru: 'выполняет меры плана',
  },
  municipality: { az: 'sakinlərə hesabat verir', en: 'reports to the residents', ru: 'отчитывается перед жителями' },
  cdc: { az: 'icmanın səsini çatdırır', en: 'brings the voice of its community', ru: 'доносит голос своей общины' },
};

/** In which capacity a group signs. */
export const SIGNED_AS: Readonly<Record<SeatGroup, Words>> = {
  ngo: { az: 'idarə heyətinin sədri', en: 'chair of the board', ru: 'председатель правления' },
  state: { az: 'rəhbər', en: 'head', ru: 'руководитель' },
  municipality: { az: 'bələdiyyənin sədri', en: 'chair of the municipality', ru: 'председатель муниципалитета' },
  cdc: { az: 'şuranın sədri', en: 'chair of the council', ru: 'председатель совета' },
};

/** The vote on its own procedure, and those on both documents. */
export const FIRST_VOTE = { present: 21, for: 21, against: 0, abstain: 0 } as const;
export const ADOPTED = {
  rules: { item: 2, present: 21, for: 19, against: 1, abstain: 1 },
  memorandum: { item: 3, present: 21, for: 21, against: 0, abstain: 0 },
} as const;

export const TITLES = {
  rules: {
    az: 'Durnasu dialoq platformasının Reqlamenti',
    en: 'Rules of Procedure of the Durnasu Dialogue Platform',
    ru: 'Регламент платформы диалога Дурнасу',
  },
  memorandum: {
    az: 'Durnasu dialoq platformasının Anlaşma Memorandumu',
    en: 'Memorandum of Understanding of the Durnasu Dialogue Platform',
    ru: 'Меморандум о взаимопонимании платформы диалога Дурнасу',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The one change so far: councils asked for more time before a meeting. Days are counted from the founding. */
export const CHANGE = {
  proposed: 120,
  adopted: 140,
  members: 4,
  reason: {
    az: 'İcma inkişaf şuraları iclasa hazırlaşmaq üçün daha çox vaxt istədi',
    en: 'The community development councils asked for more time to prepare for a meeting',
    ru: 'Советы развития общин попросили больше времени на подготовку к заседанию',
  } satisfies Words,
  article: '6.3',
  notice: 14,
  words: {
    az: 'Üzvlər iclasa 14 gün, təcili iclasa isə 3 gün əvvəl dəvət olunurlar. Gündəlik və sənədlər ən azı 5 gün əvvəl göndərilir.',
    en: 'Members are invited 14 days before the meeting, to an urgent one 3 days before. The agenda and the papers are sent at least 5 days before.',
    ru: 'Членов приглашают за 14 дней до заседания, на срочное — за 3 дня. Повестку и бумаги рассылают не позднее чем за 5 дней.',
  } satisfies Words,
  agenda: 5,
  /** By group, in the order of the constituencies. */
  votes: {
    ngo: { present: 4, for: 4, against: 0, abstain: 0 },
    state: { present: 5, for: 4, against: 1, abstain: 0 },
    municipality: { present: 4, for: 3, against: 0, abstain: 1 },
    cdc: { present: 8, for: 8, against: 0, abstain: 0 },
  },
} as const;

/** "minutes No 1, item 2" */
export const minutesOf = (number: number, item: number): Words => ({
  az: `${number} nömrəli protokol, ${item}-ci məsələ`,
  en: `minutes No ${number}, item ${item}`,
  ru: `протокол № ${number}, пункт ${item}`,
});
