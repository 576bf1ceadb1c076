import type { Module } from '#core/module.ts';
import { ACCOUNTABILITY_DOES } from './access.ts';
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
import type { AccountabilityNeeds } from './schema.ts';

/** How municipalities and other bodies account for themselves. `needs` brings where files are kept. */
export function accountabilityModule(needs: AccountabilityNeeds): Module {
  return {
    name: 'accountability',
    // Fixed words before `:number`.
    routes: [...rulebookRoutes, ...sayingRoutes, ...enteringRoutes(needs.files), ...reportRoutes],
    commands: [setRule, keepOwed, enterReport, sayOfReport, decideVoice],
    deeds: ACCOUNTABILITY_DOES,
    entries: {
      'accountability.report_rule_set': { sentence: 'accountability.reports.log.rule_set', followable: true },
      'accountability.report_entered': { sentence: 'accountability.reports.log.entered', followable: true },
      'accountability.report_voice_received': { sentence: 'accountability.reports.log.said', followable: true },
      'accountability.report_voice_decided': { sentence: 'accountability.reports.log.decided', followable: true },
    },
    jobs: [reportsJob],
    menu: [{ id: 'accountability', order: 45, label: (lang) => lang.t('accountability.menu'), path: '/reports' }],
    parts: [REPORTS_PART],
    data: REPORT_DATA,
    things: REPORT_THINGS,
    files: readsReport,
  };
}
