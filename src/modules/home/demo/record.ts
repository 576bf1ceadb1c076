/** The record "Sabirabad 2017, as reported" as facts of a forum: what the accounts say, in their order, nothing more. */
import type { Words } from '#modules/places/demo/words.ts';
import {
  ADOPTED_2017,
  RECOMMENDED_2017,
  RECORD_2017,
  RESEARCH_2017,
  type ReportedFinding,
  type ReportedSource,
  SOURCE_2017,
} from '#modules/plans/demo/record-2017.ts';
import { REPORTED_FINDINGS_2017 } from '#modules/plans/demo/record-2017-findings.ts';
import { RECORD_2022, REPORTED_FINDINGS_2022 } from '#modules/plans/demo/record-2022.ts';
import type { Part } from '../schema.ts';

export interface RecordedFact {
  readonly part: Part;
  readonly title: Words;
  readonly value: Words | null;
  readonly detail: Words | null;
  readonly source: Words;
  readonly sourceUrl: string;
}

/** The same in every language: a number. */
const same = (printed: string | number): Words => ({ az: `${printed}`, en: `${printed}`, ru: `${printed}` });

const fact = (
  part: Part,
  title: Words,
  value: Words | null = null,
  detail: Words | null = null,
  source: ReportedSource = SOURCE_2017,
): RecordedFact => ({ part, title, value, detail, source: source.title, sourceUrl: source.url });

const finding = (part: Part, { statement, printed, remark, source }: ReportedFinding): RecordedFact =>
  fact(part, statement, printed, remark, source);

const GROUPS = {
  ngo: { az: 'yerli QHT', en: 'local NGOs', ru: 'местных НПО' },
  state: { az: 'dövlət qurumu', en: 'state bodies', ru: 'государственных органов' },
  municipality: { az: 'bələdiyyə', en: 'municipalities', ru: 'муниципалитетов' },
  cdc: { az: 'icma inkişaf şurası', en: 'community development councils', ru: 'советов развития общин' },
} as const satisfies Readonly<Record<keyof typeof RECORD_2017.composition, Words>>;
const GROUP_KEYS = ['ngo', 'state', 'municipality', 'cdc'] as const;

const { event, survey } = { event: RECORD_2017.event, survey: RECORD_2022.survey };

const ABOUT: readonly RecordedFact[] = [
  fact('about', RECORD_2017.summary),
  fact('about', { az: 'Təklif edən', en: 'Proposed by', ru: 'Предложило' }, RECORD_2017.proposedBy),
  fact('about', { az: 'Dəstəkləyən', en: 'Supported by', ru: 'Поддержал' }, RECORD_2017.supportedBy),
  fact('about', { az: 'Sonrakı addım', en: 'Next step', ru: 'Следующий шаг' }, null, RECORD_2017.next),
];

const EVENT: readonly RecordedFact[] = [
  fact('event', { az: 'Nə', en: 'What', ru: 'Что' }, event.title),
  fact(
    'event',
    { az: 'Yer və tarix', en: 'Place and date', ru: 'Место и дата' },
    { az: 'Sabirabad, 19 may 2017', en: 'Sabirabad, 19 May 2017', ru: 'Сабирабад, 19 мая 2017 года' },
  ),
  fact('event', { az: 'İştirak edənlər', en: 'Who came', ru: 'Кто участвовал' }, null, event.attended),
];

const COMPOSITION: readonly RecordedFact[] = [
  ...GROUP_KEYS.map((key) => fact('composition', GROUPS[key], same(RECORD_2017.composition[key]))),
  fact('composition', { az: 'üzv cəmi', en: 'members in all', ru: 'членов всего' }, same(RECORD_2017.members)),
];

const DOCUMENTS: readonly RecordedFact[] = ADOPTED_2017.map(({ title, how }) =>
  fact('document', title, { az: '19 may 2017', en: '19 May 2017', ru: '19 мая 2017 года' }, how),
);

const { drawnFrom, pointsCovered, blocks } = RESEARCH_2017;
const SURVEY: readonly RecordedFact[] = [
  fact('survey', { az: 'Hədəf icmalar', en: 'Communities', ru: 'Общины' }, same(RESEARCH_2017.communities)),
  fact('survey', { az: 'Respondentlər', en: 'Respondents', ru: 'Респонденты' }, same(RESEARCH_2017.respondents), {
    az: `${drawnFrom.cbo} icma əsaslı təşkilatdan, ${drawnFrom.ngo} yerli QHT-dən, ${drawnFrom.excomRepresentations} icra nümayəndəliyindən, ${drawnFrom.enterprises} müəssisədən`,
    en: `from ${drawnFrom.cbo} community-based organisations, ${drawnFrom.ngo} local NGOs, ${drawnFrom.excomRepresentations} ExCom representations and ${drawnFrom.enterprises} enterprises`,
    ru: `из ${drawnFrom.cbo} общинных организаций, ${drawnFrom.ngo} местных НПО, ${drawnFrom.excomRepresentations} представительств исполнительной власти и ${drawnFrom.enterprises} предприятий`,
  }),
  fact(
    'survey',
    {
      az: 'Milli planın əhatə olunan istiqamətləri',
      en: 'Areas of the national plan covered',
      ru: 'Охвачено направлений национального плана',
    },
    {
      az: `${pointsCovered.of} istiqamətdən ${pointsCovered.value}-sı`,
      en: `${pointsCovered.value} of ${pointsCovered.of}`,
      ru: `${pointsCovered.value} из ${pointsCovered.of}`,
    },
  ),
  fact('survey', { az: 'Sual blokları', en: 'Blocks of questions', ru: 'Блоки вопросов' }, null, {
    az: blocks.map((block) => block.az).join(' · '),
    en: blocks.map((block) => block.en).join(' · '),
    ru: blocks.map((block) => block.ru).join(' · '),
  }),
  fact(
    'survey',
    { az: 'Ehtiyatla oxuyun', en: 'Read with care', ru: 'Читайте осторожно' },
    null,
    RESEARCH_2017.caution,
  ),
];

/** The wave of 2022 elsewhere: other districts, other people; never a change since 2017. */
const LATER: readonly RecordedFact[] = [
  fact(
    'later',
    { az: 'icmada keçirilib', en: 'communities', ru: 'общин' },
    same(survey.communities),
    RECORD_2022.districts,
    survey.source,
  ),
  fact(
    'later',
    { az: 'respondent', en: 'respondents', ru: 'респондентов' },
    same(survey.respondents),
    {
      az: `${survey.women} qadın, ${survey.men} kişi; ${survey.modes.az}`,
      en: `${survey.women} women, ${survey.men} men; ${survey.modes.en}`,
      ru: `${survey.women} женщин, ${survey.men} мужчин; ${survey.modes.ru}`,
    },
    survey.source,
  ),
  ...REPORTED_FINDINGS_2022.map((one) => finding('later', one)),
  fact(
    'later',
    { az: 'üzv yerli platformada', en: 'members of the local platform', ru: 'членов местной платформы' },
    same(RECORD_2022.members),
    {
      az: GROUP_KEYS.map((key) => `${RECORD_2022.composition[key]} ${GROUPS[key].az}`).join(', '),
      en: GROUP_KEYS.map((key) => `${RECORD_2022.composition[key]} ${GROUPS[key].en}`).join(', '),
      ru: '2 НПО, 4 государственных органа, 4 муниципалитета, 4 совета развития общин',
    },
    RECORD_2022.compositionSource,
  ),
];

export const RECORDED_FACTS: readonly RecordedFact[] = [
  ...ABOUT,
  ...EVENT,
  ...COMPOSITION,
  ...DOCUMENTS,
  ...SURVEY,
  ...REPORTED_FINDINGS_2017.map((one) => finding('finding', one)),
  ...RECOMMENDED_2017.map(({ text, source }) => fact('recommendation', text, null, null, source)),
  ...LATER,
];
