import type { Module } from '#core/module.ts';
import { keepInterview } from './keeping/commands.ts';
import { ROUND_DEEDS } from './rounds/access.ts';
import { changeDeclaration, closeRound, declareRound } from './rounds/commands.ts';
import type { SurveyNeeds } from './schema.ts';

/** Every deed on rounds and interviews that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['round_declared', 'declaration_changed', 'round_closed', 'round_given_up', 'interview_kept'],
] as const;

/** Surveys: what the communities say, from the questionnaire to a finding that anybody can check. */
export function surveysModule(_needs: SurveyNeeds): Module {
  return {
    name: 'surveys',
    routes: [],
    deeds: { title: 'surveys.doing', deeds: [...ROUND_DEEDS] },
    commands: [declareRound, changeDeclaration, closeRound, keepInterview],
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`surveys.${kind}`, { sentence: `surveys.log.${kind}`, followable: true }]),
    ),
  };
}
