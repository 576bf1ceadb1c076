/** What the invented forum asks of members, and who applied. Days count from loading. */
import { type BodyKey, DEMO_BODIES } from '#modules/places/demo/bodies.ts';
import type { Days, Words } from '#modules/places/demo/words.ts';

export const DEMO_CRITERIA: {
  readonly items: readonly Words[];
  readonly days: number;
  readonly body: BodyKey;
  readonly source: string;
} = {
  items: [
    {
      az: 'Rayonda fəaliyyət göstərir və ya rayonun sakinlərini təmsil edir.',
      en: 'Works in the district or represents people who live in it.',
      ru: 'Работает в районе или представляет его жителей.',
    },
    {
      az: 'Öz qrupunun üzvləri tərəfindən dəstəklənir.',
      en: 'Is supported by the members of its group.',
      ru: 'Поддержана участниками своей группы.',
    },
    {
      az: 'Planın tədbirlərindən gəlir götürmür.',
      en: 'Earns nothing from the measures of the plan.',
      ru: 'Не получает дохода от мероприятий плана.',
    },
  ],
  days: 15,
  body: 'arxboyu',
  source: 'Reqlament, maddə 2.3 (nümunə)',
};

export interface DemoApplication {
  readonly of: BodyKey;
  /** Of which group, by its place in the list. */
  readonly group: number;
  readonly on: Days;
  readonly paper: string | null;
  readonly words: string;
  readonly answer: { readonly on: Days; readonly decision: string; readonly reason: string } | null;
}

export const DEMO_APPLICATIONS: readonly DemoApplication[] = [
  {
    ...{ of: 'qosaqepik', group: 0, on: -64, paper: '21/4' },
    words: 'Şirkət rayonda ödəniş terminalları quraşdırır və icmaların ehtiyaclarını bilir.',
    answer: {
      ...{ on: -50, decision: 'qərar 6 (nümunə)' },
      reason:
        'Birinci tələb ödənilir: şirkət rayonda işləyir. İkinci tələb ödənilmir: QHT-lər dəstəkləmir. Üçüncü tələb ödənilmir: şirkət terminalların quraşdırılmasından gəlir götürür. İclaslara müşahidəçi kimi dəvət olunur.',
    },
  },
  {
    ...{ of: 'public_council', group: 1, on: -5, paper: null },
    words: 'İctimai Şura rayon sakinlərinin rəyini toplayır və platformada müzakirələrə qoşulmaq istəyir.',
    answer: null,
  },
];

export const demoName = (key: BodyKey): string => DEMO_BODIES.find((body) => body.key === key)!.name.az;
export const demoContact = (key: BodyKey): string => DEMO_BODIES.find((body) => body.key === key)!.contact.email;
