import type { Module } from '#core/module.ts';
import { SURVEYS_DOES } from './access.ts';
import { buildingRoutes } from './questionnaires/building/routes.ts';
import { writeQuestionnaire } from './questionnaires/drafts/commands.ts';
import { freezeEdition } from './questionnaires/editions/commands.ts';
import { editionRoutes } from './questionnaires/editions/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { wordingRoutes } from './questionnaires/wording/routes.ts';
import type { SurveyNeeds } from './schema.ts';

/** Every deed on surveys that stands in the public record, by the key of its sentence. */
const ENTRIES = ['edition_frozen'] as const;

/** Surveys: what the communities say, from the questionnaire to a finding that anybody can check. */
export function surveysModule(_needs: SurveyNeeds): Module {
  return {
    name: 'surveys',
    // Fixed words before `:number`.
    routes: [...questionnaireRoutes, ...buildingRoutes, ...editionRoutes, ...wordingRoutes],
    commands: [...[writeQuestionnaire, freezeEdition]],
    deeds: SURVEYS_DOES,
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`surveys.${kind}`, { sentence: `surveys.log.${kind}`, followable: true }]),
    ),
    menu: [{ id: 'surveys', order: 20, label: (lang) => lang.t('surveys.menu'), path: '/surveys/questionnaires' }],
    // Questions and counts; what could name a respondent never reaches a page.
    parts: [
      { ...{ id: 'surveys', name: 'surveys.title', paths: ['/surveys'], files: false }, personal: async () => [] },
    ],
  };
}
