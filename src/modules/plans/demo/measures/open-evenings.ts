/** 4.1: nobody has reported, so nobody could assess. */
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';

export const OPEN_EVENINGS: DemoMeasure = {
  number: '4.1',
  aim: 3,
  title: {
    az: 'İctimai Şura ilə açıq axşamlar',
    en: 'Open evenings with the Public Council',
    ru: 'Открытые вечера с Общественным советом',
  },
  text: {
    az: 'Üç icma qrupunun hər birində rübdə bir dəfə sakinlərin iştirakı ilə açıq axşamın keçirilməsi, korrupsiyanın qarşısının alınması yollarının və korrupsiya halı barədə hara və necə məlumat verilməsinin izah edilməsi.',
    en: 'Once a quarter an open evening with residents is held in each of the three groups of communities; it is explained how corruption is prevented and where and how a case of corruption can be reported.',
    ru: 'Раз в квартал в каждой из трёх групп общин проводить открытый вечер с участием жителей, разъяснять, как предотвращается коррупция, куда и как сообщить о её случае.',
  },
  problem: {
    az: 'Rəy sorğusunda korrupsiyanın qarşısının alınmasına dair suallar vardı, amma cavablar rəqəmlə dərc olunmayıb. Təlim və görüşlərə ehtiyac isə aydın göstərilib.',
    en: 'The survey asked about stopping corruption, but no figure was published. It said clearly that trainings and meetings are needed.',
    ru: 'В опросе были вопросы о пресечении коррупции, но цифры не опубликованы. При этом ясно сказано, что нужны обучение и встречи.',
  },
  askedBy: { findings: [], recommendation: 'trainings' },
  localises: null,
  legalBasis: null,
  starts: -200,
  due: 97,
  executors: [lead('public_council'), ...co(['sozun_unvani'])],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'evenings_held',
      title: {
        az: 'Keçirilmiş açıq axşamların sayı',
        en: 'Number of open evenings held',
        ru: 'Число проведённых открытых вечеров',
      },
      unit: { az: 'axşam', en: 'evenings', ru: 'вечеров' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Belə görüş əvvəllər olmayıb',
          en: 'There had been no such evening before',
          ru: 'Раньше таких вечеров не было',
        },
        finding: null,
      },
      targets: [{ value: 9, by: 97 }],
      actuals: [],
    },
    {
      key: 'know_where_to_report',
      title: {
        az: 'Korrupsiya halı barədə hara məlumat veriləcəyini bilən respondentlərin payı',
        en: 'Share of respondents who know where to report a case of corruption',
        ru: 'Доля респондентов, знающих, куда сообщить о случае коррупции',
      },
      unit: { az: '%', en: '%', ru: '%' },
      baseline: {
        value: null,
        on: -316,
        source: {
          az: 'Plandan əvvəlki rəy sorğusunda bu sual üzrə rəqəm yoxdur',
          en: 'The survey before the plan gives no figure on this question',
          ru: 'В опросе до плана цифры по этому вопросу нет',
        },
        finding: null,
      },
      targets: [{ value: 60, by: 366 }],
      actuals: [],
    },
  ],
  milestones: [
    {
      title: { az: 'Birinci açıq axşam', en: 'First open evening', ru: 'Первый открытый вечер' },
      due: -110,
      done: null,
      owner: 'public_council',
    },
  ],
  budget: null,
  ogpValues: ['accountability', 'participation'],
  tags: ['Anti-Corruption and Integrity', 'Public Participation', 'Subnational'],
  amendments: [],
  withdrawal: null,
  updates: [],
  evaluations: [],
};
