/** Sentences in which the demonstration's facts are told where the product keeps one plain text. */
import type { Words } from '#modules/places/demo/words.ts';
import { DEMO_FINDINGS } from './findings.ts';
import { DEMO_AIMS, DEMO_DECISIONS, DEMO_PLAN, DEMO_RECOMMENDATIONS } from './local-plan.ts';
import type { NationalPoint } from './national-plan.ts';
import type { DemoEvidence, DemoMeasure } from './shape.ts';

/** Why an executor owes a report on a day. */
export const REPORT_BASIS = 'Reqlament: icraçıların hesabat günü';

/** "Platformanın 7 nömrəli qərarı, 18 mart 2026: ..." */
export function decisionText(number: number, day: string): string {
  const title = DEMO_DECISIONS.find((decision) => decision.number === number)?.title.az;
  return [`Platformanın ${number} nömrəli qərarı, ${day}`, title].filter(Boolean).join(': ');
}

export const consultationText = (): string => {
  const { meetings, proposals, answered } = DEMO_PLAN.consultation;
  return `Açıq müzakirə: ${meetings} görüş, ${proposals} təklif, onlardan ${answered}-inə cavab verilib`;
};

/** What asked for a measure: the aim of the plan, the recommendation and the counts of the survey. */
export function askedByText({ aim, askedBy }: Pick<DemoMeasure, 'aim' | 'askedBy'>): string {
  const wanted = DEMO_AIMS.find((one) => one.number === aim)?.text.az;
  const recommended = DEMO_RECOMMENDATIONS.find((one) => one.key === askedBy.recommendation)?.text.az;
  const counts = DEMO_FINDINGS.filter((finding) => askedBy.findings.includes(finding.key)).map(
    ({ statement, first }) => `“${statement.az}”: ${first.n}-dən ${first.yes}`,
  );
  return `Məqsəd: ${wanted}. Tövsiyə: ${recommended}. Plandan əvvəlki rəy sorğusu: ${counts.join('; ')}.`;
}

/** A piece of evidence in one line, in the plan's own language. */
export function evidenceTitle(evidence: DemoEvidence, body: string): string {
  const title = evidence.title.az;
  switch (evidence.kind) {
    case 'event':
      return `${title} (${evidence.women} qadın, ${evidence.men} kişi)`;
    case 'observation':
      return `${title} (${body})`;
    case 'decision':
      return `${title} (platformanın ${evidence.decision} nömrəli qərarı)`;
    default:
      return title;
  }
}

/** On which days the evaluators looked: said at the end of their method. */
export const observedText = {
  az: (from: string, to: string): string => `Müşahidə günləri: ${from} – ${to}.`,
  en: (from: string, to: string): string => `Observed from ${from} to ${to}.`,
  ru: (from: string, to: string): string => `Дни наблюдения: ${from} – ${to}.`,
} as const;

/** Number of an incoming letter by which a report came on paper. */
export const letterText = (n: number, day: string): string => `Daxil olan məktub № ${n}, ${day}`;

/** Who shows that a milestone was reached. */
export const milestoneSource = (body: string, day: string): string => `${body}: koordinatora məktub, ${day}`;

/** Where the stages of the national plan come from. */
export const NATIONAL_APPROVED = 'Azərbaycan Respublikası Prezidentinin 27 aprel 2016-cı il tarixli Sərəncamı';
export const TERM_ENDED = 'Planın müddəti 2018-ci ilin sonunda başa çatıb';

/** The sentence that stands above the national plan. */
export const nationalSummary: Words = {
  az: 'Prezidentin 27 aprel 2016-cı il tarixli Sərəncamı ilə təsdiq edilib. Sərəncamın 5-ci bəndi planın icrasına və qiymətləndirilməsinə vətəndaş cəmiyyətini cəlb etməyi tövsiyə edir.',
  en: 'Approved by presidential decree on 27 April 2016. Paragraph 5 of the decree recommends involving civil society in carrying the plan out and in evaluating it.',
  ru: 'Утверждён распоряжением Президента от 27 апреля 2016 года. Пункт 5 распоряжения рекомендует привлекать гражданское общество к выполнению и оценке плана.',
};

export const nationalReportedSource =
  'opengovpartnership.org, “Open Government in the Rural Areas of Azerbaijan” (2017)';

/** What is certain about the number of a point. */
export const pointNote = ({ numberBasis }: Pick<NationalPoint, 'numberBasis'>): string | null => {
  if (numberBasis === 'attested') return null;
  return numberBasis === 'derived'
    ? 'İstiqamətin nömrəsi tədbirlərin nömrələrindən çıxarılıb'
    : 'İstiqamətin nömrəsi mənbədə yoxdur, ehtimal olunur';
};

export const nationalAmendmentText =
  '2017-ci ildə edilmiş dəyişiklik; günü mənbədə göstərilməyib, ilin ilk günü yazılıb';
