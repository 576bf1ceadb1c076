/** What the executors of 1.1 report and what civil society finds. */
import type { DemoEvaluation, DemoUpdate } from '../shape.ts';

export const TERMINALS_UPDATES: readonly DemoUpdate[] = [
  {
    by: ['excom'],
    on: -106,
    state: 'under_way',
    text: {
      az: 'Dörd icmada terminal quraşdırılıb: Pambıqarx, Ağdurna, Çəmənarx və Qarğıçala. Qalan yerlər üzrə operatorla danışıqlar davam edir.',
      en: 'Terminals stand in four communities: Pambigarkh, Aghdurna, Chamanarkh and Gargichala. Talks with the operator on the other places go on.',
      ru: 'Терминалы установлены в четырёх общинах: Памбыгарх, Агдурна, Чеменарх и Гаргычала. Переговоры с оператором по остальным местам продолжаются.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Operatorun razılıq məktubu',
          en: 'Letter of consent from the operator',
          ru: 'Письмо-согласие оператора',
        },
        file: 'operatorun-raziliq-mektubu.pdf',
        pages: 2,
      },
    ],
    way: 'account',
  },
  {
    by: ['excom'],
    on: -52,
    state: 'complete',
    text: {
      az: 'Səkkiz icmada səkkiz terminal mağazalara təhvil verilib. Sonuncu təhvil-təslim aktı son tarixdən iki gün sonra imzalanıb.',
      en: 'Eight terminals were handed over to shops in eight communities. The last delivery act was signed two days after the due date.',
      ru: 'Восемь терминалов переданы магазинам в восьми общинах. Последний акт приёма-передачи подписан через два дня после срока.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Təhvil-təslim aktı, 4 səhifə',
          en: 'Delivery act, 4 pages',
          ru: 'Акт приёма-передачи, 4 страницы',
        },
        file: 'tehvil-teslim-akti.pdf',
        pages: 4,
      },
      {
        kind: 'photo',
        title: {
          az: 'Yovşanqobu: mağazanın girişində yeni terminal',
          en: 'Yovshangobu: the new terminal at the entrance of the shop',
          ru: 'Йовшангобу: новый терминал у входа в магазин',
        },
        community: 'yovsanqobu',
      },
      {
        kind: 'photo',
        title: {
          az: 'Qarğıçala: terminalın yanında sakinlər üçün təlimat',
          en: 'Gargichala: instructions for residents beside the terminal',
          ru: 'Гаргычала: инструкция для жителей рядом с терминалом',
        },
        community: 'qargicala',
      },
    ],
    way: 'account',
  },
  {
    by: ['qosaqepik'],
    on: -51,
    state: 'under_way',
    text: {
      az: 'Səkkiz terminal çatdırılıb. Beşi şəbəkəyə qoşulub, ikisi üçün bağlantı qurulur, biri mağaza təmir olunduğu üçün qablaşdırmada saxlanılır.',
      en: 'Eight terminals were delivered. Five are connected, two wait for a connection, one stays packed because the shop is under repair.',
      ru: 'Доставлено восемь терминалов. Пять подключены, для двух налаживается связь, один остаётся в упаковке, так как магазин на ремонте.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Qoşulma jurnalından çıxarış',
          en: 'Extract from the connection log',
          ru: 'Выписка из журнала подключений',
        },
        file: 'qosulma-jurnali.pdf',
        pages: 1,
      },
    ],
    way: 'link',
  },
  {
    by: ['mun_cemenarx', 'mun_pambiqarx', 'mun_agdurna', 'mun_qargicala'],
    on: -50,
    state: 'complete',
    text: {
      az: 'Terminal üçün yer ayrılıb, mağaza sahibi ilə yazılı razılıq var.',
      en: 'A place for the terminal is set aside and agreed in writing with the owner of the shop.',
      ru: 'Место для терминала выделено, с владельцем магазина есть письменная договорённость.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Mağaza sahibi ilə yazılı razılıq',
          en: 'Written agreement with the owner of the shop',
          ru: 'Письменное соглашение с владельцем магазина',
        },
        file: 'magaza-ile-raziliq.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
  {
    by: ['mun_yovsanqobu'],
    on: -48,
    state: 'under_way',
    text: {
      az: 'Yovşanqobuda terminal üçün yer ayrılıb. Ağkövşəndə seçilmiş mağaza təmir olunur, başqa yer axtarırıq.',
      en: 'A place is set aside in Yovshangobu. The shop chosen in Aghkovshan is under repair; we are looking for another place.',
      ru: 'В Йовшангобу место выделено. Выбранный магазин в Агкёвшане на ремонте, ищем другое место.',
    },
    evidence: [
      {
        kind: 'photo',
        title: {
          az: 'Ağkövşən: təmir olunan mağaza',
          en: 'Aghkovshan: the shop under repair',
          ru: 'Агкёвшан: магазин на ремонте',
        },
        community: 'agkovsen',
      },
    ],
    way: 'link',
  },
  {
    by: ['qosaqepik'],
    on: -14,
    state: 'under_way',
    text: {
      az: 'Laləçöl və Nərgizçala üçün mobil modemlər alınıb. Bağlantı yaxın üç həftədə qurulacaq.',
      en: 'Mobile modems for Lalachol and Nargizchala have been bought. The connection will work within three weeks.',
      ru: 'Для Лалачёля и Наргизчалы закуплены мобильные модемы. Связь будет налажена в ближайшие три недели.',
    },
    evidence: [
      {
        kind: 'file',
        title: {
          az: 'Modemlərin alış qaiməsi',
          en: 'Purchase note for the modems',
          ru: 'Накладная на покупку модемов',
        },
        file: 'modem-qaimesi.pdf',
        pages: 1,
      },
    ],
    way: 'link',
  },
  {
    by: ['mun_yovsanqobu'],
    on: -13,
    state: 'under_way',
    text: {
      az: 'Ağkövşəndə mağazanın təmiri bitməyib. Terminalı müvəqqəti olaraq məktəbin yanındakı köşkə köçürməyi təklif edirik.',
      en: 'The repair of the shop in Aghkovshan is not finished. We propose to move the terminal to the kiosk beside the school for the time being.',
      ru: 'Ремонт магазина в Агкёвшане не закончен. Предлагаем временно перенести терминал в киоск у школы.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Bələdiyyənin məktubu', en: 'Letter of the municipality', ru: 'Письмо муниципалитета' },
        file: 'belediyye-mektubu.pdf',
        pages: 1,
      },
    ],
    way: 'paper',
  },
];

export const TERMINALS_EVALUATIONS: readonly DemoEvaluation[] = [
  {
    of: ['excom'],
    by: 'durna_qatari',
    observed: { from: -45, to: -42 },
    completion: 'limited',
    verifiable: 'yes',
    openGovernmentLens: 'yes',
    potentialForResults: 'modest',
    earlyResults: null,
    didItOpenGovernment: null,
    text: {
      az: 'Getdiyimiz günlərdə səkkiz terminaldan beşi işləyirdi. Laləçöldə və Nərgizçalada mağazada internet bağlantısı yox idi, Ağkövşəndə terminal qablaşdırmadan çıxarılmamışdı.',
      en: 'On the days of our visits five of eight terminals worked. In Lalachol and Nargizchala the shop had no internet connection; in Aghkovshan the terminal was still in its packaging.',
      ru: 'В дни наших выездов работали пять из восьми терминалов. В Лалачёле и Наргизчале в магазине не было интернета, в Агкёвшане терминал стоял нераспакованным.',
    },
    method: {
      az: 'Səkkiz icmanın hər birinə ayrı-ayrı günlərdə iki dəfə baş çəkmişik, hər terminalda bir sınaq ödənişi etmişik. Qalan yeddi icmadan telefonla soruşmuşuq.',
      en: 'We visited each of the eight communities twice on different days and made one test payment at each terminal. The other seven communities were asked by telephone.',
      ru: 'Каждую из восьми общин мы посетили дважды в разные дни и на каждом терминале сделали пробный платёж. Остальные семь общин опросили по телефону.',
    },
    evidence: [
      {
        kind: 'file',
        title: { az: 'Baxış qeydləri, 8 icma', en: 'Visit notes, 8 communities', ru: 'Записи о выездах, 8 общин' },
        file: 'baxis-qeydleri.pdf',
        pages: 8,
      },
      {
        kind: 'photo',
        title: {
          az: 'Ağkövşən: qablaşdırmadan çıxarılmamış terminal',
          en: 'Aghkovshan: the terminal, still packed',
          ru: 'Агкёвшан: терминал в упаковке',
        },
        community: 'agkovsen',
      },
    ],
    sentForReply: -40,
    extended: null,
    reply: {
      on: -34,
      text: {
        az: 'Operator bağlantının altı həftə ərzində qurulacağını yazılı şəkildə bildirib. Ağkövşən barədə qeydi qəbul edirik: terminal mağazanın təmiri bitən kimi işə salınacaq.',
        en: 'The operator has told us in writing that the connection will work within six weeks. We accept the note on Aghkovshan: the terminal will be switched on as soon as the shop is repaired.',
        ru: 'Оператор письменно сообщил, что связь будет налажена в течение шести недель. Замечание по Агкёвшану принимаем: терминал включат, как только закончится ремонт магазина.',
      },
    },
  },
  {
    of: ['qosaqepik'],
    by: 'durna_qatari',
    observed: { from: -45, to: -42 },
    completion: 'substantial',
    verifiable: 'yes',
    openGovernmentLens: 'yes',
    potentialForResults: 'modest',
    earlyResults: null,
    didItOpenGovernment: null,
    text: {
      az: 'Operator vəziyyəti olduğu kimi bildirib: bizim saydığımız beş işlək terminal onun jurnalındakı ilə eynidir.',
      en: 'The operator reported the state as it is: the five working terminals that we counted are those in its log.',
      ru: 'Оператор сообщил о положении как есть: пять работающих терминалов, которые мы насчитали, те же, что в его журнале.',
    },
    method: {
      az: 'Operatorun qoşulma jurnalı yerində aparılmış baxışın qeydləri ilə tutuşdurulub.',
      en: 'The operator’s connection log was compared with the notes of our visits.',
      ru: 'Журнал подключений оператора сверен с записями выездов.',
    },
    evidence: [
      {
        kind: 'observation',
        title: {
          az: 'Jurnal ilə baxış qeydlərinin tutuşdurulması',
          en: 'Comparison of the log with the visit notes',
          ru: 'Сверка журнала с записями выездов',
        },
        by: 'durna_qatari',
        on: -41,
      },
    ],
    sentForReply: -40,
    extended: null,
    reply: {
      on: -37,
      text: { az: 'Nəticə ilə razıyıq.', en: 'We agree with the result.', ru: 'С результатом согласны.' },
    },
  },
];
