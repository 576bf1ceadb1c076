/** The invented forum's 23 seats in four groups, and what happened to them since the founding. Days count from loading. */
import { type BodyKey, DEMO_BODIES, type SeatGroup } from '#modules/places/demo/bodies.ts';
import type { Days, Words } from '#modules/places/demo/words.ts';

export const DEMO_FOUNDING = {
  number: 'təsis yığıncağının 1 nömrəli protokolu (nümunə)',
  reason: 'Təsis yığıncağı tərkibi səsvermə ilə təsdiq edib.',
} as const;

export interface DemoGroup {
  readonly key: SeatGroup;
  readonly name: Words;
  /** In the order of the seats. */
  readonly members: readonly BodyKey[];
}

const membersOf = (group: SeatGroup): readonly BodyKey[] =>
  DEMO_BODIES.filter((body) => body.seat === group).map((body) => body.key);

export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    key: 'ngo',
    name: {
      az: 'Qeyri-hökumət təşkilatları',
      en: 'Non-governmental organisations',
      ru: 'Неправительственные организации',
    },
    members: membersOf('ngo'),
  },
  {
    key: 'state',
    name: { az: 'Dövlət qurumları', en: 'State bodies', ru: 'Государственные органы' },
    members: membersOf('state'),
  },
  {
    key: 'municipality',
    name: { az: 'Bələdiyyələr', en: 'Municipalities', ru: 'Муниципалитеты' },
    members: membersOf('municipality'),
  },
  {
    key: 'cdc',
    name: { az: 'İcma inkişaf şuraları', en: 'Community development councils', ru: 'Советы развития общин' },
    members: membersOf('cdc'),
  },
];

/** The office that speaks for a member of each group. */
export const DEMO_OFFICES: Readonly<Record<SeatGroup, { readonly representative: Words; readonly alternate: Words }>> =
  {
    ngo: {
      representative: { az: 'İdarə heyətinin sədri', en: 'Chair of the board', ru: 'Председатель правления' },
      alternate: { az: 'Layihələr üzrə koordinator', en: 'Project coordinator', ru: 'Координатор проектов' },
    },
    state: {
      representative: { az: 'Müdir müavini', en: 'Deputy head', ru: 'Заместитель руководителя' },
      alternate: { az: 'Baş məsləhətçi', en: 'Senior adviser', ru: 'Главный советник' },
    },
    municipality: {
      representative: { az: 'Bələdiyyə sədri', en: 'Head of the municipality', ru: 'Председатель муниципалитета' },
      alternate: { az: 'Bələdiyyə üzvü', en: 'Member of the municipality', ru: 'Член муниципалитета' },
    },
    cdc: {
      representative: { az: 'Şuranın sədri', en: 'Chair of the council', ru: 'Председатель совета' },
      alternate: { az: 'Şuranın üzvü', en: 'Member of the council', ru: 'Член совета' },
    },
  };

/** Of these members nobody was named as alternate. */
export const DEMO_WITHOUT_ALTERNATE: readonly BodyKey[] = ['statistics', 'cdc_lalecol', 'cdc_ucsoyud'];

/** First speaks whom a visitor looks through. */
export const DEMO_FIRST: BodyKey = 'mun_pambiqarx';

export const DEMO_LETTER = 'qurumun məktubu (nümunə məlumatı)';

/** An alternate left the office and another was named a week later, entered some days afterwards. */
export const DEMO_CHANGE: { readonly of: BodyKey; readonly left: Days; readonly next: Days; readonly entered: Days } = {
  of: 'education',
  left: -96,
  next: -89,
  entered: -80,
};

/** A member that earns from a company on which the platform decides. */
export const DEMO_INTEREST: {
  readonly of: BodyKey;
  readonly about: BodyKey;
  readonly on: Days;
  readonly words: string;
} = {
  of: 'mun_pambiqarx',
  about: 'qosaqepik',
  on: -70,
  words: 'Bələdiyyə binasının bir otağı şirkətə icarəyə verilib.',
};
