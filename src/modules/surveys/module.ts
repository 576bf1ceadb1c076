import type { Module } from '#core/module.ts';
import type { SurveyNeeds } from './schema.ts';

/** Surveys: what the communities say, from the questionnaire to a finding that anybody can check. */
export function surveysModule(_needs: SurveyNeeds): Module {
  return { name: 'surveys', routes: [], commands: [], entries: {} };
}
