import type { Texts } from '#core/i18n/texts.ts';
import type { Outcome } from '../schema.ts';

/** Made-up words of made-up residents, without names. Days are counted from the first day of the consultation. */
export interface DemoComment {
  readonly on: number;
  readonly article: string | null;
  readonly text: string;
  /** The moderator read it so many days later; left out: it waits. */
  readonly read?: number;
}

export interface DemoResponse {
  /** Index of the comment, or of the group (after all comments). */
  readonly to: number;
  readonly on: number;
  readonly outcome: Outcome;
  readonly reason: Texts;
}

export const CLOSED = {
  days: 15,
  words: {
    az: 'İclasa dəvət müddətini uzatmaq təklif olunur. Sizcə, 14 gün kifayətdirmi, gündəlik nə qədər əvvəl gəlməlidir?',
    en: 'It is proposed to invite earlier to meetings. Are 14 days enough, and how early should the agenda come?',
    ru: 'Предлагается раньше приглашать на заседания. Достаточно ли 14 дней и за сколько дней нужна повестка?',
  } satisfies Texts,
  comments: [
    {
      on: 1,
      article: '6.3',
      text: '14 gün yaxşıdır, amma gündəlik kənd lövhəsindən də asılsın, hamıda internet yoxdur.',
      read: 1,
    },
    { on: 3, article: '6.3', text: 'Gündəliyi qabaqcadan kitabxanada və lövhədə görmək istəyirik.', read: 1 },
    { on: 5, article: null, text: 'Qaydaların qısa, bir səhifəlik izahı olsa, başa düşmək asan olar.', read: 2 },
    { on: 8, article: '6.3', text: 'Təcili iclasa 3 gün azdır, biçin vaxtı gələ bilmirik.', read: 1 },
  ] satisfies readonly DemoComment[],
  group: {
    of: [0, 1],
    gist: {
      az: 'Gündəlik kənddə, lövhədə və kitabxanada da asılsın.',
      en: 'The agenda should also hang on the village board and in the library.',
      ru: 'Повестку нужно вывешивать и в селе: на доске и в библиотеке.',
    } satisfies Texts,
  },
  responses: [
    {
      ...{ to: 4, on: 17, outcome: 'accepted' },
      reason: {
        az: 'Katib hər gündəliyi icma lövhələri üçün çap edib göndərir; bu, iclasa hazırlıq siyahısına salınıb.',
        en: 'The secretary prints every agenda for the community boards; it is on the list of preparations.',
        ru: 'Секретарь печатает каждую повестку для досок общин; это внесено в список подготовки.',
      },
    },
    {
      ...{ to: 2, on: 18, outcome: 'beyond' },
      reason: {
        az: 'Qısa izah qaydaların mətni deyil. Onu maarifləndirmə işçi qrupu hazırlayır.',
        en: 'A short explanation is not part of the rules. The working group on awareness prepares it.',
        ru: 'Краткое объяснение не входит в правила. Его готовит рабочая группа по просвещению.',
      },
    },
    {
      ...{ to: 3, on: 18, outcome: 'not' },
      reason: {
        az: 'Təcili iclas yalnız gecikdirilə bilməyən məsələ üçündür; daha uzun müddət onu mənasız edərdi. Rəyi yazılı göndərmək olar.',
        en: 'An urgent meeting is only for what cannot wait; a longer notice would defeat it. One can send an opinion in writing.',
        ru: 'Срочное заседание только для того, что не терпит; больший срок лишил бы его смысла. Мнение можно прислать письменно.',
      },
    },
  ] satisfies readonly DemoResponse[],
} as const;

export const OPEN = {
  /** Sent to the members, and open, so many days from the day of loading. */
  ...{ sent: -7, from: -6, until: 15 },
  title: {
    az: 'Etik davranış qaydaları',
    en: 'Rules of ethical conduct',
    ru: 'Правила этичного поведения',
  } satisfies Texts,
  office: {
    az: 'etik davranış üzrə işçi qrupu',
    en: 'working group on ethical conduct',
    ru: 'рабочая группа по этичному поведению',
  } satisfies Texts,
  words: {
    az: 'Platformanın üzvləri özlərini necə aparmalıdır? Hədiyyələr və maraqlar haqqında maddələrə xüsusilə baxmağınızı xahiş edirik.',
    en: 'How should members of the platform conduct themselves? Please look above all at the articles on gifts and interests.',
    ru: 'Как должны вести себя члены площадки? Просим посмотреть прежде всего статьи о подарках и интересах.',
  } satisfies Texts,
  articles: [
    article('1', 'Məqsəd', 'Purpose', 'Цель', [
      'Bu qaydalar üzvlərin bir-birinə və sakinlərə münasibətini müəyyən edir.',
      'These rules say how members treat each other and residents.',
      'Эти правила говорят, как члены относятся друг к другу и к жителям.',
    ]),
    article('2', 'Hədiyyələr', 'Gifts', 'Подарки', [
      'Üzv platformadakı vəzifəsinə görə 50 manatdan baha hədiyyə qəbul etmir.',
      'A member takes no gift worth more than 50 manats because of the work in the platform.',
      'Член не принимает подарков дороже 50 манатов за работу на площадке.',
    ]),
    article('3', 'Maraqların toqquşması', 'Conflict of interest', 'Конфликт интересов', [
      'Marağı olan üzv bunu əvvəlcədən bildirir və səsvermədə iştirak etmir.',
      'A member who has an interest says so beforehand and does not vote.',
      'Член, у которого есть интерес, заранее сообщает об этом и не голосует.',
    ]),
  ],
  comments: [
    {
      on: 1,
      article: '2',
      text: '50 manat çoxdur. Kənddə bir qutu çay da hədiyyə sayılır, heç nə qəbul edilməsin.',
      read: 1,
    },
    { on: 2, article: '3', text: 'Maraq elan olunanda sakinlər də görməlidir, yalnız iclasdakılar yox.', read: 1 },
    { on: 5, article: '2', text: 'Bayramda plov paylaşmaq hədiyyə sayılırmı? Bunu aydın yazın.' },
  ] satisfies readonly DemoComment[],
} as const;

function article(number: string, az: string, en: string, ru: string, words: readonly [string, string, string]) {
  return { number, heading: { az, en, ru }, words: { az: words[0], en: words[1], ru: words[2] } };
}
