/** Votes of the invented forum. Days are counted from the day of loading; all of it is made up. */
import type { Texts } from '#core/i18n/texts.ts';

/** What the seats said, one letter each by number: for, against, abstained, not voting, excused, absent. */
export type RollCall = string;

export interface DemoMotion {
  readonly on: number;
  readonly decision: 'ordinary' | 'plan';
  readonly title: Texts;
  readonly words: Texts;
  readonly called: RollCall;
}

/** One adopted by roll call; one that two thirds wanted and one constituency stopped. */
export const DEMO_MOTIONS: readonly DemoMotion[] = [
  {
    ...{ on: -212, decision: 'ordinary' },
    title: {
      az: 'Plan üzrə rüblük görüşlərin kəndlərdə keçirilməsi',
      en: 'Quarterly meetings on the plan are held in the villages',
      ru: 'Ежеквартальные встречи по плану проводятся в сёлах',
    },
    words: {
      az: 'Plan üzrə rüblük görüşlər növbə ilə icmalarda keçirilsin; yer və vaxt ən azı on gün əvvəl elan edilsin.',
      en: 'The quarterly meetings on the plan are held in the communities in turn; place and hour are announced ten days before at least.',
      ru: 'Ежеквартальные встречи по плану проводить в общинах по очереди; место и время объявлять не позднее чем за десять дней.',
    },
    called: 'ffffffaffffffbfffnxfffe',
  },
  {
    ...{ on: -131, decision: 'plan' },
    title: {
      az: 'Yol təmirinə dair tədbirin gələn ilə keçirilməsi',
      en: 'The measure on road repair is moved to next year',
      ru: 'Мера по ремонту дорог переносится на следующий год',
    },
    words: {
      az: 'Fəaliyyət planında yol təmirinə dair tədbirin müddəti bir il uzadılsın.',
      en: 'In the action plan the measure on road repair gets one year more.',
      ru: 'Продлить в плане действий срок меры по ремонту дорог на один год.',
    },
    called: 'aaabffffffffffbfffffffx',
  },
];

/** A secret election on slips, counted by two. */
export const DEMO_ELECTION = {
  on: -118,
  title: {
    az: 'Monitorinq üzrə işçi qrupunun rəhbər təşkilatı',
    en: 'Which organisation leads the working group on monitoring',
    ru: 'Какая организация возглавит рабочую группу по мониторингу',
  },
  words: {
    az: 'Monitorinq üzrə işçi qrupuna rəhbərlik edəcək təşkilat seçilsin.',
    en: 'The organisation that leads the working group on monitoring is chosen.',
    ru: 'Выбрать организацию, которая возглавит рабочую группу по мониторингу.',
  },
  options: [
    { az: '“Durna qatarı” ictimai birliyi', en: 'Public association “Durna qatarı”', ru: 'ОО «Дурна катары»' },
    { az: '“Arxboyu” ictimai birliyi', en: 'Public association “Arxboyu”', ru: 'ОО «Архбою»' },
  ],
  votes: [13, 6],
  blank: 1,
  counters: ['hesablama komissiyası, 3 nömrəli yer', 'hesablama komissiyası, 12 nömrəli yer'],
} as const;

/** A secret election from afar, over: who votes has a paper in the box, one letter a seat for an option, b for blank. */
export const DEMO_SECRET = {
  ...{ on: -45, closes: -40, hour: 18, closed: -39 },
  title: {
    az: 'Platformanı regional görüşdə təmsil edəcək təşkilat',
    en: 'Which organisation speaks for the platform at the regional meeting',
    ru: 'Какая организация представит платформу на региональной встрече',
  },
  words: {
    az: 'Dialoq platformalarının regional görüşündə Durnasu platformasını təmsil edəcək təşkilat seçilsin.',
    en: 'The organisation that speaks for the platform of Durnasu at the regional meeting of dialogue platforms is chosen.',
    ru: 'Выбрать организацию, которая представит платформу Дурнасу на региональной встрече платформ диалога.',
  },
  options: [
    { az: '“Arxboyu” ictimai birliyi', en: 'Public association “Arxboyu”', ru: 'ОО «Архбою»' },
    { az: '“Durna qatarı” ictimai birliyi', en: 'Public association “Durna qatarı”', ru: 'ОО «Дурна катары»' },
  ],
  slips: '1121112b112-11121-12-1',
} as const;

/** Open now, by correspondence: some have voted. */
export const DEMO_OPEN = {
  ...{ on: -2, closes: 5, hour: 18 },
  title: {
    az: 'Sakinlərin suallarına dair yarımillik icmalın dərc edilməsi',
    en: 'A half-yearly overview of residents’ questions is published',
    ru: 'Публиковать полугодовой обзор вопросов жителей',
  },
  words: {
    az: 'Sakinlərin suallarına və cavablara dair icmal ildə iki dəfə, yanvarda və iyulda dərc edilsin.',
    en: 'An overview of residents’ questions and of the answers is published twice a year, in January and in July.',
    ru: 'Публиковать обзор вопросов жителей и ответов дважды в год, в январе и в июле.',
  },
} as const;
