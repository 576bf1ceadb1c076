/** 2.3: amended by decision with another lead executor and a new date; reported, not assessed. */
import { MUNICIPALITY_KEYS } from '#modules/places/demo/bodies.ts';
import { COMMUNITY_KEYS } from '#modules/places/demo/district.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';

export const ETHICS_TRAINING: DemoMeasure = {
  number: '2.3',
  aim: 2,
  title: {
    az: 'Bələdiyyə qulluqçuları üçün etik davranış təlimi',
    en: 'Training in ethical conduct for municipal staff',
    ru: 'Обучение муниципальных служащих этическому поведению',
  },
  text: {
    az: 'Beş bələdiyyənin qulluqçuları və üzvləri üçün etik davranış, maraqların toqquşması və vətəndaşlarla ünsiyyət mövzularında təlimlərin keçirilməsi, hər bələdiyyədə etik davranış məsələləri üzrə məsul şəxsin müəyyən edilməsi və onunla əlaqə vasitəsinin elan olunması.',
    en: 'Staff and members of the five municipalities are trained in ethical conduct, conflicts of interest and dealing with citizens; each municipality names an officer for ethical conduct and announces how to reach that office.',
    ru: 'Провести для служащих и членов пяти муниципалитетов обучение по этическому поведению, конфликту интересов и общению с гражданами; в каждом муниципалитете определить ответственного за этическое поведение и объявить, как с ним связаться.',
  },
  problem: {
    az: 'Bələdiyyələrin heç birində etik davranış məsələləri üzrə məsul şəxs elan olunmamışdı, sakinlər narazılığını kimə deyəcəyini bilmirdi.',
    en: 'No municipality had announced an officer for ethical conduct; residents did not know whom to tell of a grievance.',
    ru: 'Ни в одном муниципалитете не был объявлен ответственный за этическое поведение, жители не знали, кому сообщить о недовольстве.',
  },
  askedBy: { findings: ['reports'], recommendation: 'trainings' },
  localises: '6.2',
  legalBasis: null,
  starts: -200,
  due: -30,
  executors: [lead('education'), ...co(MUNICIPALITY_KEYS)],
  communities: COMMUNITY_KEYS,
  indicators: [
    {
      key: 'people_trained',
      title: {
        az: 'Təlim keçmiş qulluqçuların və üzvlərin sayı',
        en: 'Number of staff and members trained',
        ru: 'Число обученных служащих и членов муниципалитетов',
      },
      unit: { az: 'nəfər', en: 'people', ru: 'человек' },
      baseline: {
        value: 0,
        on: -243,
        source: {
          az: 'Bələdiyyələrin yazılı məlumatı',
          en: 'Written information of the municipalities',
          ru: 'Письменные сведения муниципалитетов',
        },
        finding: null,
      },
      targets: [{ value: 60, by: -30 }],
      actuals: [
        {
          value: 22,
          on: -18,
          voice: 'executor',
          by: 'sozun_unvani',
          source: {
            az: 'İştirakçıların qeydiyyat vərəqi',
            en: 'Attendance sheet',
            ru: 'Лист регистрации участников',
          },
        },
      ],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Təlim proqramının hazırlanması',
        en: 'Programme of the training ready',
        ru: 'Подготовка программы обучения',
      },
      due: -45,
      done: -50,
      owner: 'sozun_unvani',
    },
    {
      title: { az: 'Birinci təlim', en: 'First training', ru: 'Первое обучение' },
      due: -20,
      done: -23,
      owner: 'sozun_unvani',
    },
    {
      title: { az: 'İkinci və üçüncü təlim', en: 'Second and third training', ru: 'Второе и третье обучение' },
      due: 90,
      done: null,
      owner: 'sozun_unvani',
    },
  ],
  budget: {
    minor: 210_000,
    currency: 'AZN',
    source: { az: 'Platformanın ümumi büdcəsi', en: 'Common budget of the platform', ru: 'Общий бюджет платформы' },
  },
  ogpValues: ['accountability'],
  tags: ['Capacity Building', 'Anti-Corruption and Integrity', 'Subnational'],
  amendments: [
    {
      decision: 14,
      decided: -92,
      effective: -85,
      reason: {
        az: 'Təhsil Şöbəsində bu mövzu üzrə təlimçi olmadığı və “Sözün Ünvanı” İctimai Birliyi təlimləri aparmağa yazılı razılıq verdiyi üçün əsas icraçı dəyişdirilir və son tarix uzadılır.',
        en: 'The Education Department has no trainer in this subject and the Sözün Ünvanı Public Union has agreed in writing to hold the trainings: the lead executor is replaced and the due date is moved.',
        ru: 'В Отделе образования нет преподавателя по этой теме, а общественное объединение «Сёзюн Унваны» письменно согласилось провести обучение: ответственный исполнитель заменён, срок продлён.',
      },
      due: { from: -30, to: 120 },
      target: { indicator: 'people_trained', from: { value: 60, by: -30 }, to: { value: 60, by: 120 } },
      executors: { removed: [lead('education')], added: [lead('sozun_unvani')] },
    },
  ],
  withdrawal: null,
  updates: [
    {
      by: ['education'],
      on: -104,
      state: 'not_started',
      text: {
        az: 'Bu mövzu üzrə təlimçimiz yoxdur. İcraçının dəyişdirilməsini xahiş edirik.',
        en: 'We have no trainer in this subject. We ask that another executor be named.',
        ru: 'Преподавателя по этой теме у нас нет. Просим заменить исполнителя.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Təhsil Şöbəsinin məktubu',
            en: 'Letter of the Education Department',
            ru: 'Письмо Отдела образования',
          },
          file: 'tehsil-sobesinin-mektubu.pdf',
          pages: 1,
        },
      ],
      way: 'account',
    },
    {
      by: ['sozun_unvani'],
      on: -18,
      state: 'under_way',
      text: {
        az: 'Üç təlimdən birincisi keçirilib, beş bələdiyyədən 22 nəfər iştirak edib. Dörd bələdiyyədə məsul şəxs müəyyən olunub.',
        en: 'The first of three trainings was held with 22 people from the five municipalities. Four municipalities have named an officer.',
        ru: 'Проведено первое обучение из трёх, участвовали 22 человека из пяти муниципалитетов. В четырёх муниципалитетах определён ответственный.',
      },
      evidence: [
        {
          kind: 'event',
          title: {
            az: 'Etik davranış üzrə təlim',
            en: 'Training in ethical conduct',
            ru: 'Обучение этическому поведению',
          },
          on: -23,
          community: 'pambiqarx',
          women: 7,
          men: 15,
        },
      ],
      way: 'account',
    },
    {
      by: MUNICIPALITY_KEYS,
      on: -17,
      state: 'under_way',
      text: {
        az: 'Qulluqçularımız birinci təlimdə iştirak edib. Qalanlar növbəti təlimlərə yazılıb.',
        en: 'Our staff took part in the first training. The others are down for the next ones.',
        ru: 'Наши служащие участвовали в первом обучении. Остальные записаны на следующие.',
      },
      evidence: [
        {
          kind: 'file',
          title: {
            az: 'Təlimə yazılanların siyahısı (vəzifələr)',
            en: 'List of those enrolled (by post)',
            ru: 'Список записавшихся (по должностям)',
          },
          file: 'telime-yazilanlar.pdf',
          pages: 1,
        },
      ],
      way: 'link',
    },
  ],
  evaluations: [],
};
