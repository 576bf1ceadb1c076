import type { Module } from '#core/module.ts';
import { SURVEYS_DOES } from './access.ts';
import { ANALYSIS_DEEDS } from './analysis/access.ts';
import { releaseMicrodata } from './analysis/microdata/commands.ts';
import { microdataRoutes } from './analysis/microdata/routes.ts';
import { resultPaperRoutes } from './analysis/papers/routes.ts';
import { publishResults } from './analysis/publishing/commands.ts';
import { resultRoutes } from './analysis/results/routes.ts';
import { waveRoutes } from './analysis/waves/routes.ts';
import { beginFilling, endFilling, keepFilling, tidy } from './capture/commands.ts';
import { tidySurveys } from './capture/jobs.ts';
import { captureRoutes } from './capture/routes.ts';
import { FINDING_DEEDS } from './findings/access.ts';
import { bindFinding } from './findings/bindings/commands.ts';
import { bindingRoutes } from './findings/bindings/routes.ts';
import { reportFinding, withdrawFinding, writeFinding } from './findings/commands.ts';
import { findingRoutes } from './findings/routes.ts';
import { countInterview, excludeInterview } from './judging/commands.ts';
import { judgingRoutes } from './judging/routes.ts';
import { keepInterview } from './keeping/commands.ts';
import type { SurveyNeeds } from './needs/schema.ts';
import { settleSheet, typeSheet } from './paper/commands.ts';
import { paperRoutes } from './paper/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import { buildingRoutes } from './questionnaires/building/routes.ts';
import { writeQuestionnaire } from './questionnaires/drafts/commands.ts';
import { freezeEdition } from './questionnaires/editions/commands.ts';
import { editionRoutes } from './questionnaires/editions/routes.ts';
import { givingRoutes } from './questionnaires/giving/routes.ts';
import { namingRoutes } from './questionnaires/naming/routes.ts';
import { printingRoutes } from './questionnaires/printing/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { takingRoutes } from './questionnaires/taking/routes.ts';
import { wordingRoutes } from './questionnaires/wording/routes.ts';
import { ROUND_DEEDS } from './rounds/access.ts';
import { makeCodes } from './rounds/codes/commands.ts';
import { codeRoutes } from './rounds/codes/routes.ts';
import { changeDeclaration, closeRound, declareRound } from './rounds/commands.ts';
import { declaringRoutes } from './rounds/declaring/routes.ts';
import { assignInterviewer, endAssignment } from './rounds/interviewers/commands.ts';
import { interviewerRoutes } from './rounds/interviewers/routes.ts';
import { roundRoutes } from './rounds/routes.ts';

/** Every deed on surveys that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['edition_frozen'],
  ...['round_declared', 'declaration_changed', 'round_closed', 'round_given_up', 'interview_kept'],
  ...['interviewer_assigned', 'assignment_ended', 'codes_made', 'sheet_counted'],
  ...['interview_excluded', 'interview_counted'],
] as const;

/** Surveys: what the communities say, from the questionnaire to a finding that anybody can check. */
export function surveysModule(needs: SurveyNeeds): Module {
  const bind = bindFinding(needs);
  return {
    name: 'surveys',
    // Fixed words before `:number`.
    routes: [
      ...[
        ...takingRoutes,
        ...givingRoutes,
        ...printingRoutes,
        ...namingRoutes,
        ...previewRoutes,
        ...questionnaireRoutes,
        ...buildingRoutes,
      ],
      ...[...editionRoutes, ...wordingRoutes],
      ...[...declaringRoutes(needs), ...interviewerRoutes, ...codeRoutes],
      ...[
        ...bindingRoutes(needs, bind),
        ...findingRoutes(needs),
        ...resultRoutes,
        ...waveRoutes,
        ...resultPaperRoutes,
        ...microdataRoutes,
        ...judgingRoutes,
        ...paperRoutes,
        ...captureRoutes(needs),
        ...roundRoutes(needs),
      ],
    ],
    commands: [
      ...[writeQuestionnaire, freezeEdition, declareRound, changeDeclaration, closeRound, keepInterview],
      ...[publishResults, releaseMicrodata, writeFinding, reportFinding, withdrawFinding, bind],
      ...[assignInterviewer, endAssignment, makeCodes, beginFilling, keepFilling, endFilling, tidy],
      ...[typeSheet, settleSheet, excludeInterview, countInterview],
    ],
    deeds: {
      title: SURVEYS_DOES.title,
      deeds: [...SURVEYS_DOES.deeds, ...ROUND_DEEDS, ...ANALYSIS_DEEDS, ...FINDING_DEEDS],
    },
    entries: {
      ...Object.fromEntries(
        ENTRIES.map((kind) => [`surveys.${kind}`, { sentence: `surveys.log.${kind}`, followable: true }]),
      ),
      'surveys.finding_written': { sentence: 'surveys.findings.log.finding_written', followable: true },
      'surveys.finding_reported': { sentence: 'surveys.findings.log.finding_reported', followable: true },
      'surveys.finding_bound': { sentence: 'surveys.findings.log.finding_bound', followable: true },
      'surveys.finding_withdrawn': { sentence: 'surveys.findings.log.finding_withdrawn', followable: true },
      'surveys.microdata_released': { sentence: 'surveys.analysis.log.microdata_released', followable: true },
      'surveys.results_published': { sentence: 'surveys.analysis.log.results_published', followable: true },
    },
    jobs: [tidySurveys],
    menu: [{ id: 'surveys', order: 20, label: (lang) => lang.t('surveys.menu'), path: '/surveys' }],
    // Questions and counts; what could name a respondent never reaches a page.
    parts: [
      {
        ...{ id: 'surveys', name: 'surveys.title', paths: ['/surveys', '/findings'], files: false },
        personal: async () => [],
      },
    ],
  };
}
