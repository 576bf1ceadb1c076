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
  ...{ declared: -90, from: -82, until: -66, closed: -62, published: -55 },
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

/** The same communities again, going on today; whoever likes tries the form. */
export const DEMO_SECOND = {
  ...{ declared: -12, from: -6, until: 15, asked: 17 },
  title: {
    az: 'Kəndlərdə nə bilinir: ikinci sorğu',
    en: 'What is known in the villages: second survey',
    ru: 'Что знают в сёлах: второй опрос',
  },
  method: {
    az: 'Birinci sorğunun keçirildiyi icmalarda həmin qruplardan soruşulur. Müsahiblər təsadüfən seçilmir; keçid vasitəsilə də cavab vermək olar.',
    en: 'The same groups are asked in the communities of the first survey. Respondents are not chosen by chance; one may also answer by the link.',
    ru: 'Опрашиваются те же группы в общинах первого опроса. Респондентов выбирают не случайно; ответить можно и по ссылке.',
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
