/** Rounds of the invented forum. Days are counted from the day of loading; all of it is made up. */
import type { Texts } from '#core/i18n/texts.ts';
import type { Declaration } from '../rounds/schema.ts';
import type { DemoGroup } from './interviews.ts';

type Said = Pick<Declaration, 'title' | 'method' | 'modes'>;

interface DemoRound extends Said {
  readonly declared: number;
  readonly from: number;
  readonly until: number;
}

/** Asked, closed and published. */
export const DEMO_FIRST = {
  ...{ declared: -333, from: -331, until: -316, closed: -314, published: -310 },
  title: {
    az: 'Kəndlərdə nə bilinir: birinci sorğu',
    en: 'What is known in the villages: first survey',
    ru: 'Что знают в сёлах: первый опрос',
  },
  method: {
    az: 'Hər icmada icra nümayəndəsindən, fəal sakindən və daha bir-iki nəfərdən soruşulub. Müsahiblər təsadüfən yox, vəzifəsinə və fəallığına görə seçilib.',
    en: 'In each community the representative of the Executive Committee, an active resident and one or two others were asked. They were chosen for their office and activity, not by chance.',
    ru: 'В каждой общине опрошены представитель исполнительной власти, активный житель и ещё один-два человека. Их выбирали по должности и активности, а не случайно.',
  },
  modes: ['phone', 'desk'],
} as const satisfies DemoRound & Readonly<Record<string, unknown>>;

/** The same communities again in the first year of the plan, published too: beside the first one. */
export const DEMO_SECOND = {
  ...{ declared: -52, from: -46, until: -31, closed: -30, published: -28 },
  title: {
    az: 'Kəndlərdə nə bilinir: ikinci sorğu',
    en: 'What is known in the villages: second survey',
    ru: 'Что знают в сёлах: второй опрос',
  },
  method: {
    az: 'Birinci sorğunun keçirildiyi 15 icmada həmin qruplardan soruşulub. Müsahiblər yenə təsadüfən yox, vəzifəsinə və fəallığına görə seçilib.',
    en: 'The same groups were asked in the 15 communities of the first survey. Again they were chosen for their office and activity, not by chance.',
    ru: 'Опрошены те же группы в 15 общинах первого опроса. Их снова выбирали по должности и активности, а не случайно.',
  },
  modes: ['phone', 'desk'],
} as const satisfies DemoRound & Readonly<Record<string, unknown>>;

/** The same communities once more, going on today; whoever likes tries the form. */
export const DEMO_THIRD = {
  ...{ declared: -12, from: -6, until: 15, asked: 17 },
  title: {
    az: 'Kəndlərdə nə bilinir: üçüncü sorğu',
    en: 'What is known in the villages: third survey',
    ru: 'Что знают в сёлах: третий опрос',
  },
  method: {
    az: 'Əvvəlki sorğuların keçirildiyi icmalarda həmin qruplardan soruşulur. Müsahiblər təsadüfən seçilmir; keçid vasitəsilə də cavab vermək olar.',
    en: 'The same groups are asked in the communities of the earlier surveys. Respondents are not chosen by chance; one may also answer by the link.',
    ru: 'Опрашиваются те же группы в общинах прежних опросов. Респондентов выбирают не случайно; ответить можно и по ссылке.',
  },
  modes: ['phone', 'link', 'kiosk', 'paper', 'desk'],
} as const satisfies DemoRound & Readonly<Record<string, unknown>>;

export const DEMO_CONSENT: Texts = {
  az: 'İştirak könüllüdür. Adınız soruşulmur. İstəmədiyiniz suala cavab verməyə bilərsiniz. Nəticələr yalnız ümumi saylarla dərc olunur.',
  en: 'Taking part is voluntary. Your name is not asked. You may leave any question unanswered. Results are published only as totals.',
  ru: 'Участие добровольное. Имя не спрашивают. На любой вопрос можно не отвечать. Результаты публикуются только общими числами.',
};

/** What the first round found, beside its figures. */
export const DEMO_FOUND: Texts = {
  az: 'Təşəbbüsdən əsasən icra nümayəndələri və QHT üzvləri xəbərdardır. Ödəniş terminalı 15 icmadan yalnız ikisindədir.',
  en: 'It is mostly representatives of the Executive Committee and members of NGOs who have heard of the initiative. Only two of the 15 communities have a payment terminal.',
  ru: 'Об инициативе знают в основном представители исполнительной власти и члены НПО. Платёжный терминал есть только в двух общинах из 15.',
};

/** What the second round found. */
export const DEMO_FOUND_AGAIN: Texts = {
  az: 'Həmin icmalarda soruşulanlardan daha çoxu təşəbbüsdən xəbərdardır: 50 nəfərdən 24-ü, əvvəl 13-ü idi. Ödəniş terminalı artıq 15 icmadan beşindədir.',
  en: 'In the same communities more of those asked have heard of the initiative: 24 of 50, before 13. Five of the 15 communities now have a payment terminal.',
  ru: 'В тех же общинах об инициативе знает больше опрошенных: 24 из 50, раньше 13. Платёжный терминал есть уже в пяти общинах из 15.',
};

/** The finding about those who have heard of the initiative, of each published round. */
export const DEMO_AWARE: Readonly<Record<'first' | 'second', Texts>> = {
  first: {
    az: 'Plandan əvvəl soruşulan 50 nəfərdən 13-ü açıq hökumət təşəbbüsündən və plandan xəbərdar idi',
    en: 'Before the plan 13 of the 50 people asked had heard of the open government initiative and the plan',
    ru: 'До плана об инициативе открытого правительства и плане слышали 13 из 50 опрошенных',
  },
  second: {
    az: 'Planın birinci ilində soruşulan 50 nəfərdən 24-ü açıq hökumət təşəbbüsündən və plandan xəbərdardır',
    en: 'In the first year of the plan 24 of the 50 people asked have heard of the open government initiative and the plan',
    ru: 'В первый год плана об инициативе открытого правительства и плане слышали 24 из 50 опрошенных',
  },
};
/** The number of the local plan that they give: measure and the words of its indicator. */
export const DEMO_INDICATOR = {
  text: 'Açıq hökumət təşəbbüsündən və plandan xəbərdar olan respondentlərin payı',
  bound: { first: -240, second: -27 },
} as const;

export const DEMO_GROUP_NAMES: Readonly<Record<DemoGroup, { readonly name: Texts; readonly wanted: number }>> = {
  representative: {
    name: {
      az: 'İcra nümayəndələri',
      en: 'Representatives of the Executive Committee',
      ru: 'Представители исполнительной власти',
    },
    wanted: 15,
  },
  activist: { name: { az: 'Fəal sakinlər', en: 'Active residents', ru: 'Активные жители' }, wanted: 15 },
  ngo: { name: { az: 'QHT üzvləri', en: 'Members of NGOs', ru: 'Члены НПО' }, wanted: 8 },
  resident: { name: { az: 'Sakinlər', en: 'Residents', ru: 'Жители' }, wanted: 12 },
};
