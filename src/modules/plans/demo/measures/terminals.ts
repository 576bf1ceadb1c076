/** 1.1: amended (6 became 8, the date moved); executor "complete", evaluator "limited", with the executor's reply; late. */
import { MUNICIPALITY_KEYS } from '#modules/places/demo/bodies.ts';
import type { Words } from '#modules/places/demo/words.ts';
import { countBefore } from '../findings.ts';
import { co, type DemoMeasure, lead } from '../shape.ts';
import { TERMINALS_EVALUATIONS, TERMINALS_UPDATES } from './terminals-voices.ts';

const TEXT_OF_SIX: Words = {
  az: 'Ödəniş operatorları ilə birlikdə 15 hədəf icmanın ən azı altısında ödəniş terminallarının quraşdırılması, sakinlərin kommunal xidmət haqlarını, kredit və cərimələri rayon mərkəzinə getmədən ödəməsi üçün şərait yaradılması.',
  en: 'Together with the payment operators, payment terminals are installed in at least six of the 15 target communities, so that residents can pay utilities, loans and fines without travelling to the district centre.',
  ru: 'Совместно с платёжными операторами установить платёжные терминалы не менее чем в шести из 15 целевых общин, чтобы жители могли оплачивать коммунальные услуги, кредиты и штрафы, не выезжая в районный центр.',
};

const TEXT_OF_EIGHT: Words = {
  az: 'Ödəniş operatorları ilə birlikdə 15 hədəf icmanın ən azı səkkizində ödəniş terminallarının quraşdırılması, sakinlərin kommunal xidmət haqlarını, kredit və cərimələri rayon mərkəzinə getmədən ödəməsi üçün şərait yaradılması.',
  en: 'Together with the payment operators, payment terminals are installed in at least eight of the 15 target communities, so that residents can pay utilities, loans and fines without travelling to the district centre.',
  ru: 'Совместно с платёжными операторами установить платёжные терминалы не менее чем в восьми из 15 целевых общин, чтобы жители могли оплачивать коммунальные услуги, кредиты и штрафы, не выезжая в районный центр.',
};

export const TERMINALS: DemoMeasure = {
  number: '1.1',
  aim: 1,
  title: {
    az: 'Kəndlərdə ödəniş terminalları',
    en: 'Payment terminals in the villages',
    ru: 'Платёжные терминалы в сёлах',
  },
  text: TEXT_OF_SIX,
  problem: {
    az: 'Plandan əvvəl 15 icmadan yalnız ikisində işlək ödəniş terminalı vardı. Qalan 13 icmanın sakinləri adi bir qəbzi ödəmək üçün rayon mərkəzinə getməli olurdu.',
    en: 'Before the plan only two of the 15 communities had a working payment terminal. Residents of the other 13 had to travel to the district centre to pay an ordinary bill.',
    ru: 'До плана работающий платёжный терминал был только в двух из 15 общин. Жителям остальных 13 приходилось ехать в районный центр, чтобы оплатить обычную квитанцию.',
  },
  askedBy: { findings: ['terminals', 'eservices'], recommendation: 'terminals' },
  localises: '1.2',
  legalBasis: null,
  starts: -243,
  due: -116,
  executors: [lead('excom'), ...co(['qosaqepik', ...MUNICIPALITY_KEYS])],
  communities: ['pambiqarx', 'agdurna', 'cemenarx', 'qargicala', 'yovsanqobu', 'lalecol', 'nergizcala', 'agkovsen'],
  indicators: [
    {
      key: 'communities_with_terminal',
      title: {
        az: 'İşlək ödəniş terminalı olan icmaların sayı',
        en: 'Number of communities with a working payment terminal',
        ru: 'Число общин с работающим платёжным терминалом',
      },
      unit: { az: 'icma', en: 'communities', ru: 'общин' },
      baseline: countBefore('terminals'),
      targets: [{ value: 6, by: -116 }],
      actuals: [
        {
          value: 4,
          on: -106,
          voice: 'executor',
          by: 'excom',
          source: {
            az: 'Operatorun quraşdırma siyahısı',
            en: 'The operator’s list of installations',
            ru: 'Список установок оператора',
          },
        },
        {
          value: 3,
          on: -100,
          voice: 'civil',
          by: 'durna_qatari',
          source: { az: 'Yerində baxış: dörd icma', en: 'Visits to four communities', ru: 'Выезды в четыре общины' },
        },
        {
          value: 8,
          on: -52,
          voice: 'executor',
          by: 'excom',
          source: { az: 'Təhvil-təslim aktı', en: 'Delivery act', ru: 'Акт приёма-передачи' },
        },
        {
          value: 5,
          of: { numerator: 5, n: 15 },
          on: -42,
          voice: 'civil',
          by: 'durna_qatari',
          source: {
            az: 'Səkkiz icmaya iki dəfə baş çəkilib, yeddi icmadan telefonla soruşulub',
            en: 'Eight communities visited twice, seven asked by telephone',
            ru: 'Восемь общин посещены дважды, семь опрошены по телефону',
          },
        },
      ],
    },
    {
      key: 'payments_a_month',
      title: {
        az: 'Terminallarda bir ayda edilən ödənişlərin sayı',
        en: 'Number of payments made at the terminals in a month',
        ru: 'Число платежей через терминалы за месяц',
      },
      unit: { az: 'ödəniş', en: 'payments', ru: 'платежей' },
      baseline: {
        value: null,
        on: -243,
        source: {
          az: 'Plandan əvvəl bu rəqəm toplanmırdı',
          en: 'Before the plan nobody collected this figure',
          ru: 'До плана эти данные не собирались',
        },
        finding: null,
      },
      targets: [{ value: 3000, by: 60 }],
      actuals: [
        {
          value: 1940,
          on: -14,
          voice: 'executor',
          by: 'qosaqepik',
          source: {
            az: 'Operatorun aylıq çıxarışı',
            en: 'The operator’s monthly statement',
            ru: 'Месячная выписка оператора',
          },
        },
      ],
    },
  ],
  milestones: [
    {
      title: {
        az: 'Yerlərin seçilməsi və mağaza sahibləri ilə razılaşma',
        en: 'Places chosen and agreed with the owners of the shops',
        ru: 'Выбор мест и согласование с владельцами магазинов',
      },
      due: -190,
      done: -196,
      owner: 'excom',
    },
    {
      title: {
        az: 'Səkkiz terminalın icmalara çatdırılması',
        en: 'Eight terminals delivered to the communities',
        ru: 'Доставка восьми терминалов в общины',
      },
      due: -70,
      done: -66,
      owner: 'qosaqepik',
    },
    {
      title: {
        az: 'Səkkiz icmada terminalların işə salınması',
        en: 'Terminals working in eight communities',
        ru: 'Запуск терминалов в восьми общинах',
      },
      due: -54,
      done: null,
      owner: 'excom',
    },
    {
      title: {
        az: 'Laləçöldə və Nərgizçalada internet bağlantısının qurulması',
        en: 'Internet connection in Lalachol and Nargizchala',
        ru: 'Подключение интернета в Лалачёле и Наргизчале',
      },
      due: 7,
      done: null,
      owner: 'qosaqepik',
    },
  ],
  budget: {
    minor: 480_000,
    currency: 'AZN',
    source: {
      az: 'Rayon büdcəsi; terminalların dəyərini operator özü ödəyir',
      en: 'District budget; the operator pays for the terminals themselves',
      ru: 'Районный бюджет; сами терминалы оплачивает оператор',
    },
  },
  ogpValues: ['technology', 'information'],
  tags: ['Public Service Delivery', 'Subnational'],
  amendments: [
    {
      decision: 11,
      decided: -165,
      effective: -158,
      reason: {
        az: 'Çıxarılan 1.4 tədbirinin əhatə etdiyi Ağkövşən və Nərgizçala əlavə edildiyi üçün hədəf altıdan səkkizə qaldırılır, son tarix isə operatorun çatdırılma qrafikinə uyğunlaşdırılır.',
        en: 'Aghkovshan and Nargizchala, which the withdrawn measure 1.4 was to serve, are added: the target rises from six to eight and the due date follows the operator’s delivery schedule.',
        ru: 'Добавлены Агкёвшан и Наргизчала, которые охватывала исключённая мера 1.4: целевое значение повышено с шести до восьми, срок приведён в соответствие с графиком поставки оператора.',
      },
      text: { from: TEXT_OF_SIX, to: TEXT_OF_EIGHT },
      due: { from: -116, to: -54 },
      target: {
        indicator: 'communities_with_terminal',
        from: { value: 6, by: -116 },
        to: { value: 8, by: -54 },
      },
    },
  ],
  withdrawal: null,
  updates: TERMINALS_UPDATES,
  evaluations: TERMINALS_EVALUATIONS,
};
