import type { Lang } from '#core/i18n/lang.ts';
import type { Module } from '#core/module.ts';
import { ACCOUNTABILITY_DOES } from './access.ts';
import { CHECKLIST_THINGS } from './checklists/api.ts';
import { checkItem, seeSocialPage } from './checklists/commands.ts';
import { checklistRoutes } from './checklists/routes.ts';
import { CHECKLISTS_PART } from './checklists/rules.ts';
import { enterReport } from './reports/commands.ts';
import { enteringRoutes } from './reports/entering/routes.ts';
import { keepOwed } from './reports/owed/commands.ts';
import { reportsJob } from './reports/owed/jobs.ts';
import { reportRoutes } from './reports/routes.ts';
import { setRule } from './reports/rulebook/commands.ts';
import { rulebookRoutes } from './reports/rulebook/routes.ts';
import { REPORT_DATA } from './reports/rules.ts';
import { decideVoice, sayOfReport } from './reports/saying/commands.ts';
import { sayingRoutes } from './reports/saying/routes.ts';
import { REPORT_THINGS, REPORTS_PART, readsReport } from './reports/withheld/api.ts';
import { countedRequests, REQUEST_THINGS } from './requests/api.ts';
import { askBodies } from './requests/asking/commands.ts';
import { askingRoutes } from './requests/asking/routes.ts';
import { decideRequest, deliverRequest, makeLetter, showAnswer } from './requests/desk/commands.ts';
import { deskRoutes } from './requests/desk/routes.ts';
import { judgeAnswer } from './requests/receipts/commands.ts';
import { receiptRoutes } from './requests/receipts/routes.ts';
import { answerByCode, enterAnswer, tellLonger } from './requests/replying/commands.ts';
import { replyingRoutes } from './requests/replying/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { REQUEST_DATA, REQUESTS_PART } from './requests/rules.ts';
import type { AccountabilityNeeds } from './schema.ts';
import { SCORECARD_THINGS } from './scorecards/api.ts';
import { sendCard } from './scorecards/commands.ts';
import type { ScorecardNeeds } from './scorecards/counting/schema.ts';
import { setFormula } from './scorecards/formulas/commands.ts';
import { formulaRoutes } from './scorecards/formulas/routes.ts';
import { decideRemark, replyToCard } from './scorecards/replying/commands.ts';
import { replyRoutes } from './scorecards/replying/routes.ts';
import { scorecardRoutes } from './scorecards/routes.ts';
import { SCORECARDS_PART } from './scorecards/rules.ts';

/** What scorecards count beside lists and reports. */
const COUNTED: ScorecardNeeds = { requests: countedRequests };

/** How municipalities and other bodies account for themselves. `needs` brings where files are kept. */
export function accountabilityModule(needs: AccountabilityNeeds): Module {
  return {
    name: 'accountability',
    // Fixed words before `:number`.
    routes: [
      ...rulebookRoutes,
      ...sayingRoutes,
      ...enteringRoutes(needs.files),
      ...reportRoutes,
      ...checklistRoutes(needs.files),
      ...askingRoutes,
      ...receiptRoutes,
      ...replyingRoutes(needs.files),
      ...deskRoutes(needs.files),
      ...requestRoutes,
      ...formulaRoutes(COUNTED),
      ...replyRoutes(needs.files),
      ...scorecardRoutes(COUNTED),
    ],
    commands: [
      ...[setRule, keepOwed, enterReport, sayOfReport, decideVoice, checkItem, seeSocialPage],
      ...[setFormula(COUNTED), sendCard(COUNTED), replyToCard, decideRemark],
      ...[askBodies, judgeAnswer, answerByCode, tellLonger, enterAnswer],
      ...[decideRequest, makeLetter, deliverRequest, showAnswer],
    ],
    deeds: ACCOUNTABILITY_DOES,
    entries: {
      'accountability.report_rule_set': { sentence: 'accountability.reports.log.rule_set', followable: true },
      'accountability.report_entered': { sentence: 'accountability.reports.log.entered', followable: true },
      'accountability.report_voice_received': { sentence: 'accountability.reports.log.said', followable: true },
      'accountability.report_voice_decided': { sentence: 'accountability.reports.log.decided', followable: true },
      'accountability.item_checked': { sentence: 'accountability.checklists.log.checked', followable: true },
      'accountability.social_page_seen': { sentence: 'accountability.checklists.log.page_seen', followable: true },
      'accountability.request_asked': { sentence: 'accountability.requests.log.asked', followable: true },
      'accountability.request_decided': { sentence: 'accountability.requests.log.decided', followable: true },
      'accountability.request_delivered': { sentence: 'accountability.requests.log.delivered', followable: true },
      'accountability.request_answered': { sentence: 'accountability.requests.log.answered', followable: true },
      'accountability.request_extended': { sentence: 'accountability.requests.log.extended', followable: true },
      'accountability.request_answer_shown': { sentence: 'accountability.requests.log.shown', followable: true },
      'accountability.request_judged': { sentence: 'accountability.requests.log.judged', followable: true },
      'accountability.scorecard_formula_set': {
        sentence: 'accountability.scorecards.log.formula_set',
        followable: true,
      },
      'accountability.scorecard_sent': { sentence: 'accountability.scorecards.log.sent', followable: true },
      'accountability.scorecard_replied': { sentence: 'accountability.scorecards.log.replied', followable: true },
      'accountability.scorecard_remark_decided': {
        sentence: 'accountability.scorecards.log.decided',
        followable: true,
      },
    },
    jobs: [reportsJob],
    // One entry: it leads to the first of these pages that is public.
    menu: ['/reports', '/requests', '/checklists', '/scorecards'].map((path) => ({
      ...{ id: 'accountability', order: 45, label: (lang: Lang) => lang.t('accountability.menu'), path },
    })),
    parts: [REPORTS_PART, REQUESTS_PART, CHECKLISTS_PART, SCORECARDS_PART],
    data: [...REPORT_DATA, ...REQUEST_DATA],
    things: [...REPORT_THINGS, ...REQUEST_THINGS, ...CHECKLIST_THINGS, ...SCORECARD_THINGS],
    files: readsReport,
  };
}
